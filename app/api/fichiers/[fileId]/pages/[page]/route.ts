import { currentActor } from '#lib/auth/actor.ts';
import { pageImage } from '#lib/queries/document.ts';

/** The picture of one page of an uploaded file, for those who may read its dossier. */
export async function GET(_request: Request, { params }: RouteContext<'/api/fichiers/[fileId]/pages/[page]'>): Promise<Response> {
  const { fileId, page } = await params;
  const image = /^\d{1,3}$/.test(page) ? await pageImage(await currentActor(), fileId, Number(page)) : null;
  if (!image) return new Response(null, { status: 404 });
  return new Response(Uint8Array.from(image), { headers: { 'content-type': 'image/webp', 'cache-control': 'private, no-store' } });
}
