import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RequiredFields } from '#components/form/field-parts.tsx';
import { fieldViews } from '#components/form/field-view.ts';
import { SimpleForm } from '#components/form/simple-form.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { identitySection, sectionOf } from '#lib/domain/call.ts';
import { frenchClosing } from '#lib/domain/dates.ts';
import { phaseAt } from '#lib/domain/phase.ts';
import { refusalSentence } from '#lib/domain/refusals.ts';
import { callByCode, databaseNow } from '#lib/queries/call.ts';
import { startDossier } from './actions.ts';

export const metadata: Metadata = { title: 'Commencer un dossier' };

export default async function NewDossierPage({ searchParams }: PageProps<'/candidature/nouveau'>) {
  const { appel } = await searchParams;
  const code = typeof appel === 'string' ? appel : '';
  await signedInActor(`/candidature/nouveau?appel=${encodeURIComponent(code)}`);
  const call = await callByCode(code);
  const section = call && sectionOf(call.definition, identitySection);
  if (!call || !section) notFound();
  const now = await databaseNow();
  const phase = phaseAt(call, now);
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Commencer un dossier" back={{ href: '/candidature', label: 'Ma candidature' }}>
        <p>
          {call.definition.shortTitle} : dépôt {frenchClosing(call.closesAt)}. Vous pourrez revenir sur ces informations.
        </p>
        {phase === 'deposit' && <RequiredFields />}
      </PageTitle>
      {phase === 'deposit' ? (
        <SimpleForm
          fields={fieldViews(call.definition, null, section, {})}
          action={startDossier.bind(null, code)}
          submitLabel="Créer le dossier"
        />
      ) : (
        <Alert severity="info">
          <p>
            {refusalSentence(phase === 'beforeOpening' ? 'notOpenYet' : 'depositClosed', {
              opensAt: call.opensAt,
              closesAt: call.closesAt,
              now,
            })}
          </p>
        </Alert>
      )}
    </div>
  );
}
