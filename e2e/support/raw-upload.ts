import net from 'node:net';

const LIMIT_MS = 30_000;
/** What came back on a bare connection, and how much of the body went out before. */
export type RawAnswer = { status: number | null; sent: number };

const head =
  '--x\r\nContent-Disposition: form-data; name="lettre-elu"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n';

/**
 * Sends the beginning of a PDF, then zeros, as no browser would: `announced` is the length that is told (none: in
 * chunks, without any), `bytes` what is really sent before hanging up, unless an answer comes first.
 */
export function sendRaw(
  address: string,
  cookie: string,
  { announced, bytes, hangUp = false }: { announced?: number; bytes: number; hangUp?: boolean },
): Promise<RawAnswer> {
  const url = new URL(address);
  return new Promise((resolve) => {
    const socket = net.connect(Number(url.port), url.hostname);
    let received = '';
    let sent = 0;
    const end = () => {
      clearTimeout(limit);
      socket.destroy();
      const status = /^HTTP\/1\.1 (\d+)/.exec(received)?.[1];
      resolve({ status: status ? Number(status) : null, sent });
    };
    const limit = setTimeout(end, LIMIT_MS);
    socket.on('data', (piece) => {
      received += piece.toString('latin1');
      if (received.includes('\r\n\r\n')) end();
    });
    socket.on('error', end);
    socket.on('close', end);
    const chunked = announced === undefined;
    const piece = Buffer.alloc(1_000_000);
    const framed = (content: Buffer) =>
      chunked ? Buffer.concat([Buffer.from(`${content.length.toString(16)}\r\n`), content, Buffer.from('\r\n')]) : content;
    const more = () => {
      while (!socket.destroyed && sent < bytes) {
        const next = sent === 0 ? Buffer.from(head) : piece.subarray(0, Math.min(piece.length, bytes - sent));
        sent += next.length;
        if (!socket.write(framed(next))) return socket.once('drain', more);
      }
      if (hangUp) socket.end();
    };
    socket.on('connect', () => {
      const length = chunked ? 'transfer-encoding: chunked' : `content-length: ${announced}`;
      const lines = [`POST ${url.pathname} HTTP/1.1`, `host: ${url.host}`, `origin: ${url.origin}`, `cookie: ${cookie}`, length];
      socket.write(`${lines.join('\r\n')}\r\ncontent-type: multipart/form-data; boundary=x\r\n\r\n`);
      more();
    });
  });
}
