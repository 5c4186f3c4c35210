import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { RefreshWhilePreparing } from '#components/ui/refresh-while-preparing.tsx';
import { frenchInstant } from '#lib/domain/dates.ts';
import type { LetterState } from '#lib/domain/letter.ts';

/** A request of a letter as its team follows it. */
export type FollowedLetter = {
  state: LetterState;
  official: { name: string; email: string };
  sentAt: Date;
  openedAt: Date | null;
  reason: string;
  proposed: { name: string; email: string } | null;
  confirmation: { documentCode: string; confirmedAt: Date; sealed: boolean } | null;
};

/** Where the letter asked of an official stands, and what there is to do about it. */
export function LetterStatus({ letter }: { letter: FollowedLetter }) {
  const { official, confirmation, proposed } = letter;
  const who = <strong className="break-words">{official.name}</strong>;
  switch (letter.state) {
    case 'sent':
      return (
        <Alert severity="info" title="Lettre de soutien : demande envoyée, pas encore ouverte">
          <p>
            Envoyée à {who}, <span className="break-all">{official.email}</span>, le {frenchInstant(letter.sentAt)}.
          </p>
        </Alert>
      );
    case 'opened':
      return (
        <Alert severity="info" title="Lettre de soutien : ouverte, pas encore confirmée">
          <p>
            {who} a ouvert la lettre{letter.openedAt && ` le ${frenchInstant(letter.openedAt)}`}.
          </p>
        </Alert>
      );
    case 'prepared':
      return (
        <Alert severity="info" title="Lettre de soutien : il ne manque que le code">
          <p>
            Le texte est arrêté et un code est parti à <span className="break-all">{official.email}</span>. {who} doit le saisir pour
            confirmer.
          </p>
        </Alert>
      );
    case 'confirmed':
      return (
        <Alert
          severity="success"
          title={confirmation?.sealed ? 'Lettre de soutien confirmée et jointe au dossier' : 'Lettre de soutien confirmée'}
        >
          <p>
            Par {who}
            {confirmation && `, le ${frenchInstant(confirmation.confirmedAt)}`}.
          </p>
          {confirmation && !confirmation.sealed && (
            <>
              <p>Elle est en train d’être scellée, puis jointe au dossier : cela prend quelques secondes.</p>
              <RefreshWhilePreparing />
            </>
          )}
          {confirmation?.sealed && (
            <p>
              Code de vérification&nbsp;: <Link href={`/verifier/${confirmation.documentCode}`}>{confirmation.documentCode}</Link>
            </p>
          )}
        </Alert>
      );
    case 'refused':
      return (
        <Alert severity="warning" title="La lettre de soutien est refusée">
          <p>{who} ne souhaite pas la signer, avec cette raison&nbsp;:</p>
          <blockquote className="m-0 mb-2 border-l-4 border-(--border-default-grey) pl-4 break-words whitespace-pre-line">
            {letter.reason}
          </blockquote>
          <p>Vous pouvez vous adresser à une autre personne élue de votre territoire.</p>
        </Alert>
      );
    case 'addressInError':
      return (
        <Alert severity="warning" title="Lettre de soutien : l’adresse de courriel est à corriger">
          <p>
            Le courriel à {who} n’est pas arrivé : l’adresse <span className="break-all">{official.email}</span> est refusée par son
            serveur.
          </p>
        </Alert>
      );
    case 'replaced':
      return proposed ? (
        <Alert severity="warning" title="Une autre personne signerait la lettre de soutien">
          <p>
            La demande adressée à {who} a reçu cette réponse : la lettre serait signée par{' '}
            <strong className="break-words">{proposed.name}</strong> (<span className="break-all">{proposed.email}</span>). Rien ne lui a
            été envoyé : vérifiez que cette personne est élue de votre territoire, puis envoyez-lui la demande.
          </p>
        </Alert>
      ) : (
        <Alert severity="info" title="La demande de lettre a été retirée">
          <p>Le lien envoyé à {who} ne sert plus.</p>
        </Alert>
      );
    case 'toRequest':
      return null;
  }
}
