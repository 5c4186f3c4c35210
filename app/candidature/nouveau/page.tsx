import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RequiredFields } from '#components/form/field-parts.tsx';
import { fieldViews } from '#components/form/field-view.ts';
import { SimpleForm } from '#components/form/simple-form.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { identityQuestions, identitySection, organisationKindOf, sectionOf } from '#lib/domain/call.ts';
import { frenchClosing } from '#lib/domain/dates.ts';
import { phaseAt } from '#lib/domain/phase.ts';
import { refusalSentence } from '#lib/domain/refusals.ts';
import { callByCode, databaseNow } from '#lib/queries/call.ts';
import { startDossier } from './actions.ts';

export const metadata: Metadata = { title: 'Commencer un dossier' };

export default async function NewDossierPage({ searchParams }: PageProps<'/candidature/nouveau'>) {
  const { appel, nature } = await searchParams;
  const code = typeof appel === 'string' ? appel : '';
  // From the self-test, which knows it already.
  const kind = typeof nature === 'string' ? nature : '';
  await signedInActor(`/candidature/nouveau?${new URLSearchParams({ appel: code, ...(kind && { nature: kind }) })}`);
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
        {phase === 'deposit' && (
          <p>
            Vous hésitez ? <Link href={`/appel/${code}/test`}>Vérifiez d’abord que l’appel vous concerne</Link>.
          </p>
        )}
        {phase === 'deposit' && <RequiredFields />}
      </PageTitle>
      {phase === 'deposit' ? (
        <SimpleForm
          fields={fieldViews(call.definition, null, section, {})}
          values={organisationKindOf(call.definition, kind) ? { [identityQuestions.organisationKind]: kind } : {}}
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
