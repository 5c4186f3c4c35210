import { asDownload } from '#lib/exchange/download.ts';
import { formFile } from '#lib/exchange/offline-form/file.ts';
import { callByCode } from '#lib/queries/call.ts';

/** The form of a call to fill in a word processor, for anybody: what it asks never changes once the call is open. */
export async function GET(_request: Request, { params }: RouteContext<'/api/formulaires/[code]/[format]'>): Promise<Response> {
  const { code, format } = await params;
  const call = await callByCode(code);
  const form = call && formFile(call.definition, {}, format);
  const response = asDownload(form && { ...form, bytes: form.content.length, pieces: [form.content] });
  if (form) response.headers.set('cache-control', 'public, max-age=3600');
  return response;
}
