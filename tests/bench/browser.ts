import { Agent, request as httpRequest } from 'node:http';

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string };
type Asked = { cookie?: string; body?: string; type?: string };

/** Connections stay open between requests, as a browser's do. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Asks the service for a page, or posts to it, and reads the whole answer. */
export function ask(url: string, { cookie, body, type }: Asked = {}): Promise<Answer> {
  const headers: Record<string, string> = {};
  if (cookie) headers.cookie = cookie;
  if (body !== undefined)
    Object.assign(headers, { origin: new URL(url).origin, 'content-type': type, 'content-length': Buffer.byteLength(body) });
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { agent, headers, method: body === undefined ? 'GET' : 'POST' }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.once('error', reject);
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces).toString() }),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** The page, which must be one and contain these words. */
export async function page(url: string, cookie: string, words: string): Promise<string> {
  const { status, body } = await ask(url, { cookie });
  if (status !== 200 || !body.includes(words)) throw new Error(`${url} answered ${status} without « ${words} »`);
  return body;
}

/** The hidden fields of the form whose HTML contains these words: what a browser without scripts sends back. */
export function hiddenFields(html: string, words: string): Record<string, string> {
  const form = html.match(/<form[\s\S]*?<\/form>/g)?.find((candidate) => candidate.includes(words));
  if (!form) throw new Error(`no form with « ${words} »`);
  const inputs = [...form.matchAll(/<input type="hidden"([^>]*)>/g)].map(([, attributes = '']) => attributes);
  return Object.fromEntries(inputs.map((input) => [attribute(input, 'name'), attribute(input, 'value')]));
}

/** Sends a form as a browser without scripts does, and checks that it leads to a page whose address has these words. */
export async function sendForm(url: string, cookie: string, fields: Record<string, string>, leadsTo: string): Promise<void> {
  const boundary = '----bench7MA4YWxkTrZu0gW';
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const body = `${parts.join('')}--${boundary}--\r\n`;
  const { status, headers } = await ask(url, { cookie, body, type: `multipart/form-data; boundary=${boundary}` });
  const location = String(headers.location ?? '');
  if (status !== 303 || !location.includes(leadsTo)) throw new Error(`${url} answered ${status} « ${location} » instead of « ${leadsTo} »`);
}

function attribute(input: string, name: string): string {
  const value = new RegExp(`${name}="([^"]*)"`).exec(input)?.[1] ?? '';
  return value.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
