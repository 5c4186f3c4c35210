import { notFound, redirect } from 'next/navigation';
import { currentCall } from '#lib/queries/call.ts';

/** The questions of the call one is told about first, for links that know no call. */
export default async function CurrentQuestionsPage() {
  const call = await currentCall();
  if (!call) notFound();
  redirect(`/appel/${call.definition.code}/questions`);
}
