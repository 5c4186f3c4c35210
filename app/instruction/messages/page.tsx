import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { ThreadList } from '#components/messages/thread-list.tsx';
import { CallPicker } from '#components/ui/call-picker.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { holdsRole, isOfTheMission } from '#lib/domain/actor.ts';
import { callsOfTheMission } from '#lib/queries/instruction.ts';
import { threadsOfCall } from '#lib/queries/message.ts';

export const metadata: Metadata = { title: 'Messages des candidats' };

const readers = ['administrator', 'reviewer'] as const;

export default async function CandidatesMessagesPage({ searchParams }: PageProps<'/instruction/messages'>) {
  const actor = await signedInActor('/instruction/messages');
  if (!isOfTheMission(actor, readers)) notFound();
  const { appel } = await searchParams;
  const calls = (await callsOfTheMission(actor)).filter((one) => readers.some((role) => holdsRole(actor, role, one.id)));
  const call = calls.find((one) => one.definition.code === appel) ?? calls[0];
  if (!call) notFound();
  const threads = await threadsOfCall(actor, call);
  return (
    <>
      <PageTitle
        title="Messages des candidats"
        back={{ href: `/instruction?appel=${call.definition.code}` as Route, label: 'Instruction des dossiers' }}
      >
        <p>
          Avant la clôture, seuls les messages et le nom de la structure se lisent, et l’administration seule y répond&nbsp;; après elle,
          les personnes qui instruisent aussi.
        </p>
      </PageTitle>
      <CallPicker calls={calls} current={call} path="/instruction/messages" />
      <ThreadList threads={threads} />
    </>
  );
}
