import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type FieldView, fieldViews } from '#components/form/field-view.ts';
import { dayField, timeField } from '#components/form/instant-fields.ts';
import { SimpleForm } from '#components/form/simple-form.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { holdsRole } from '#lib/domain/actor.ts';
import { channelLabels, depositChannels, proofFields } from '#lib/domain/assisted-deposit.ts';
import { identitySection, sectionOf } from '#lib/domain/call.ts';
import { frenchClosed, frenchClosing } from '#lib/domain/dates.ts';
import { phaseAt } from '#lib/domain/phase.ts';
import { callByCode, databaseNow } from '#lib/queries/call.ts';
import { startEntering } from './actions.ts';

export const metadata: Metadata = { title: 'Saisir un dossier reçu' };

export default async function NewAssistedDepositPage({ searchParams }: PageProps<'/administration/saisies/nouvelle'>) {
  const { appel } = await searchParams;
  const code = typeof appel === 'string' ? appel : '';
  const actor = await signedInActor(`/administration/saisies/nouvelle?${new URLSearchParams({ appel: code })}`);
  const call = await callByCode(code);
  const section = call && sectionOf(call.definition, identitySection);
  if (!call || !section || !holdsRole(actor, 'administrator', call.id)) notFound();
  const closed = phaseAt(call, await databaseNow()) === 'closed';
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Saisir un dossier reçu" back={{ href: `/administration/saisies?appel=${code}`, label: 'Dossiers saisis' }}>
        <p>
          {call.definition.shortTitle}&nbsp;: dépôt{' '}
          {closed ? `clos ${frenchClosed(call.closesAt)}` : `ouvert ${frenchClosing(call.closesAt)}`}.
        </p>
      </PageTitle>
      <Alert severity="info" title="L’instant qui compte est celui de la réception">
        <p>
          Il doit tomber pendant le dépôt. Il est inscrit au journal et sur l’accusé de réception, et ne se modifie plus&nbsp;: vérifiez-le.
          En saisissant ce dossier, vous vous en déportez.
        </p>
      </Alert>
      <SimpleForm
        fields={[...receptionFields, ...fieldViews(call.definition, null, section, {})]}
        action={startEntering.bind(null, code)}
        submitLabel="Commencer la saisie"
      />
    </div>
  );
}

const receptionFields: FieldView[] = [
  {
    code: proofFields.channel,
    label: 'Comment le dossier est-il arrivé\u00a0?',
    control: 'choice',
    options: depositChannels.map((channel) => ({ value: channel, label: channelLabels[channel] })),
  },
  dayField(proofFields.day, 'Jour de réception'),
  timeField(proofFields.time, 'Heure de réception', 'À l’heure de Paris. Pour un courrier sans heure, celle du cachet ou de la remise.'),
  {
    code: proofFields.reference,
    label: 'Référence de l’envoi',
    hint: 'Ce qui permet de le retrouver\u00a0: objet et expéditeur du courriel, numéro d’enregistrement du courrier.',
    control: 'line',
    type: 'text',
    autoComplete: 'off',
    narrow: false,
  },
  {
    code: proofFields.contact,
    label: 'Courriel de la personne du territoire qui confirmera',
    hint: 'Elle deviendra responsable du dossier. Par exemple prenom.nom@territoire.fr',
    control: 'line',
    type: 'email',
    autoComplete: 'off',
    narrow: false,
  },
];
