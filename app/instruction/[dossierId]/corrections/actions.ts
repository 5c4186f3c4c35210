'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { cleanText } from '#lib/domain/text.ts';
import { askCorrections, prolongCorrections, withdrawCorrections } from '#lib/operations/correction.ts';
import { receive } from '#lib/operations/reception.ts';
import type { Result } from '#lib/operations/result.ts';
import { dayField, laterDayField, pageField, reasonField, sectionOfField } from './fields.ts';

export async function ask(dossierId: string, list: string, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const { actor, reception, values } = await start(dossierId, form);
  const points = Object.entries(values).flatMap(([name, text]) => {
    const section = sectionOfField(name);
    return section && text.trim() ? [{ section, text }] : [];
  });
  const result = await askCorrections(actor, dossierId, { points, dueDay: values[dayField] ?? '' }, reception);
  return finish(result, values, dossierId, list, 'demande');
}

export async function prolong(dossierId: string, list: string, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const { actor, reception, values } = await start(dossierId, form);
  return finish(
    await prolongCorrections(actor, dossierId, values[laterDayField] ?? '', reception),
    values,
    dossierId,
    list,
    'prolongation',
  );
}

export async function withdraw(dossierId: string, list: string, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const { actor, reception, values } = await start(dossierId, form);
  return finish(await withdrawCorrections(actor, dossierId, values[reasonField] ?? '', reception), values, dossierId, list, 'retrait');
}

async function start(dossierId: string, form: FormData) {
  const reception = receive();
  const actor = await signedInActor(`/instruction/${dossierId}/corrections`);
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'));
  return { reception, actor, values: Object.fromEntries(texts.map(([name, text]) => [name, cleanText(text)])) };
}

/** Done: the list of requests says it. Refused: every word comes back, each problem under its field, or above when it has none. */
function finish(result: Result<null>, values: Record<string, string>, dossierId: string, list: string, done: string): SectionFormState {
  if (result.ok)
    redirect(`/instruction/${dossierId}/corrections?${new URLSearchParams([...new URLSearchParams(list), ['fait', done]])}` as Route);
  const { points, ...fields } = result.problems ?? {};
  const problems = Object.fromEntries(
    Object.entries(fields).map(([name, problem]) => {
      if (name === dayField) return [done === 'prolongation' ? laterDayField : dayField, problem];
      return [name === reasonField ? name : pageField(name), problem];
    }),
  );
  const sentence = points ?? (Object.keys(problems).length > 0 ? 'Rien n’est envoyé\u00a0:' : result.sentence);
  return { values, problems, sentence, conflict: null };
}
