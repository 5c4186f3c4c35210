/** What the server answers to an automatic save. `current` comes with a conflict: the text saved meanwhile. */
export type SaveAnswer =
  | { ok: true; version: number; savedAt: string }
  | { ok: false; sentence: string; problems?: Record<string, string>; current?: Conflict };

export type Conflict = { version: number; values: Record<string, string> };
export type SaveState = { kind: 'idle' | 'unsaved' | 'saving' } | { kind: 'saved'; at: string } | { kind: 'failed'; sentence: string };
export type Autosave = { state: SaveState; version: number; problems: Record<string, string>; conflict: Conflict | null };

/** Sends the fields and gives the server's answer; null when it could not be reached. */
export type Send = (fields: URLSearchParams) => Promise<SaveAnswer | null>;

/** Long enough not to save at each word, short enough that a closed window loses a breath of text. */
const PAUSE_MS = 1500;
const RETRY_MS = 5000;
const UNREACHABLE = 'Le texte n’a pas pu être enregistré : la connexion semble coupée. Nouvel essai automatique.';

/**
 * Saves a form while it is being written, one request at a time; what is typed meanwhile is saved by the next one. What
 * it says is the truth about the server: « saved » only once the server has answered so, and nothing was typed since.
 */
export class Autosaver {
  private current: Autosave;
  private readonly listeners = new Set<() => void>();
  private readonly send: Send;
  private readonly read: () => URLSearchParams | null;
  private dirty = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private queue: Promise<void> = Promise.resolve();

  constructor(version: number, read: () => URLSearchParams | null, send: Send) {
    this.current = { state: { kind: 'idle' }, version, problems: {}, conflict: null };
    this.read = read;
    this.send = send;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): Autosave => this.current;

  /** Something was typed. */
  readonly markChanged = (): void => {
    this.dirty = true;
    if (this.current.state.kind !== 'saving' && this.current.state.kind !== 'failed') this.publish({ state: { kind: 'unsaved' } });
    this.in(PAUSE_MS);
  };

  /** Saves now what is not saved yet; resolves with what is true once nothing is on its way any more. */
  readonly flush = (): Promise<Autosave> => {
    clearTimeout(this.timer);
    this.queue = this.queue.then(() => this.save(this.read));
    return this.queue.then(() => this.current);
  };

  /** The form is about to vanish: what it holds now is what will be sent. */
  readonly leave = (): void => {
    clearTimeout(this.timer);
    const last = this.dirty ? this.read() : null;
    if (last) this.queue = this.queue.then(() => this.save(() => last, false));
  };

  /** The server has this version, saved by another way than this one. */
  readonly reached = (version: number): void => {
    if (version > this.current.version) this.publish({ version });
  };

  /** Somebody saved in between, as another way of saving has found: nothing is sent until a person chooses. */
  readonly meet = (conflict: Conflict): void => this.publish({ conflict });

  /** Keeps what is in the form over the text saved meanwhile. */
  readonly overwrite = (): void => {
    this.publish({ version: this.current.conflict?.version ?? this.current.version, conflict: null });
    this.dirty = true;
    void this.flush();
  };

  private async save(read: () => URLSearchParams | null, again = true): Promise<void> {
    const fields = this.dirty && !this.current.conflict ? read() : null;
    if (!fields) return;
    this.dirty = false;
    this.publish({ state: { kind: 'saving' } });
    fields.set('version', String(this.current.version));
    const answer = await this.send(fields).catch(() => null);
    if (answer === null) {
      this.dirty = true;
      this.publish({ state: { kind: 'failed', sentence: UNREACHABLE } });
      if (again) this.in(RETRY_MS);
    } else if (answer.ok) {
      const state: SaveState = this.dirty ? { kind: 'unsaved' } : { kind: 'saved', at: answer.savedAt };
      this.publish({ state, version: answer.version, problems: {} });
    } else {
      this.dirty = true;
      this.publish({
        state: { kind: 'failed', sentence: answer.sentence },
        problems: answer.problems ?? {},
        conflict: answer.current ?? null,
      });
    }
  }

  private in(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), milliseconds);
  }

  private publish(change: Partial<Autosave>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}
