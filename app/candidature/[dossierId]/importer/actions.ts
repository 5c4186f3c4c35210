'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { actingWriter } from '#lib/auth/writer.ts';
import { discardDocument } from '#lib/operations/import.ts';
import { receive } from '#lib/operations/reception.ts';

/** Takes nothing (more) of a document: it is removed with what was read in it. */
export async function discard(dossierId: string, writer: string, fileId: string): Promise<void> {
  const reception = receive();
  const page = `/candidature/${encodeURIComponent(dossierId)}/importer`;
  const actor = await actingWriter(writer, page);
  const result = await discardDocument(actor, dossierId, fileId, reception);
  redirect(`${page}?${new URLSearchParams(result.ok ? { fait: 'retire' } : { refus: result.refusal })}` as Route);
}
