import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Reopened } from '#components/form/reopened.tsx';
import { SimpleForm } from '#components/form/simple-form.tsx';
import { MarkRead } from '#components/messages/mark-read.tsx';
import { messageFields } from '#components/messages/message-field.ts';
import { MessageThread } from '#components/messages/message-thread.tsx';
import { Alert } from '#components/ui/alert.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { receive } from '#lib/operations/reception.ts';
import { memberThread } from '#lib/queries/message.ts';
import { hasLostSession, LostSession } from '../../lost-session.tsx';
import * as actions from './actions.ts';

export const metadata: Metadata = { title: 'Messages avec la Mission' };

export default async function MessagesPage({ params, searchParams }: PageProps<'/candidature/[dossierId]/messages'>) {
  const { dossierId } = await params;
  const { fait } = await searchParams;
  const page = `/candidature/${dossierId}/messages`;
  if (await hasLostSession()) return <LostSession action={actions.write.bind(null, dossierId, null)} page={page} fields={messageFields} />;
  const actor = await signedInActor(page);
  const thread = await memberThread(actor, dossierId, receive());
  if (!thread) notFound();
  const lastId = thread.messages.at(-1)?.id ?? null;
  return (
    <div className="max-w-[48rem]">
      <PageTitle title="Messages avec la Mission" back={{ href: `/candidature/${dossierId}`, label: thread.organisationName }}>
        <p>
          Posez ici vos questions sur l’appel ou sur votre dossier. Toutes les personnes du dossier lisent ces messages. Avant la clôture,
          la Mission lit vos messages et le nom de votre structure, pas votre dossier.
        </p>
      </PageTitle>
      {fait === 'message' && (
        <Alert severity="success" role="status" title="Votre message est parti">
          <p>Vous serez averti par courriel de la réponse.</p>
        </Alert>
      )}
      <MessageThread messages={thread.messages} service={thread.call.definition.contact.service} empty="Aucun message pour le moment." />
      {thread.unread > 0 && lastId && <MarkRead mark={actions.markRead.bind(null, dossierId, lastId)} />}
      <h2 className="fr-h4">Écrire à la Mission</h2>
      <Reopened version={thread.messages.filter(({ own }) => own).length}>
        <SimpleForm
          fields={messageFields}
          action={actions.write.bind(null, dossierId, lastId)}
          page={page}
          carried={{ auteur: actor.userId }}
          submitLabel="Envoyer le message"
        />
      </Reopened>
      <p className="fr-text--sm mt-4">Un message envoyé ne peut être ni modifié ni supprimé.</p>
    </div>
  );
}
