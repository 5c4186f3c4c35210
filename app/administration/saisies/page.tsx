import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { Alert } from '#components/ui/alert.tsx';
import { CallPicker } from '#components/ui/call-picker.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { holdsRole } from '#lib/domain/actor.ts';
import { assistanceLabels, channelWords } from '#lib/domain/assisted-deposit.ts';
import { frenchInstant } from '#lib/domain/dates.ts';
import { assistedDeposits } from '#lib/queries/assisted-deposit.ts';
import { callsOfTheMission } from '#lib/queries/instruction.ts';

export const metadata: Metadata = { title: 'Dossiers saisis pour les territoires' };

export default async function AssistedDepositsPage({ searchParams }: PageProps<'/administration/saisies'>) {
  const { appel, fait } = await searchParams;
  const actor = await signedInActor('/administration/saisies');
  const calls = (await callsOfTheMission(actor)).filter((call) => holdsRole(actor, 'administrator', call.id));
  const call = calls.find(({ definition }) => definition.code === appel) ?? calls[0];
  if (!call) notFound();
  const rows = await assistedDeposits(actor, call.id);
  return (
    <>
      <PageTitle title="Dossiers reçus par courriel ou sur papier" back={{ href: '/administration', label: 'Administration' }}>
        <p>
          Un territoire peut envoyer sa candidature sans passer par l’application. Une personne de la Mission la saisit telle qu’elle a été
          reçue, puis le territoire la relit et la confirme. Qui saisit un dossier ne l’instruit pas et ne le juge pas.
        </p>
      </PageTitle>
      {fait === 'abandon' && <Alert severity="success" role="status" title="La saisie est abandonnée&nbsp;: rien n’en reste" />}
      <CallPicker calls={calls} current={call} path="/administration/saisies" />
      <p>
        <Link href={`/administration/saisies/nouvelle?appel=${call.definition.code}`} className="fr-btn">
          Saisir un dossier reçu
        </Link>
      </p>
      {rows.length === 0 ? (
        <p>Aucun dossier n’a été saisi pour cet appel.</p>
      ) : (
        <ul className="fr-raw-list">
          {rows.map((row) => (
            <li key={row.dossierId} className="border-t border-(--border-default-grey) py-3">
              <Link href={`/administration/saisies/${row.dossierId}` as Route}>{row.organisationName}</Link>
              {row.number && ` (${row.number})`}
              <span className="block">
                <strong>{assistanceLabels[row.state]}.</strong> Reçu {channelWords[row.channel]} le {frenchInstant(row.receivedAt)}.
                {row.own && ' Saisi par vous.'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
