import { SubmitButton } from '#components/form/submit-button.tsx';
import { nameAndAddress } from '#lib/domain/actor.ts';
import { frenchInstant } from '#lib/domain/dates.ts';

type Request = { id: string; name: string; email: string; message: string; createdAt: Date };
type Props = {
  requests: Request[];
  answer: (requestId: string, form: FormData) => Promise<void>;
  /** The dossier they ask for, where several are shown. */
  dossier?: string;
  /** Where to come back to, when it is not the dossier's own page. */
  comeBack?: 'administration';
};

/** Those who ask to join the dossier, each with the answers that can be given. */
export function AccessRequests({ requests, answer, dossier, comeBack }: Props) {
  return (
    <>
      {requests.map((request) => (
        <article key={request.id} className="mb-3 border border-(--border-default-grey) p-4">
          <h3 className="fr-text--md mb-1">{nameAndAddress(request)}</h3>
          <p className="fr-text--sm mb-2">
            Demande du {frenchInstant(request.createdAt)}
            {dossier && `, pour le dossier de «\u00a0${dossier}\u00a0»`}.
          </p>
          <p className="written-text">{request.message}</p>
          <p className="fr-text--sm">N’acceptez que si vous connaissez cette personne&nbsp;: elle lira tout le dossier.</p>
          <form action={answer.bind(null, request.id)} className="flex flex-wrap gap-3">
            {comeBack && <input type="hidden" name="retour" value={comeBack} />}
            <SubmitButton small name="role" value="contributor">
              Accepter comme contributeur
            </SubmitButton>
            <SubmitButton small secondary name="role" value="lead">
              Accepter comme responsable
            </SubmitButton>
            <SubmitButton small secondary name="role" value="">
              Refuser
            </SubmitButton>
          </form>
        </article>
      ))}
    </>
  );
}
