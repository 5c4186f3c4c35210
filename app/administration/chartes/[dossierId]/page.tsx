import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CharterForm } from '#components/charter/charter-form.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { isOfTheMission } from '#lib/domain/actor.ts';
import { obstacle } from '#lib/domain/acts.ts';
import { textAnswer } from '#lib/domain/form.ts';
import { itemOnScreen } from '#lib/domain/misprints.ts';
import { refusalSentence } from '#lib/domain/refusals.ts';
import { receive } from '#lib/operations/reception.ts';
import { databaseNow } from '#lib/queries/call.ts';
import { examinedDossier } from '#lib/queries/instruction.ts';
import { lastSubmittedVersion } from '#lib/queries/submitted.ts';
import { issue } from './actions.ts';

export const metadata: Metadata = { title: 'Préparer la charte' };

export default async function CharterPage({ params }: PageProps<'/administration/chartes/[dossierId]'>) {
  const reception = receive();
  const { dossierId } = await params;
  const actor = await signedInActor(`/administration/chartes/${dossierId}`);
  const loaded = isOfTheMission(actor, ['administrator']) ? await examinedDossier(actor, dossierId, reception) : null;
  const submitted = loaded && (await lastSubmittedVersion(dossierId));
  if (!loaded || !submitted) notFound();
  const { dossier, call, situation } = loaded;
  const refusal = obstacle('issueCharter', situation);
  const answer = (section: string, question: string) => textAnswer(submitted.snapshot.answers, section, question);
  const today = (await databaseNow()).toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Préparer la charte" back={{ href: '/administration', label: 'Administration' }}>
        <p>
          {dossier.organisationName}, {dossier.number}. Une fois émise, la charte est scellée et ne change plus.
        </p>
      </PageTitle>
      {refusal ? (
        <Alert severity="info">
          <p>{refusalSentence(refusal)}</p>
        </Alert>
      ) : (
        <CharterForm
          versions={call.definition.charters.map(({ code, origin, minimumMeasures, measures, stateSignatory }) => ({
            code,
            origin,
            minimumMeasures,
            stateSignatory,
            measures: measures.map((m) => ({ code: m.code, label: m.label, text: itemOnScreen(call.definition, m.text) })),
          }))}
          initial={{
            'territoire-nom': answer('lettre', 'elu-nom'),
            'territoire-qualite': answer('lettre', 'elu-mandat'),
            'referent-nom': answer('referent', 'referent-nom'),
            'referent-contact': answer('referent', 'referent-courriel'),
            jour: today,
          }}
          action={issue.bind(null, dossierId)}
        />
      )}
    </div>
  );
}
