import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { LetterCode, LetterCover, type LetterFacts, LetterForm, LetterRefusal, OtherSigner } from '#components/letter/official-letter.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { letterChallengeCookie } from '#lib/auth/letter-cookie.ts';
import { obstacle } from '#lib/domain/acts.ts';
import { frenchClosing, frenchInstant } from '#lib/domain/dates.ts';
import { isAwaited } from '#lib/domain/letter.ts';
import { confirmationSentence, signatureLines } from '#lib/domain/letter-text.ts';
import { receive } from '#lib/operations/reception.ts';
import { type LetterByLink, letterForOfficial } from '#lib/queries/letter.ts';
import { site } from '#lib/queries/site.ts';
import * as actions from './actions.ts';

// The title of the tab names nobody: a browser keeps it in its history.
export const metadata: Metadata = { title: 'Lettre de soutien', robots: { index: false, follow: false }, referrer: 'strict-origin' };

/** The official's page, without an account. Reading it changes nothing, whoever or whatever reads it. */
export default async function LetterPage({ params, searchParams }: PageProps<'/lettre/[token]'>) {
  const { token } = await params;
  const { etape, envoi } = await searchParams;
  const kept = (await cookies()).get(letterChallengeCookie(token))?.value;
  const found = await letterForOfficial(token, receive(), kept);
  if (!found) notFound();
  const { request, dossier, call, deadline, situation } = found;
  if (!isAwaited(request.state)) return <Ended found={found} />;
  if (obstacle('answerLetter', situation)) return <TooLate deadline={deadline} contactEmail={call.definition.contact.email} />;

  const { shortTitle, contact } = call.definition;
  const letter: LetterFacts = {
    organisationName: dossier.organisationName,
    callTitle: shortTitle,
    asker: request.asker,
    until: frenchClosing(deadline),
    official: request.official,
    signature: signatureLines(request.official),
    text: request.text,
    contactEmail: contact.email,
  };
  const address = `/lettre/${token}`;
  const step = stepOf(request.state, etape, found.awaitsCode);
  return (
    <div className="max-w-[40rem]">
      <PageTitle title={titles[step]}>
        <p className="m-0">
          Pour la candidature de « <strong className="break-words">{letter.organisationName}</strong> » à l’appel « {letter.callTitle} ».
        </p>
      </PageTitle>
      {step === 'cover' && <LetterCover letter={letter} open={actions.open.bind(null, token)} />}
      {step === 'text' && <LetterForm letter={letter} prepare={actions.prepare.bind(null, token)} address={address} />}
      {step === 'code' && (
        <LetterCode
          letter={letter}
          sentence={confirmationSentence(letter.organisationName)}
          confirm={actions.confirm.bind(null, token)}
          resend={actions.resend.bind(null, token)}
          address={address}
          again={typeof envoi === 'string' ? envoi : null}
        />
      )}
      {step === 'code' && site().demonstration && (
        <p className="fr-text--sm mt-4">
          Démonstration : le courriel est dans <Link href="/demo/courrier">le courrier</Link>.
        </p>
      )}
      {step === 'refusal' && <LetterRefusal refuse={actions.refuse.bind(null, token)} address={address} />}
      {step === 'other' && <OtherSigner designate={actions.designate.bind(null, token)} address={address} />}
    </div>
  );
}

const titles = {
  cover: 'Votre lettre de soutien',
  text: 'Votre lettre de soutien',
  code: 'Confirmer la lettre',
  refusal: 'Refuser de signer',
  other: 'Une autre personne signe',
};

function stepOf(state: LetterByLink['request']['state'], asked: unknown, awaitsCode: boolean): keyof typeof titles {
  if (asked === 'refus') return 'refusal';
  if (asked === 'autre') return 'other';
  if (state === 'sent') return 'cover';
  return awaitsCode && asked !== 'texte' ? 'code' : 'text';
}

/** What is left of a link whose letter was confirmed, or is no longer asked for. */
function Ended({ found: { request, dossier, call } }: { found: LetterByLink }) {
  const { confirmation } = request;
  if (request.state === 'confirmed' && confirmation) {
    return (
      <div className="max-w-[40rem]">
        <PageTitle title="La lettre est confirmée" />
        <Alert severity="success" title="Merci">
          <p>
            La lettre de soutien à la candidature de « <span className="break-words">{dossier.organisationName}</span> » a été confirmée le{' '}
            {frenchInstant(confirmation.confirmedAt)}.
          </p>
        </Alert>
        <p>
          {confirmation.sealed
            ? 'Elle est scellée et jointe au dossier. Vous n’avez plus rien à faire.'
            : 'Elle est en train d’être scellée, puis jointe au dossier. Vous n’avez plus rien à faire : vous pouvez fermer cette page.'}
        </p>
        <p>
          Code de vérification&nbsp;: <Link href={`/verifier/${confirmation.documentCode}`}>{confirmation.documentCode}</Link>
        </p>
      </div>
    );
  }
  const ended = request.state === 'refused' ? refused : request.proposed ? designated : over;
  return (
    <div className="max-w-[40rem]">
      <PageTitle title={ended.title} />
      <p>{ended.words}</p>
      <p>
        Une question ? Écrivez à <a href={`mailto:${call.definition.contact.email}`}>{call.definition.contact.email}</a>.
      </p>
    </div>
  );
}

const refused = { title: 'Votre refus est transmis', words: 'L’équipe est prévenue, avec votre raison. Vous n’avez plus rien à faire.' };
const designated = {
  title: 'Merci, l’équipe est prévenue',
  words: 'Elle vérifiera, puis écrira à la personne que vous avez indiquée. Vous n’avez plus rien à faire.',
};
const over = {
  title: 'Ce lien ne sert plus',
  words: 'La demande a été retirée, ou adressée autrement. Si vous en avez reçu une plus récente, utilisez le lien du dernier courriel.',
};

function TooLate({ deadline, contactEmail }: { deadline: Date; contactEmail: string }) {
  return (
    <div className="max-w-[40rem]">
      <PageTitle title="Le délai est passé" />
      <p>La lettre était attendue {frenchClosing(deadline)}. Elle ne peut plus rejoindre le dossier.</p>
      <p>
        Une question ? Écrivez à <a href={`mailto:${contactEmail}`}>{contactEmail}</a>.
      </p>
    </div>
  );
}
