import { fingerprint } from './posted-fields.ts';

/**
 * What the server answers to an automatic save. `current` comes with a conflict: the text saved meanwhile. `why`: nobody
 * is signed in any more, or somebody else is.
 */
export type SaveAnswer =
  | { ok: true; version: number; savedAt: string }
  | { ok: false; sentence: string; why?: 'session' | 'person'; problems?: Record<string, string>; current?: Conflict };

/** `title`: whose text it is and since when, « Celle de Noémie Petit, enregistrée à 14 h 02 ». */
export type Conflict = { version: number; values: Record<string, string>; title?: string };
export type Failure = 'unreachable' | 'session' | 'person' | 'refused';
export type SaveState =
  | { kind: 'idle' | 'unsaved' | 'saving' }
  | { kind: 'saved'; at: string; again: boolean }
  | { kind: 'failed'; why: Failure; sentence: string };
/** `kept`: what the server does not have is kept by this browser. */
export type Autosave = {
  state: SaveState;
  version: number;
  problems: Record<string, string>;
  conflict: Conflict | null;
  kept: boolean;
};

/** Sends the fields and gives the server's answer; null when it could not be reached. */
export type Send = (fields: URLSearchParams) => Promise<SaveAnswer | null>;
/** What is kept in the browser until the server has it. */
export type Unsent = { fields: string; base: number; sent: readonly number[] };
export type Shelf = { keep: (draft: Unsent) => Promise<boolean>; forget: () => void };

/** Long enough not to save at each word, short enough that a closed window loses a breath of text. */
const PAUSE_MS = 1500;
/** The first new try when the server does not answer; each next one waits twice as long, up to the last. */
const RETRY_MS = 5000;
const LONGEST_RETRY_MS = 60_000;
/** More unanswered tries than this are not told apart: a person would then be shown both texts. */
const MAX_SENT = 50;

/**
 * Saves a form while it is being written: in the browser at each change, then on the server, one request at a time; what
 * is typed meanwhile is saved by the next one. What it says is the truth about the server: « saved » only once the server
 * has answered so for exactly what the form holds.
 */
export class Autosaver {
  private current: Autosave;
  private readonly listeners = new Set<() => void>();
  private readonly read: () => URLSearchParams | null;
  private readonly send: Send;
  private readonly shelf: Shelf;
  private dirty = false;
  private sent: readonly number[] = [];
  private retryIn = RETRY_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private queue: Promise<void> = Promise.resolve();
  private shelving: 'no' | 'now' | 'again' = 'no';
  /** Somebody else uses this browser now: nothing of ours is left in it. */
  private silent = false;

  constructor(version: number, read: () => URLSearchParams | null, send: Send, shelf: Shelf) {
    this.current = { state: { kind: 'idle' }, version, problems: {}, conflict: null, kept: false };
    this.read = read;
    this.send = send;
    this.shelf = shelf;
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
    this.keep();
    this.in(PAUSE_MS);
  };

  /** Saves now what is not saved yet; resolves with what is true once nothing is on its way any more. */
  readonly flush = (): Promise<Autosave> => {
    clearTimeout(this.timer);
    if (this.dirty) this.keep('now'); // the page may be about to be closed
    this.queue = this.queue.then(() => this.save(this.read));
    return this.queue.then(() => this.current);
  };

  /** Takes up what a former page left in the browser, once it is back in the form. */
  readonly takeUp = ({ base, sent }: Unsent): Promise<Autosave> => {
    this.sent = sent;
    this.publish({ version: base });
    this.dirty = true;
    return this.flush();
  };

  /** The form is about to vanish: what it holds now is what will be sent. */
  readonly leave = (): void => {
    clearTimeout(this.timer);
    const last = this.dirty ? this.read() : null;
    if (!last) return;
    void this.shelve(last);
    this.queue = this.queue.then(() => this.save(() => last, false));
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

  private async save(read: () => URLSearchParams | null, stays = true): Promise<void> {
    const fields = this.dirty && !this.current.conflict ? read() : null;
    if (!fields) return;
    this.dirty = false;
    if (this.current.state.kind !== 'failed') this.publish({ state: { kind: 'saving' } }); // a failure is said until it is over
    const mark = fingerprint(fields);
    if (!this.sent.includes(mark)) this.sent = [...this.sent, mark].slice(-MAX_SENT);
    if (stays) this.keep();
    const posted = new URLSearchParams(fields);
    posted.set('version', String(this.current.version));
    const answer = await this.send(posted).catch(() => null);
    if (answer === null) this.fail('unreachable', '');
    else if (answer.ok) this.confirm(answer, fields, stays ? this.read() : fields);
    else if (answer.current && this.isOwn(answer.current, fields)) {
      // Our own text, whose answer never came: it is the ground for what follows.
      this.publish({ version: answer.current.version });
      this.dirty = true;
      return this.save(read, stays);
    } else {
      this.fail(answer.why ?? 'refused', answer.sentence);
      this.silent = answer.why === 'person';
      if (this.silent) this.shelf.forget();
      this.publish({ problems: answer.problems ?? {}, conflict: answer.current ?? null });
    }
    if (stays && answer === null) {
      this.in(this.retryIn);
      this.retryIn = Math.min(2 * this.retryIn, LONGEST_RETRY_MS);
    }
  }

  private confirm(answer: { version: number; savedAt: string }, saved: URLSearchParams, held: URLSearchParams | null): void {
    this.sent = [];
    this.silent = false;
    this.retryIn = RETRY_MS;
    // Told of a change or not, the form is looked at: « saved » is said of what it holds.
    const late = !this.dirty && held !== null && held.toString() !== saved.toString();
    this.dirty ||= late;
    const again = this.current.state.kind === 'failed';
    const state: SaveState = this.dirty ? { kind: 'unsaved' } : { kind: 'saved', at: answer.savedAt, again };
    this.publish({ state, version: answer.version, problems: {} });
    if (this.dirty) this.keep();
    else this.shelf.forget();
    if (late) this.in(PAUSE_MS);
  }

  private fail(why: Failure, sentence: string): void {
    this.dirty = true;
    this.publish({ state: { kind: 'failed', why, sentence } });
  }

  /** True when the text saved meanwhile is one that was sent from here, on the fields of this page. */
  private isOwn({ values }: Conflict, fields: URLSearchParams): boolean {
    return this.sent.includes(fingerprint(Object.entries(values).filter(([name]) => fields.has(name))));
  }

  /** Keeps the form in the browser; what changes while that is being written is kept next. */
  private keep(when: 'now' | 'in turn' = 'in turn'): void {
    if (this.silent) return;
    if (this.shelving !== 'no' && when === 'in turn') {
      this.shelving = 'again';
      return;
    }
    const fields = this.read();
    if (!fields) return;
    this.shelving = 'now';
    void this.shelve(fields).then((kept) => {
      const again = this.shelving === 'again';
      this.shelving = 'no';
      if (kept !== this.current.kept) this.publish({ kept });
      if (again && this.dirty) this.keep();
    });
  }

  private shelve(fields: URLSearchParams): Promise<boolean> {
    return this.shelf.keep({ fields: fields.toString(), base: this.current.version, sent: this.sent });
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
