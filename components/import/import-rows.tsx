import type { CallDefinition, Section } from '#lib/domain/call.ts';
import { choiceFields, type ImportChoices } from '#lib/domain/import/choices.ts';
import type { ReviewRow } from '#lib/domain/import/review.ts';
import { plural } from '#lib/domain/text.ts';
import { ImportRow } from './import-row.tsx';

type Props = {
  definition: CallDefinition;
  rows: readonly ReviewRow[];
  /** The version of each page that the choices are made beside. */
  versions: Readonly<Record<string, number>>;
  choices: ImportChoices | null;
  problems: Record<string, string>;
};

/** The questions page by page, those with something to choose first; the pages about which there is nothing to do are folded. */
export function ImportRows({ definition, rows, versions, choices, problems }: Props) {
  const pages = definition.sections
    .map((section) => ({ section, own: rows.filter((row) => row.section === section) }))
    .filter(({ own }) => own.length > 0);
  const isToChoose = ({ own }: (typeof pages)[number]) => own.some(({ state }) => state === 'open');
  const settled = pages.filter((page) => !isToChoose(page));
  const count = settled.reduce((sum, { own }) => sum + own.length, 0);
  return (
    <>
      {definition.sections.map(({ code }) => (
        <input key={code} type="hidden" name={choiceFields.version(code)} value={versions[code] ?? 0} />
      ))}
      {pages.filter(isToChoose).map((page) => (
        <PageRows key={page.section.code} {...page} choices={choices} problems={problems} />
      ))}
      {count > 0 && (
        <details className="mt-10 border border-(--border-default-grey) p-4">
          <summary className="cursor-pointer">
            {plural(count, 'autre question', 'autres questions')}&nbsp;: rien à choisir (absentes du document, ou déjà dans le dossier)
          </summary>
          {settled.map((page) => (
            <PageRows key={page.section.code} {...page} choices={choices} problems={problems} />
          ))}
        </details>
      )}
    </>
  );
}

function PageRows({ section, own, choices, problems }: { section: Section; own: ReviewRow[] } & Pick<Props, 'choices' | 'problems'>) {
  return (
    <section aria-labelledby={`page-${section.code}`} className="mt-8">
      <h2 className="fr-h4 mb-2" id={`page-${section.code}`}>
        {section.title}
      </h2>
      <ul className="fr-raw-list border-t border-(--border-default-grey)">
        {own.map((row) => (
          <ImportRow key={row.place} row={row} choices={choices} problems={problems} />
        ))}
      </ul>
    </section>
  );
}
