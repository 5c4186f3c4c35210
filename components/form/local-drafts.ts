/** What one page holds that the server may not have, kept by the browser for the person who wrote it. */
export type LocalDraft = {
  /** Whose it is: nobody else is shown it, and it is sent for nobody else. */
  owner: string;
  /** The address that saves the page. */
  place: string;
  /** The open page that wrote it: two windows never overwrite each other’s. */
  writer: string;
  /** The fields, url-encoded. */
  fields: string;
  /** The version it was written from. */
  base: number;
  /** What was sent without an answer, so that it is known again: fingerprints. */
  sent: readonly number[];
  at: number;
};

const NAME = 'tani';
const STORE = 'brouillons';
type Key = Pick<LocalDraft, 'owner' | 'place' | 'writer'>;

/** Opened once for a page. After a sign-out in any window it stays closed: nothing is kept any more for who left. */
let opened: Promise<IDBDatabase> | undefined;

/** Keeps a draft in place of the one the same page kept before. False when this browser keeps nothing: full, private. */
export async function keepDraft(draft: LocalDraft): Promise<boolean> {
  try {
    const transaction = (await database()).transaction(STORE, 'readwrite');
    const kept = finished(transaction);
    transaction.objectStore(STORE).put(draft);
    transaction.commit(); // at once: the page may be about to be closed
    await kept;
    return true;
  } catch {
    return false;
  }
}

/** Forgets one draft: the server has it, or its author has settled it. */
export async function forgetDraft({ owner, place, writer }: Key): Promise<void> {
  await change((store) => store.delete([owner, place, writer]));
}

/** The last draft of this person for this page, written by a window that is no longer open. */
export async function foundDraft(owner: string, place: string): Promise<LocalDraft | null> {
  const [drafts, open] = await Promise.all([draftsOf(owner), openWriters()]);
  const left = drafts.filter((draft) => draft.place === place && !open.has(draft.writer));
  return left.sort((a, b) => b.at - a.at)[0] ?? null;
}

/** Everything this person has here that the server may not have. */
export async function draftsOf(owner: string): Promise<LocalDraft[]> {
  try {
    const store = (await database()).transaction(STORE).objectStore(STORE);
    return await result<LocalDraft[]>(store.getAll(IDBKeyRange.bound([owner], [owner, []])));
  } catch {
    return [];
  }
}

/** Somebody signed in: what others left on this computer is erased. */
export async function forgetOthers(owner: string): Promise<void> {
  await change((store) => {
    store.delete(IDBKeyRange.upperBound([owner], true));
    store.delete(IDBKeyRange.lowerBound([owner, []], true));
  });
}

/** Somebody signs out: everything is erased, and the open pages keep nothing more. */
export function forgetEverything(): Promise<void> {
  return new Promise((resolve) => {
    try {
      const erasing = indexedDB.deleteDatabase(NAME);
      erasing.onsuccess = erasing.onerror = erasing.onblocked = () => resolve();
    } catch {
      resolve();
    }
  });
}

/** The same person came back without leaving the page: it may keep their text again. */
export function keepAgain(): void {
  opened = undefined;
}

/** Says that a page is open and writes drafts under this name, until the function given back is called. */
export function openWriter(writer: string): () => void {
  let close = () => {};
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  void navigator.locks?.request(lockOf(writer), () => closed).catch(() => {});
  return close;
}

async function openWriters(): Promise<Set<string>> {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.map(({ name = '' }) => name.replace(lockOf(''), '')));
}

const lockOf = (writer: string) => `tani:${writer}`;

function database(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: ['owner', 'place', 'writer'] });
    opening.onsuccess = () => {
      opening.result.onversionchange = () => opening.result.close();
      resolve(opening.result);
    };
    opening.onerror = () => reject(opening.error);
  });
  return opened;
}

async function change(order: (store: IDBObjectStore) => void): Promise<void> {
  try {
    const transaction = (await database()).transaction(STORE, 'readwrite');
    order(transaction.objectStore(STORE));
    await finished(transaction);
  } catch {
    // Nothing could be kept here, so there is nothing to change.
  }
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
