import { demonstrationMails } from '#lib/queries/mail.ts';

/** The mails of the demonstration for programs, the newest first; `?a=` keeps those of one address. */
export async function GET(request: Request): Promise<Response> {
  const mails = await demonstrationMails(new URL(request.url).searchParams.get('a') ?? undefined);
  return mails ? Response.json(mails, { headers: { 'cache-control': 'no-store' } }) : new Response(null, { status: 404 });
}
