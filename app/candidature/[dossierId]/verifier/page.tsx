import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CorrectionBanner } from '#components/dossier/correction-banner.tsx';
import { DepositForm } from '#components/dossier/deposit-form.tsx';
import { GapList } from '#components/dossier/gap-list.tsx';
import { RecapList } from '#components/dossier/recap-list.tsx';
import { NotSubmitted } from '#components/dossier/submission-state.tsx';
import { UnchangedPages } from '#components/dossier/unchanged-pages.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { obstacle } from '#lib/domain/acts.ts';
import { differences, gapsOf } from '#lib/domain/completeness.ts';
import { openCorrection } from '#lib/domain/correction.ts';
import { frenchInstant, frenchInstantToTheSecond } from '#lib/domain/dates.ts';
import { proposeEligibility } from '#lib/domain/eligibility.ts';
import { recapOf } from '#lib/domain/form.ts';
import { identityOf } from '#lib/domain/identity.ts';
import { submissionGaps } from '#lib/domain/letter-place.ts';
import { closingThere, placeOf } from '#lib/domain/local-time.ts';
import { refusalSentence } from '#lib/domain/refusals.ts';
import { plural } from '#lib/domain/text.ts';
import { visaBlocks } from '#lib/domain/visa.ts';
import { receive } from '#lib/operations/reception.ts';
import { type OwnDossier, ownDossier } from '#lib/queries/dossier.ts';
import { letterFollows } from '#lib/queries/letter-situation.ts';
import { teamOf } from '#lib/queries/team.ts';
import { PagesToUpdate } from '../reuse.tsx';
import { submit, submitCorrections } from './actions.ts';
import { NotDeposited } from './not-deposited.tsx';

export const metadata: Metadata = { title: 'Vérifier mon dossier' };

export default async function CheckPage({ params, searchParams }: PageProps<'/candidature/[dossierId]/verifier'>) {
  const reception = receive();
  const { dossierId } = await params;
  const { refus } = await searchParams;
  const actor = await signedInActor(`/candidature/${dossierId}/verifier`);
  const own = await ownDossier(actor, dossierId, reception);
  if (!own) notFound();
  const { dossier, call, counting, situation, submitted, changed, changes, correction, phase } = own;
  const correcting = openCorrection(situation);
  const whole = obstacle('editDossier', situation) === null;
  const editable = whole ? call.definition.sections.map(({ code }) => code) : (correcting?.sections ?? []);
  const upToDate = submitted !== null && !changed;
  const back = { href: `/candidature/${dossierId}`, label: dossier.organisationName };
  const recap = <RecapList recaps={recapOf(call.definition, counting)} dossierId={dossierId} editable={editable} />;
  const asked = (
    <CorrectionBanner
      dossierId={dossierId}
      placeCode={dossier.placeCode}
      definition={call.definition}
      {...{ correction, changed }}
      version={dossier.submittedVersion}
    />
  );
  const notSubmitted = changed && submitted && (
    <NotSubmitted {...{ dossierId, submitted, phase, changes }} correctionDueAt={correcting?.dueAt} />
  );
  if (editable.length === 0 || upToDate) {
    return (
      <>
        <PageTitle title={submitted ? 'Relire mon dossier déposé' : 'Relire mon dossier'} back={back} />
        <NotDeposited refusal={refus} dossierId={dossierId} correcting={submitted !== null && phase === 'closed'} blocking={0} />
        {asked}
        <Standing own={own} />
        {notSubmitted}
        {recap}
      </>
    );
  }

  const gaps = gapsOf(call.definition, counting);
  const blocking = submissionGaps(call.definition, counting, await letterFollows(own));
  const blockingCodes = new Set(blocking.map(({ questionCode }) => questionCode));
  const eligibility = proposeEligibility(call.definition, identityOf(counting).organisationKind);
  const visaLacks = visaBlocks({ visaLacking: situation.visaLacking, now: situation.now, closesAt: situation.call.closesAt });
  const unchanged = call.definition.sections.filter(
    (section) => correcting?.sections.includes(section.code) && !changes.some(({ code }) => code === section.code),
  );
  const refusal = obstacle(correcting ? 'submitCorrection' : 'submitDossier', { ...situation, problems: blocking.length });
  return (
    <>
      <PageTitle title={correcting ? 'Vérifier mes corrections' : 'Vérifier mon dossier'} back={back}>
        <p>
          Relisez votre dossier tel que la Mission le lira, puis {correcting ? 'déposez vos corrections' : 'déposez-le'}{' '}
          {closingThere(correcting?.dueAt ?? call.closesAt, placeOf(dossier.placeCode))}.
        </p>
      </PageTitle>
      <NotDeposited refusal={refus} dossierId={dossierId} correcting={correcting !== null} blocking={blocking.length} />
      {correcting && asked}
      {correcting && <UnchangedPages dossierId={dossierId} pages={unchanged} />}
      <GapList
        severity="warning"
        title={`Il manque ${plural(blocking.length, 'élément', 'éléments')} pour déposer`}
        gaps={blocking}
        dossierId={dossierId}
        testId="manques-bloquants"
      />
      <GapList
        severity="info"
        title="À compléter si vous le pouvez (cela n’empêche pas de déposer)"
        gaps={[...gaps.filter(({ questionCode }) => !blockingCodes.has(questionCode)), ...differences(call.definition, counting)].filter(
          ({ sectionCode }) => editable.includes(sectionCode),
        )}
        dossierId={dossierId}
        testId="manques-conseilles"
      />
      {eligibility.proposal === 'ineligible' && (
        <Alert severity="warning" title="Votre structure semble ne pas pouvoir candidater">
          <p>{eligibility.reason} Vous pouvez déposer votre dossier&nbsp;: la Mission décidera et vous dira pourquoi.</p>
        </Alert>
      )}
      {visaLacks && refus !== 'visaMissing' && (
        <Alert severity="warning" title="Un visa est obligatoire avant de déposer">
          <p>
            {refusalSentence('visaMissing')} <Link href={`/candidature/${dossierId}/visa`}>Voir le visa</Link>
          </p>
        </Alert>
      )}
      {notSubmitted}
      <PagesToUpdate own={own} />
      {blocking.length === 0 && !submitted && !visaLacks && (
        <Alert severity="success" title="Votre dossier est complet">
          <p>Il n’est pas encore déposé&nbsp;: utilisez le bouton en bas de page.</p>
        </Alert>
      )}
      {recap}
      {refusal === 'notFound' ? (
        <OnlyLeads dossierId={dossierId} act={correcting ? 'déposer les corrections' : 'le déposer'} />
      ) : (
        <DepositForm
          action={(correcting ? submitCorrections : submit).bind(null, dossierId, actor.userId, dossier.submittedVersion + 1)}
          label={correcting ? 'Déposer mes corrections' : undefined}
          asksName={!actor.name.trim()}
          sentence={depositSentence(submitted?.version ?? null, correcting !== null)}
        />
      )}
    </>
  );
}

/** Who can press the button this person does not have. */
async function OnlyLeads({ dossierId, act }: { dossierId: string; act: string }) {
  const { members } = await teamOf(dossierId);
  const leads = members.filter(({ role }) => role === 'lead').map(({ name, email }) => name || email);
  return (
    <p>
      Seule une personne responsable du dossier peut {act}&nbsp;: {leads.join(', ')}.
    </p>
  );
}

/** What the deposit will do. */
function depositSentence(version: number | null, correcting: boolean): string {
  if (correcting)
    return 'Ce dépôt répond à la demande de la Mission par une nouvelle version de votre dossier, qui ne se modifiera plus ensuite.';
  return version !== null
    ? `Ce dépôt remplacera la version ${version}. La dernière version déposée compte.`
    : 'Vous recevrez un numéro et un accusé de réception. Vous pourrez encore modifier et déposer à nouveau avant la clôture.';
}

/** Of a dossier there is nothing to deposit from: what was deposited and when, or that nothing was. */
function Standing({ own: { dossier, call, submitted, phase } }: { own: OwnDossier }) {
  if (dossier.status === 'withdrawn') {
    return (
      <Alert severity="warning" title={`Dossier n° ${dossier.number} retiré`}>
        <p>
          La Mission ne l’examinera pas. <Link href={`/candidature/${dossier.id}`}>Voir la page du dossier</Link>
        </p>
      </Alert>
    );
  }
  if (!submitted) {
    return (
      <Alert severity="info" title="Ce dossier n’a pas été déposé">
        {phase === 'beforeOpening' && call.opensAt ? (
          <p>Le dépôt ouvrira le {frenchInstant(call.opensAt)}.</p>
        ) : (
          <p>Le dépôt est clos depuis le {frenchInstant(call.closesAt)}. Votre texte reste lisible ici.</p>
        )}
      </Alert>
    );
  }
  return (
    <Alert severity={phase === 'deposit' ? 'success' : 'info'} title={`Dossier déposé sous le numéro ${dossier.number}`}>
      <p>
        Version {submitted.version}, reçue le {frenchInstantToTheSecond(submitted.receivedAt)}.{' '}
        <Link href={`/candidature/${dossier.id}/depot`}>Voir l’accusé de réception</Link>
      </p>
      {phase === 'deposit' && (
        <p>
          Rien n’a changé depuis&nbsp;: il n’y a rien à déposer de nouveau. Vous pouvez encore modifier le dossier{' '}
          {closingThere(call.closesAt, placeOf(dossier.placeCode))}.
        </p>
      )}
    </Alert>
  );
}
