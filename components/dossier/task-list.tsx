import { Badge } from '@codegouvfr/react-dsfr/Badge';
import type { Route } from 'next';
import { Link } from '#components/ui/link.tsx';
import type { CallDefinition, Section } from '#lib/domain/call.ts';
import { blockingGaps, type SectionState, sectionState } from '#lib/domain/completeness.ts';
import type { DossierAnswers } from '#lib/domain/form.ts';
import { finishedSentence, type SectionWork } from '#lib/domain/section-work.ts';

type Props = {
  dossierId: string;
  definition: CallDefinition;
  answers: DossierAnswers;
  editable: boolean;
  /** The last submitted version is exactly what is written now. */
  submitted: boolean;
  /** What the team did of each page, by code. */
  works: ReadonlyMap<string, SectionWork>;
  /** Pages that still say what a past dossier said. */
  reused: ReadonlySet<string>;
  /** The page of the support letter, and whether an official has been asked for it. */
  letter: { sectionCode: string; asked: boolean } | null;
};

/** Everything there is to do, part by part, each with where it stands. « Terminé » never means « déposé »: the last line says so. */
export function TaskList({ dossierId, definition, answers, editable, submitted, works, reused, letter }: Props) {
  const states = new Map(definition.sections.map((section) => [section.code, sectionState(definition, answers, section)]));
  const letterToAsk = (code: string) => editable && letter?.sectionCode === code && !letter.asked && states.get(code) === 'toDo';
  const next = blockingGaps(definition, answers).length > 0 && definition.sections.find(({ code }) => states.get(code) !== 'complete');
  return (
    <section aria-labelledby="a-faire" className="mb-8 max-w-[48rem]">
      <h2 className="fr-h4" id="a-faire">
        {editable ? 'Préparer le dossier' : 'Le contenu du dossier'}
      </h2>
      {groups(definition).map(({ title, sections }) => (
        <div key={title} className="mb-6">
          <h3 className="fr-h6 mb-2">{title}</h3>
          <ul className="fr-raw-list border-t border-(--border-default-grey)">
            {sections.map((section) => (
              <li key={section.code} className="flex items-center justify-between gap-x-4 border-b border-(--border-default-grey) py-2">
                <span className="min-w-0 [overflow-wrap:anywhere]">
                  <Link href={`/candidature/${dossierId}/${section.code}` as Route}>{section.title}</Link>
                  <WorkOfTeam work={works.get(section.code)} />
                  {letterToAsk(section.code) && (
                    <span className="fr-text--xs m-0 block">À demander dès maintenant : c’est ce qui prend le plus de temps.</span>
                  )}
                </span>
                <span className="shrink-0">
                  <StateOfSection
                    state={states.get(section.code) ?? 'toDo'}
                    editable={editable}
                    reused={reused.has(section.code)}
                    asked={letter?.sectionCode === section.code && letter.asked}
                  />
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {editable && (
        <p className="mt-8 flex flex-wrap items-center gap-4">
          {next && (
            <Link href={`/candidature/${dossierId}/${next.code}` as Route} className="fr-btn">
              Continuer : {next.title}
            </Link>
          )}
          <Link href={`/candidature/${dossierId}/verifier`} className={`fr-btn ${next ? 'fr-btn--secondary' : ''}`}>
            {submitted ? 'Relire mon dossier déposé' : 'Vérifier mon dossier'}
          </Link>
          {submitted && <span className="fr-text--sm m-0">La version déposée est à jour.</span>}
        </p>
      )}
    </section>
  );
}

/** To whom a page is given and whether they say it is finished, under its name. */
function WorkOfTeam({ work }: { work: SectionWork | undefined }) {
  const said = work && [work.assignee && `Confiée à ${work.assignee.name}.`, finishedSentence(work)].filter(Boolean);
  return said && said.length > 0 ? <span className="fr-text--xs m-0 block text-(--text-mention-grey)">{said.join(' ')}</span> : null;
}

type StateProps = { state: SectionState; editable: boolean; reused: boolean; asked: boolean };

/** Only what is left to do carries a colour; what is done, or can be done no more, is plain text. */
function StateOfSection({ state, editable, reused, asked }: StateProps) {
  if (!editable && state !== 'complete')
    return <span className="fr-text--sm m-0">{state === 'started' ? 'Incomplet' : 'Non renseigné'}</span>;
  if (editable && reused) return <State severity="warning" words="À actualiser" />;
  if (state === 'complete') return <span className="fr-text--sm m-0">Terminé</span>;
  if (asked) return <State severity="info" words="Demandée" />;
  return state === 'started' ? <State severity="info" words="En cours" /> : <State severity="new" words="À faire" />;
}

function State({ severity, words }: { severity: 'info' | 'new' | 'warning'; words: string }) {
  return (
    <Badge as="span" small noIcon severity={severity}>
      {words}
    </Badge>
  );
}

/**
 * The pages of the form in the order in which « Enregistrer et continuer » opens them. A part of several pages is a group
 * of its own; what stands before, between and after such parts makes the other groups.
 */
function groups(definition: CallDefinition): { title: string; sections: Section[] }[] {
  const sizeOf = (part: string | null) => definition.sections.filter((section) => section.part === part).length;
  const longPart = ({ part }: Section) => (part !== null && sizeOf(part) > 1 ? part : null);
  const runs: { part: string | null; sections: Section[] }[] = [];
  for (const section of definition.sections) {
    const last = runs.at(-1);
    if (last?.part === longPart(section)) last.sections.push(section);
    else runs.push({ part: longPart(section), sections: [section] });
  }
  return runs.map(({ part, sections }, index) => ({ title: titleOf(definition, part, index), sections }));
}

function titleOf(definition: CallDefinition, part: string | null, index: number): string {
  if (part !== null) return definition.parts.find(({ code }) => code === part)?.label ?? '';
  return index === 0 ? 'Votre candidature' : 'Pour finir';
}
