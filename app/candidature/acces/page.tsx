import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { FieldView } from '#components/form/field-view.ts';
import { SimpleForm } from '#components/form/simple-form.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { Link } from '#components/ui/link.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { identifierInWords, identifierOfKey } from '#lib/domain/organisation-identifier.ts';
import { callByCode } from '#lib/queries/call.ts';
import { begunDossier } from '#lib/queries/team.ts';
import { hasLostSession, LostSession } from '../lost-session.tsx';
import { ask } from './actions.ts';

export const metadata: Metadata = { title: 'Demander l’accès à un dossier' };

export default async function AccessPage({ searchParams }: PageProps<'/candidature/acces'>) {
  const { appel, structure: typed } = await searchParams;
  const code = typeof appel === 'string' ? appel : '';
  const structure = typeof typed === 'string' ? typed : '';
  const identifier = identifierOfKey(structure);
  const page = `/candidature/acces?${new URLSearchParams({ appel: code, structure })}`;
  if (await hasLostSession()) return <LostSession action={ask.bind(null, code, structure)} page={page} fields={fields} />;
  const actor = await signedInActor(page);
  const call = await callByCode(code);
  const begun = call && identifier ? await begunDossier(actor, call.id, identifier) : null;
  if (!call || !identifier || !begun) notFound();
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Demander l’accès à un dossier" back={{ href: '/candidature', label: 'Ma candidature' }}>
        <p>
          {identifier.scheme === 'none' ? `«\u00a0${begun.organisationName}\u00a0»` : `La structure de ${identifierInWords(identifier)}`} a
          déjà un dossier dans l’appel «&nbsp;{call.definition.shortTitle}&nbsp;»{begun.startedBy && `, commencé par ${begun.startedBy}`}.
          Une structure dépose un seul dossier par appel.
        </p>
      </PageTitle>
      {begun.ownId ? (
        <p>
          Vous participez déjà à ce dossier&nbsp;: <Link href={`/candidature/${begun.ownId}`}>ouvrir le dossier</Link>.
        </p>
      ) : begun.asked ? (
        <Alert severity="success" role="status" title="Votre demande est partie">
          <p>Les responsables du dossier la reçoivent par courriel. Vous recevrez un courriel dès qu’ils auront répondu.</p>
          <p>
            Sans réponse, ou si ces personnes ont quitté la structure, écrivez à{' '}
            <a href={`mailto:${call.definition.contact.email}`}>{call.definition.contact.email}</a>&nbsp;: la Mission peut répondre à leur
            place.
          </p>
        </Alert>
      ) : (
        <SimpleForm
          fields={fields}
          action={ask.bind(null, code, structure)}
          page={page}
          carried={{ auteur: actor.userId }}
          submitLabel="Demander l’accès"
        />
      )}
    </div>
  );
}

const fields: FieldView[] = [
  {
    code: 'message',
    label: 'Qui êtes-vous, et pourquoi demandez-vous cet accès\u00a0?',
    hint: 'Les responsables du dossier lisent ces mots. Dites par exemple votre fonction, et si vous remplacez quelqu’un.',
    control: 'paragraphs',
    rows: 4,
  },
];
