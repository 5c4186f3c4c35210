import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { PageToCorrect } from '#components/dossier/correction-banner.tsx';
import { PartStepper } from '#components/dossier/part-stepper.tsx';
import { ReadOnlySection } from '#components/dossier/read-only-section.tsx';
import { ReusedPage } from '#components/dossier/reuse-offer.tsx';
import { SubmittedPage } from '#components/dossier/submitted-page.tsx';
import { UploadedPages } from '#components/dossier/uploaded-pages.tsx';
import type { Conflict } from '#components/form/autosaver.ts';
import { RequiredFields } from '#components/form/field-parts.tsx';
import { fieldValues, fieldViews } from '#components/form/field-view.ts';
import { LeftDraft } from '#components/form/left-draft.tsx';
import { Reopened } from '#components/form/reopened.tsx';
import { SectionForm } from '#components/form/section-form.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { isPlainPost, signedInActor } from '#lib/auth/actor.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { obstacle } from '#lib/domain/acts.ts';
import { type Section, sectionOf } from '#lib/domain/call.ts';
import { writingAct } from '#lib/domain/correction.ts';
import { frenchInstant } from '#lib/domain/dates.ts';
import { answerProblems, chosenCategory, draftProblems, formContext, readSection, recapOf, startingAnswers } from '#lib/domain/form.ts';
import { knownWord } from '#lib/domain/known-word.ts';
import type { FileAnswer } from '#lib/domain/question-kinds.ts';
import { refusalSentence } from '#lib/domain/refusals.ts';
import { sameAnswers } from '#lib/domain/snapshot.ts';
import { isUploadRefusal, uploadRefusalSentence } from '#lib/domain/upload.ts';
import { receive } from '#lib/operations/reception.ts';
import { type OwnDossier, ownDossier } from '#lib/queries/dossier.ts';
import { lastWriter, savedSection } from '#lib/queries/dossier-answers.ts';
import { pieceView } from '#lib/queries/piece.ts';
import { hasLostSession, LostSession, publicFields } from '../../lost-session.tsx';
import { goBackToSubmitted, saveAndContinue } from './actions.ts';
import { conflictOf } from './conflict.ts';
import { keptTexts } from './kept-texts.ts';
import { LetterPart } from './letter.tsx';
import { notAttachedSentence, previousPage, savedButSentence, TO_CORRECT } from './pages.ts';
import { TeamWork, WhoIsHere } from './work.tsx';

/** Read once for the title and for the page. */
const own = cache(async (dossierId: string, code: string) => {
  const reception = receive();
  if (await hasLostSession()) return null;
  const actor = await signedInActor(pageOf(dossierId, code));
  const dossier = await ownDossier(actor, dossierId, reception);
  return dossier && { ...dossier, actor };
});

const pageOf = (dossierId: string, code: string) => `/candidature/${dossierId}/${code}`;
const autosaveOf = (dossierId: string, code: string) => `/api/brouillons/${dossierId}/${code}`;

export async function generateMetadata({ params }: PageProps<'/candidature/[dossierId]/[section]'>): Promise<Metadata> {
  const { dossierId, section: code } = await params;
  const dossier = await own(dossierId, code);
  const section = dossier && sectionOf(dossier.call.definition, code);
  if (!dossier && (await isPlainPost())) return { title: 'Texte pas encore enregistré' };
  return { title: section ? `${section.title} – ${dossier.dossier.organisationName}` : 'Page introuvable' };
}

const doneSentences = {
  'version-deposee': 'La page contient de nouveau ce que vous aviez déposé.',
  'page-changee': 'La page venait de changer\u00a0: relisez-la, puis revenez à la version déposée si c’est toujours ce que vous voulez.',
};

export default async function SectionPage({ params, searchParams }: PageProps<'/candidature/[dossierId]/[section]'>) {
  // Who is asking, and may they.
  const { dossierId, section: code } = await params;
  const query = await searchParams;
  const dossier = await own(dossierId, code);
  const section = dossier && sectionOf(dossier.call.definition, code);
  if (!dossier && (await isPlainPost())) {
    const action = saveAndContinue.bind(null, dossierId, code);
    return <LostSession action={action} page={pageOf(dossierId, code)} fields={await publicFields(code)} />;
  }
  if (!dossier || !section) notFound();
  const { actor } = dossier;

  // What the page shows.
  const { definition } = dossier.call;
  const refusal = obstacle(writingAct(dossier.situation), { ...dossier.situation, section: code });
  const version = dossier.versions[code] ?? 0;
  const answers = refusal ? (dossier.counting[code] ?? {}) : startingAnswers(definition, dossier.counting, section);
  const context = formContext(definition, dossier.counting);
  const fields = fieldViews(definition, chosenCategory(definition, dossier.counting), section, answers);
  const file = fields.find((field) => field.control === 'file')?.file ?? null;
  const piece = file && (await pieceView(actor, dossierId, file));
  const values = fieldValues(section, answers);
  const kept = await keptFrom(query, { section, actor, dossier, values });
  const shown = { ...values, ...kept.values };
  const typed = kept.values === noTexts ? {} : readSection(section, (name) => shown[name] ?? null, context);
  const problems = { ...draftProblems(section, typed), ...answerProblems(section, { ...answers, ...typed }, context) };
  const uploadProblem = uploadProblemOf(fields, query.envoi);
  const done = knownWord(doneSentences, query.fait);
  const previous = previousPage(definition, dossierId, code);
  const times = { opensAt: dossier.call.opensAt, closesAt: dossier.call.closesAt, now: dossier.situation.now };

  return (
    <div className="max-w-[48rem]">
      <PageTitle
        title={section.title}
        back={{ href: `/candidature/${dossierId}`, label: dossier.dossier.organisationName }}
        above={<PartStepper definition={definition} section={section} />}
      >
        {section.intro.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {refusal === null && section.questions.some(({ need }) => need === 'blocking') && <RequiredFields />}
      </PageTitle>
      {done && <Alert severity="info" title={done} role="status" />}
      {query.envoi === 'recu' && <Alert severity="success" title="Le document est joint" role="status" />}
      <LetterPart own={dossier} code={code} query={query} />
      {refusal ? (
        <>
          <Alert severity="info" title="Cette page ne se modifie plus">
            {dossier.phase === 'closed' ? (
              <p>
                Le dépôt est clos depuis le {frenchInstant(dossier.call.closesAt)}.{' '}
                {dossier.submitted ? `Voici ce que contient la version ${dossier.submitted.version}, déposée.` : 'Voici votre texte.'}
              </p>
            ) : (
              <WhyNotWritten
                withdrawn={dossier.dossier.status === 'withdrawn'}
                dossierId={dossierId}
                sentence={refusalSentence(refusal, times)}
              />
            )}
          </Alert>
          <LeftDraft owner={actor.userId} place={autosaveOf(dossierId, code)} fields={fields} />
          <ReadOnlySection recap={recapOf(definition, dossier.counting).find((r) => r.section.code === code)} />
          {!sameAnswers({ [code]: answers }, { [code]: dossier.answers[code] ?? {} }) && (
            <details className="mb-6">
              <summary className="cursor-pointer">Lire ce que vous aviez écrit ensuite, qui n’a pas été déposé</summary>
              <div className="mt-4 border-l-4 border-(--border-default-grey) pl-4">
                <ReadOnlySection recap={recapOf(definition, dossier.answers).find((r) => r.section.code === code)} />
              </div>
            </details>
          )}
        </>
      ) : (
        <>
          <ReusedPage year={dossier.reusedFrom[code] ?? null} />
          <PageToCorrect dossierId={dossierId} correction={dossier.correction} code={code} placeCode={dossier.dossier.placeCode} />
          {dossier.submitted && (
            <SubmittedPage
              dossierId={dossierId}
              submitted={dossier.submitted}
              section={section}
              differs={dossier.changes.includes(section)}
              goBack={goBackToSubmitted.bind(null, dossierId, code, actor.userId, version)}
            />
          )}
          <WhoIsHere actor={actor} dossierId={dossierId} code={code} />
          <Reopened version={version}>
            <SectionForm
              fields={fields}
              values={values}
              version={version}
              autosaveUrl={autosaveOf(dossierId, code)}
              writer={{ userId: actor.userId, email: actor.email }}
              page={pageOf(dossierId, code)}
              action={
                file !== null || fields.some((f) => f.control === 'file')
                  ? `/api/pieces/${dossierId}/${code}`
                  : saveAndContinue.bind(null, dossierId, code)
              }
              initialState={{
                values: kept.values,
                problems: { ...problems, ...uploadProblem },
                sentence: sentenceFor(query.envoi, problems, uploadProblem),
                conflict: kept.conflict,
              }}
              nextLabel="Enregistrer et continuer"
            />
          </Reopened>
        </>
      )}
      {file && piece && <UploadedPages file={file as FileAnswer} {...piece} />}
      {refusal === null && <TeamWork actor={actor} dossierId={dossierId} code={code} />}
      {previous && (
        <p className="mt-6">
          <Link href={previous.href}>← {previous.title}</Link>
        </p>
      )}
    </div>
  );
}

/** What to say of what was just sent, when the page could not be left. */
function sentenceFor(sent: unknown, problems: Record<string, string>, uploadProblem: Record<string, string>): string | null {
  if (Object.keys(uploadProblem).length > 0) return 'Le document n’a pas été joint. Rien n’a été enregistré de ce fichier.';
  if (notAttachedSentence(sent)) return notAttachedSentence(sent);
  return sent === TO_CORRECT && Object.keys(problems).length > 0 ? savedButSentence(problems) : null;
}

/** Why the file just sent was refused, on its field. */
function uploadProblemOf(fields: ReturnType<typeof fieldViews>, refusal: unknown): Record<string, string> {
  const field = fields.find((f) => f.control === 'file');
  return field && isUploadRefusal(refusal) ? { [field.code]: uploadRefusalSentence(refusal, field.maxBytes) } : {};
}

const noTexts: Record<string, string> = {};
/** A withdrawn dossier is not written, but what to do is not to reload the page. */
function WhyNotWritten({ withdrawn, dossierId, sentence }: { withdrawn: boolean; dossierId: string; sentence: string }) {
  if (!withdrawn) return <p>{sentence}</p>;
  return (
    <p>
      Le dossier est retiré. Pour le modifier, <Link href={`/candidature/${dossierId}`}>annulez d’abord le retrait</Link>, si le dépôt est
      encore ouvert.
    </p>
  );
}

type Around = { section: Section; actor: Actor; dossier: OwnDossier; values: Record<string, string> };

/**
 * Short texts that could not be saved with a file come back in the address; those of somebody who saved the page since are
 * shown beside. An address opened again later brings nothing that is already there.
 */
async function keptFrom(
  query: Record<string, string | string[] | undefined>,
  { section, actor, dossier, values }: Around,
): Promise<{ values: Record<string, string>; conflict: Conflict | null }> {
  const kept = keptTexts(query, section);
  // What was left empty takes nothing away from what somebody wrote.
  const written = Object.entries(kept?.values ?? {}).filter(([name, text]) => text !== '' && text !== (values[name] ?? ''));
  if (!kept || written.length === 0) return { values: noTexts, conflict: null };
  const [saved, by] = await Promise.all([savedSection(dossier.dossier.id, section.code), lastWriter(dossier.dossier.id, section.code)]);
  const conflict = saved.version === kept.base ? null : conflictOf({ ...saved, section, by, now: dossier.situation.now }, actor);
  return { values: Object.fromEntries(written), conflict };
}
