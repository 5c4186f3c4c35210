/** Reads the fields of a url-encoded body (any other body has none); null when it is larger than `maxBytes`, whatever its announced length. */
export async function readFields(request: Request, maxBytes: number): Promise<URLSearchParams | null> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? '')) return new URLSearchParams();
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return null;
  const decoder = new TextDecoder();
  let total = 0;
  let text = '';
  for await (const piece of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    total += piece.length;
    if (total > maxBytes) return null;
    text += decoder.decode(piece, { stream: true });
  }
  return new URLSearchParams(text + decoder.decode());
}
