import { ExtensionNotice } from '#components/time/extension-notice.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { currentActor } from '#lib/auth/actor.ts';
import { daysLeft, frenchClosed, frenchClosing } from '#lib/domain/dates.ts';
import { phaseAt } from '#lib/domain/phase.ts';
import { plural } from '#lib/domain/text.ts';
import { currentCall, databaseNow } from '#lib/queries/call.ts';
import { openExtension } from '#lib/queries/closing.ts';

export default async function HomePage() {
  const [call, now, actor] = await Promise.all([currentCall(), databaseNow(), currentActor()]);
  const open = call && phaseAt(call, now) === 'deposit';
  return (
    <>
      <h1 className="fr-h1 max-w-[40rem]">Devenez Territoire d’Actions pour un Numérique Inclusif</h1>
      <p className="fr-text--lead max-w-[44rem]">
        Chaque année, l’État choisit dix territoires qui aident leurs habitants à se servir du numérique. Il leur donne un label, une charte
        signée et une année d’accompagnement.
      </p>
      {call && open && (
        <Alert severity="info" title={`${call.definition.shortTitle}\u00a0: dépôt ouvert ${frenchClosing(call.closesAt)}`}>
          <p>{plural(daysLeft(call.closesAt, now), 'jour restant', 'jours restants')}.</p>
        </Alert>
      )}
      <ExtensionNotice incident={await openExtension()} />
      {call && !open && <p>Le dernier appel est clos {frenchClosed(call.closesAt)}.</p>}
      <div className="mt-6 flex flex-wrap gap-4">
        <Link href={actor ? '/candidature' : '/connexion?suite=/candidature'} className="fr-btn">
          {actor ? 'Ouvrir ma candidature' : 'Candidater ou reprendre mon dossier'}
        </Link>
        <Link href="/appel" className="fr-btn fr-btn--secondary">
          Lire l’appel
        </Link>
        {call && open && (
          <Link href={`/appel/${call.definition.code}/test`} className="fr-btn fr-btn--tertiary">
            Suis-je concerné&nbsp;? Le test en deux étapes
          </Link>
        )}
      </div>
      <div className="mt-12 grid gap-8 md:grid-cols-3">
        {steps.map(({ title, text }) => (
          <section key={title} className="border-t-4 border-(--border-plain-blue-france) pt-4">
            <h2 className="fr-h5">{title}</h2>
            <p>{text}</p>
          </section>
        ))}
      </div>
      <p className="mt-8">
        Vous avez reçu une charte ou un accusé de réception&nbsp;? <Link href="/verifier">Vérifiez qu’il est authentique</Link>.
      </p>
    </>
  );
}

const steps = [
  {
    title: 'Candidater',
    text: 'Quatre pièces\u00a0: une présentation du territoire, la lettre d’un élu, une lettre de motivation et une fiche en sept sections. Tout s’enregistre au fur et à mesure.',
  },
  {
    title: 'Être choisi',
    text: 'La Mission vérifie chaque dossier, puis au moins deux personnes l’évaluent séparément, critère par critère. Les raisons de la décision vous sont données.',
  },
  {
    title: 'Être accompagné',
    text: 'Le territoire choisit ses engagements, signe la charte avec l’État, puis travaille un an avec la Mission et les autres territoires.',
  },
];
