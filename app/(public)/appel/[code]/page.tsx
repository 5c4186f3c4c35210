import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CallPage } from '#components/dossier/call-page.tsx';
import { allCalls, callByCode, databaseNow } from '#lib/queries/call.ts';
import { extensionOf } from '#lib/queries/closing.ts';

export async function generateMetadata({ params }: PageProps<'/appel/[code]'>): Promise<Metadata> {
  const call = await callByCode((await params).code);
  return { title: call?.definition.shortTitle ?? 'Page introuvable' };
}

export default async function OneCallPage({ params }: PageProps<'/appel/[code]'>) {
  const call = await callByCode((await params).code);
  if (!call) notFound();
  const [now, calls, extension] = await Promise.all([databaseNow(), allCalls(), extensionOf(call)]);
  return <CallPage call={call} now={now} others={calls.filter((other) => other.id !== call.id)} extension={extension} />;
}
