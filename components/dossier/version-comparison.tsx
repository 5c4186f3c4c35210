import type { FileAnswer } from '#lib/domain/question-kinds.ts';
import { fileSize, plural, withFrenchSpaces } from '#lib/domain/text.ts';
import type { QuestionChange, SectionChange, TextPart } from '#lib/domain/version-diff.ts';

type Props = {
  /** What can be compared: the value in the address, and its name. */
  choices: { key: string; label: string }[];
  pair: { before: string; after: string } | null;
  sections: SectionChange[];
  /** Words of the address to be kept. */
  kept?: Record<string, string>;
};

/** Two versions compared, question by question. What was taken away is struck, what was added is underlined and bold: nothing rests on a colour. */
export function VersionComparison({ choices, pair, sections, kept = {} }: Props) {
  if (!pair) return <p>Une seule version a été déposée : il n’y a rien à comparer.</p>;
  const changed = sections.filter(({ changes }) => changes.length > 0);
  const nameOf = (key: string) => choices.find((choice) => choice.key === key)?.label.toLowerCase();
  return (
    <section aria-labelledby="comparaison" className="max-w-[48rem]">
      <h2 className="fr-h4" id="comparaison">
        Ce qui change de la {nameOf(pair.before)} à la {nameOf(pair.after)}
      </h2>
      {choices.length > 2 && <PairForm {...{ choices, pair, kept }} />}
      {changed.length === 0 && <p>Ces deux versions disent exactement la même chose.</p>}
      {changed.length > 0 && (
        <p className="fr-text--sm">
          Légende : <Removed text="texte supprimé" /> est barré, <Added text="texte ajouté" /> est gras et souligné.
        </p>
      )}
      {changed.map((section) => (
        <section key={section.code} id={section.code} aria-labelledby={`change-${section.code}`} className="mb-8">
          <h3 className="fr-h5" id={`change-${section.code}`}>
            {section.title}
          </h3>
          {section.changes.map((change) => (
            <ChangedQuestion key={change.code} change={change} />
          ))}
          {section.unchanged.length > 0 && (
            <Unchanged
              summary={plural(section.unchanged.length, 'réponse sans changement', 'réponses sans changement')}
              items={section.unchanged}
            />
          )}
        </section>
      ))}
      {changed.length > 0 && sections.length > changed.length && (
        <Unchanged
          summary={plural(sections.length - changed.length, 'page sans changement', 'pages sans changement')}
          items={sections.filter(({ changes }) => changes.length === 0).map(({ title }) => title)}
        />
      )}
    </section>
  );
}

function PairForm({ choices, pair, kept }: Required<Pick<Props, 'choices' | 'kept'>> & { pair: NonNullable<Props['pair']> }) {
  const select = (name: string, label: string, value: string) => (
    <div className="fr-select-group m-0">
      <label className="fr-label" htmlFor={`choix-${name}`}>
        {label}
      </label>
      <select className="fr-select" id={`choix-${name}`} name={name} defaultValue={value}>
        {choices.map((choice) => (
          <option key={choice.key} value={choice.key}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <form method="get" className="mb-6 flex flex-wrap items-end gap-4" key={`${pair.before} ${pair.after}`}>
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {select('avant', 'Comparer', pair.before)}
      {select('apres', 'avec', pair.after)}
      <button type="submit" className="fr-btn fr-btn--secondary">
        Comparer
      </button>
    </form>
  );
}

function ChangedQuestion({ change: { label, parts, files } }: { change: QuestionChange }) {
  return (
    <div className="mb-6">
      <h4 className="fr-text--md mb-1 font-bold">{withFrenchSpaces(label)}</h4>
      {files ? <ChangedFile {...files} /> : <ChangedText parts={parts} />}
    </div>
  );
}

function ChangedText({ parts }: { parts: TextPart[] }) {
  return (
    <p className="written-text mb-2">
      {parts.map(({ kind, text }, rank) => {
        const key = `${rank}`;
        if (kind === 'removed') return <Removed key={key} text={text} />;
        if (kind === 'added') return <Added key={key} text={text} />;
        return <span key={key}>{text}</span>;
      })}
    </p>
  );
}

function ChangedFile({ before, after }: { before: FileAnswer | null; after: FileAnswer | null }) {
  return (
    <dl className="m-0 p-0">
      <dt>Avant</dt>
      <dd className="m-0 mb-2">{before ? <FileLine file={before} mark={Removed} /> : 'Aucun document.'}</dd>
      <dt>Après</dt>
      <dd className="m-0 mb-2">{after ? <FileLine file={after} mark={Added} /> : 'Aucun document.'}</dd>
    </dl>
  );
}

function FileLine({ file, mark: Mark }: { file: FileAnswer; mark: (props: { text: string }) => React.ReactNode }) {
  return (
    <>
      <a href={`/api/fichiers/${file.fileId}`} className="break-all">
        <Mark text={file.name} />
      </a>{' '}
      ({plural(file.pages, 'page', 'pages')}, {fileSize(file.bytes)}). <span className="fr-text--sm">SHA-256&nbsp;: </span>
      <code className="text-sm break-all">{file.sha256}</code>
    </>
  );
}

function Removed({ text }: { text: string }) {
  return (
    <del className="bg-(--background-contrast-error)">
      <span className="fr-sr-only"> [supprimé : </span>
      {text}
      <span className="fr-sr-only"> fin de ce qui est supprimé] </span>
    </del>
  );
}

function Added({ text }: { text: string }) {
  return (
    <ins className="bg-(--background-contrast-success) font-bold">
      <span className="fr-sr-only"> [ajouté : </span>
      {text}
      <span className="fr-sr-only"> fin de ce qui est ajouté] </span>
    </ins>
  );
}

function Unchanged({ summary, items }: { summary: string; items: string[] }) {
  return (
    <details className="fr-text--sm mb-4">
      <summary className="cursor-pointer">{summary}</summary>
      <ul className="mt-2">
        {items.map((item) => (
          <li key={item}>{withFrenchSpaces(item)}</li>
        ))}
      </ul>
    </details>
  );
}
