import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { SubmitButton } from '#components/form/submit-button.tsx';
import { GuardedForm } from '#components/import/guarded-form.tsx';
import { ImportDocument } from '#components/import/import-document.tsx';
import { ImportProblems } from '#components/import/import-problems.tsx';
import { ImportRows } from '#components/import/import-rows.tsx';
import { ImportSuggestions } from '#components/import/import-suggestions.tsx';
import { ImportSummary } from '#components/import/import-summary.tsx';
import { ImportTray } from '#components/import/import-tray.tsx';
import { Confirmation } from '#components/ui/confirmation.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { obstacle } from '#lib/domain/acts.ts';
import { sectionOf } from '#lib/domain/call.ts';
import { chosenCategory } from '#lib/domain/form.ts';
import { servedBy } from '#lib/domain/import/pieces.ts';
import { reviewRows } from '#lib/domain/import/review.ts';
import { takingOf } from '#lib/domain/import/taking.ts';
import { isRefusal, refusalSentence } from '#lib/domain/refusals.ts';
import { receive } from '#lib/operations/reception.ts';
import { currentCall } from '#lib/queries/call.ts';
import { ownDossier } from '#lib/queries/dossier.ts';
import { savedPages } from '#lib/queries/dossier-answers.ts';
import { documentImport } from '#lib/queries/import.ts';
import { hasLostSession, LostSession } from '../../../lost-session.tsx';
import { discard } from '../actions.ts';
import { choose } from './actions.ts';
import { keptChoiceFields } from './kept-choices.ts';

export const metadata: Metadata = { title: 'Choisir les réponses à reprendre' };

export default async function ReviewImportPage({ params, searchParams }: PageProps<'/candidature/[dossierId]/importer/[importId]'>) {
  // Who is asking, and may they.
  const { dossierId, importId } = await params;
  const { refus, pages } = await searchParams;
  const page = `/candidature/${dossierId}/importer/${importId}`;
  if (await hasLostSession()) {
    const action = choose.bind(null, dossierId, importId);
    return <LostSession action={action} page={page} fields={keptChoiceFields((await currentCall())?.definition)} />;
  }
  const actor = await signedInActor(page);
  const own = await ownDossier(actor, dossierId, receive());
  if (!own) notFound();
  const read = await documentImport(dossierId, importId);
  if (!read) redirect(`/candidature/${dossierId}/importer?fait=deja`);
  if (obstacle('takeAnswers', own.situation)) redirect(`/candidature/${dossierId}/importer`);

  // What the page shows: the answers and their versions are read together, one is the guard of the other.
  const { definition } = own.call;
  const { reading, choices, choicesVersion, file } = read;
  const { answers, versions } = await savedPages(dossierId);
  const rows = reviewRows(definition, answers, reading);
  const problems = refus === 'invalid' && choices ? takingOf(definition, answers, reading, choices).problems : {};
  const changed = typeof pages === 'string' ? pages.split(',').flatMap((code) => sectionOf(definition, code)?.title ?? []) : [];
  const fields = keptChoiceFields(definition);
  const common = { definition, choices, problems };

  return (
    <div className="max-w-[60rem]">
      <PageTitle
        title="Choisir les réponses à reprendre"
        back={{ href: `/candidature/${dossierId}/importer`, label: 'Importer un document déjà écrit' }}
      >
        <p className="m-0 break-all">Document lu&nbsp;: {file.name}</p>
      </PageTitle>
      {isRefusal(refus) ? (
        <ImportProblems sentence={refusalSentence(refus)} problems={problems} rows={rows} changedPages={changed} />
      ) : (
        <ImportSummary reading={reading} rows={rows} />
      )}
      <GuardedForm action={choose.bind(null, dossierId, importId)} page={page} writer={actor.userId} seen={choicesVersion} fields={fields}>
        <ImportRows {...common} rows={rows} versions={versions} />
        <ImportTray {...common} tray={reading.tray} />
        <ImportSuggestions {...common} category={chosenCategory(definition, answers)} suggestions={reading.suggestions} />
        <ImportDocument name={file.name} pieces={servedBy(definition, file)} answers={answers} choices={choices} />
        <div className="mt-10 flex flex-wrap items-center gap-4 border-t border-(--border-default-grey) pt-6" id="reprendre">
          <button type="submit" name="acte" value="reprendre" className="fr-btn">
            Reprendre ces réponses
          </button>
          <button type="submit" name="acte" value="garder" className="fr-btn fr-btn--secondary">
            Garder mes choix pour plus tard
          </button>
        </div>
      </GuardedForm>
      <div className="mt-10">
        <Confirmation label="Ne rien reprendre de ce document" secondary>
          <p>Le document sera retiré, avec ce qui y a été lu. Votre dossier ne change pas.</p>
          <form action={discard.bind(null, dossierId, actor.userId, file.fileId)}>
            <SubmitButton>Retirer ce document</SubmitButton>
          </form>
        </Confirmation>
      </div>
    </div>
  );
}
