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
import { withFrenchSpaces } from '#lib/domain/text.ts';
import { receive } from '#lib/operations/reception.ts';
import { missionThread } from '#lib/queries/message.ts';
import * as actions from './actions.ts';

export const metadata: Metadata = { title: 'Messages d’un candidat' };

export default async function CandidateMessagesPage({ params, searchParams }: PageProps<'/instruction/[dossierId]/messages'>) {
  const { dossierId } = await params;
  const { fait } = await searchParams;
  const actor = await signedInActor(`/instruction/${dossierId}/messages`);
  const thread = await missionThread(actor, dossierId, receive());
  if (!thread) notFound();
  const { organisationName, call, messages, unread } = thread;
  const lastId = messages.at(-1)?.id ?? null;
  return (
    <div className="max-w-[48rem]">
      <PageTitle
        title={withFrenchSpaces(`Messages avec «\u00a0${organisationName}\u00a0»`)}
        back={{ href: `/instruction/messages?appel=${call.definition.code}`, label: 'Messages des candidats' }}
      >
        <p>
          {call.definition.shortTitle}. Répondez sur l’appel et ses règles&nbsp;: ce qui est dit à un candidat doit pouvoir l’être à tous.
          Un message envoyé ne se modifie plus.
        </p>
      </PageTitle>
      {fait === 'message' && (
        <Alert severity="success" role="status" title="Votre message est parti">
          <p>Les personnes du dossier en sont averties par courriel.</p>
        </Alert>
      )}
      <MessageThread messages={messages} service={call.definition.contact.service} empty="Aucun message pour le moment." />
      {unread > 0 && lastId && <MarkRead mark={actions.markRead.bind(null, dossierId, lastId)} />}
      <h2 className="fr-h4">{messages.length > 0 ? 'Répondre' : 'Écrire au candidat'}</h2>
      <Reopened version={messages.filter(({ own }) => own).length}>
        <SimpleForm fields={messageFields} action={actions.answer.bind(null, dossierId, lastId)} submitLabel="Envoyer le message" />
      </Reopened>
    </div>
  );
}
