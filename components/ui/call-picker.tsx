import type { Route } from 'next';
import { Link } from '#components/ui/link.tsx';
import type { Call } from '#lib/domain/call.ts';

/** The calls one can work on, as plain links; the current one is marked. */
export function CallPicker({ calls, current, path }: { calls: Call[]; current: Call; path: string }) {
  if (calls.length < 2) return <p className="mb-4 font-bold">{current.definition.shortTitle}</p>;
  return (
    <nav aria-label="Choisir l’appel" className="mb-6">
      <ul className="fr-raw-list flex flex-wrap gap-2">
        {calls.map(({ id, definition }) => (
          <li key={id}>
            <Link
              href={`${path}?appel=${definition.code}` as Route}
              aria-current={id === current.id ? 'true' : undefined}
              className={`fr-tag ${id === current.id ? 'font-bold underline' : ''}`}
            >
              {definition.shortTitle}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
