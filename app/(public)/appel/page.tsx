import type { Metadata } from 'next';
import { CallPage } from '#components/dossier/call-page.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { allCalls, currentCall, databaseNow } from '#lib/queries/call.ts';
import { extensionOf } from '#lib/queries/closing.ts';

export const metadata: Metadata = { title: 'L’appel' };

export default async function CurrentCallPage() {
  const call = await currentCall();
  if (!call) {
    return (
      <PageTitle title="L’appel">
        <p>Aucun appel n’est publié pour l’instant.</p>
      </PageTitle>
    );
  }
  const [now, calls, extension] = await Promise.all([databaseNow(), allCalls(), extensionOf(call)]);
  return <CallPage call={call} now={now} others={calls.filter((other) => other.id !== call.id)} extension={extension} />;
}
