'use server';

import type { SectionWorkView } from '#components/dossier/section-work-panel.tsx';
import { actingWriter } from '#lib/auth/writer.ts';
import { receive } from '#lib/operations/reception.ts';
import { assignSection, finishSection } from '#lib/operations/section-work.ts';
import { workView } from './work-view.ts';

/** Gives the page to a member, marks it finished or reopens it, according to the form that was sent. */
export async function workOnSection(
  dossierId: string,
  code: string,
  writer: string,
  previous: SectionWorkView,
  form: FormData,
): Promise<SectionWorkView> {
  const reception = receive();
  const actor = await actingWriter(writer, `/candidature/${dossierId}/${code}`);
  const text = (name: string) => String(form.get(name) ?? '');
  const result =
    text('acte') === 'confier'
      ? await assignSection(actor, dossierId, code, text('membre') || null, reception)
      : await finishSection(actor, dossierId, code, text('acte') === 'terminer', reception);
  return result.ok ? workView(result.value) : { ...previous, refusal: result.sentence };
}
