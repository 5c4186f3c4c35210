import { isReady } from '#lib/queries/readiness.ts';

export const dynamic = 'force-dynamic';

/** 200 once the database answers and its migrations are in; 503 until then. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  return new Response(ready ? 'ready\n' : 'not ready\n', { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
