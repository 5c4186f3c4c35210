/** Fields of a log line. Never put a mail address, a token or a text of a dossier here. */
type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Writes one line of JSON on the standard error output, where the operator collects them. */
export function log(level: 'info' | 'warning' | 'error', event: string, fields: Fields = {}): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
}

/** What an unknown thrown value says, on one line. */
export function errorText(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : messageOf(error);
  return text.replace(/\s+/g, ' ').slice(0, 500);
}

/** Some libraries hand over a plain object that only looks like an error. */
function messageOf(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null && 'message' in thrown ? String(thrown.message) : String(thrown);
}
