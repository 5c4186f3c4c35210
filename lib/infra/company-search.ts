import 'server-only';

/** A legal entity as the public search knows it. */
export type Company = {
  siren: string;
  name: string /** Insee, catégorie juridique: four digits. */;
  legalCategory: string;
  department: string;
};

const TIMEOUT_MS = 2000;
const MOST_BYTES = 512_000;
const MOST_RESULTS = 10;
const MOST_KEPT = 200;
const KEPT_MS = 24 * 3_600_000;
/** After a failure nobody waits again for a while, and the service is left to recover. */
const REST_MS = 60_000;
/** Its rule: seven requests a second for one address. */
const MOST_AT_ONCE = 4;

/** Finds entities by a name or a SIREN; null when the service did not answer rightly in time. */
export type CompanySearch = (typed: string) => Promise<Company[] | null>;

/**
 * Asks the public « Recherche d’entreprises » (https://recherche-entreprises.api.gouv.fr/docs), which needs no key. What
 * it answers is kept a day; slow, broken, huge or wrong answers count as none, so that nobody ever depends on it.
 * @param address where the service is, without a path.
 */
export function companySearch(address: string): CompanySearch {
  const kept = new Map<string, { companies: Company[]; until: number }>();
  const asked = new Map<string, Promise<Company[] | null>>();
  let restsUntil = 0;

  async function ask(query: string): Promise<Company[] | null> {
    try {
      const companies = await fetched(address, query);
      if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
      kept.set(query, { companies, until: performance.now() + KEPT_MS });
      return companies;
    } catch {
      restsUntil = performance.now() + REST_MS;
      return null;
    } finally {
      asked.delete(query);
    }
  }

  return async (typed) => {
    const query = typed.trim().replace(/\s+/g, ' ').slice(0, 120);
    if (query.length < 3) return [];
    const known = kept.get(query);
    if (known && known.until > performance.now()) return known.companies;
    const waiting = asked.get(query);
    if (waiting) return waiting;
    if (performance.now() < restsUntil || asked.size >= MOST_AT_ONCE) return null;
    const answer = ask(query);
    asked.set(query, answer);
    return answer;
  };
}

/** @throws on anything but a right answer in time. */
async function fetched(address: string, query: string): Promise<Company[]> {
  const url = new URL('/search', address);
  url.search = new URLSearchParams({ q: query, per_page: String(MOST_RESULTS), minimal: 'true', include: 'siege' }).toString();
  const headers = { accept: 'application/json', 'user-agent': 'TANI' };
  const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`answered ${response.status}`);
  return companiesOf(JSON.parse(await boundedText(response)));
}

async function boundedText(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > MOST_BYTES) throw new Error('too long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** The entities of an answer that are still active; what is not one is passed over. */
function companiesOf(answer: unknown): Company[] {
  const results = (answer as { results?: unknown } | null)?.results;
  if (!Array.isArray(results)) throw new Error('not an answer');
  return results.slice(0, MOST_RESULTS).flatMap((one: unknown): Company[] => {
    const { siren, nom_raison_sociale, nom_complet, nature_juridique, etat_administratif, siege } = (one ?? {}) as Record<string, unknown>;
    const name = textOf(nom_raison_sociale) || textOf(nom_complet);
    if (!/^\d{9}$/.test(textOf(siren)) || !name || etat_administratif === 'C') return [];
    const department = textOf((siege as { departement?: unknown } | null | undefined)?.departement);
    return [{ siren: textOf(siren), name, legalCategory: textOf(nature_juridique), department }];
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().slice(0, 300) : '';
}
