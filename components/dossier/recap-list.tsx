import type { Route } from 'next';
import { Link } from '#components/ui/link.tsx';
import type { RecapSection } from '#lib/domain/form.ts';
import { ReadOnlySection } from './read-only-section.tsx';

type Props = { recaps: RecapSection[]; dossierId: string; editable: readonly string[] };

/** The whole dossier, page after page; `editable`: the pages of the form that may be changed, with the way to each. */
export function RecapList({ recaps, dossierId, editable }: Props) {
  return recaps.map((recap) => (
    <section
      key={recap.section.code}
      aria-labelledby={`recap-${recap.section.code}`}
      className="mb-8 max-w-[48rem] border-t border-(--border-default-grey) pt-4"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="fr-h5" id={`recap-${recap.section.code}`}>
          {recap.title}
        </h2>
        {editable.includes(recap.section.code) && (
          <Link href={`/candidature/${dossierId}/${recap.section.code}` as Route}>
            Modifier<span className="fr-sr-only"> «&nbsp;{recap.title}&nbsp;»</span>
          </Link>
        )}
      </div>
      <ReadOnlySection recap={recap} />
    </section>
  ));
}
