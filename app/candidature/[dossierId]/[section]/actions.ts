'use server';

import type { Route } from 'next';
import { notFound, redirect } from 'next/navigation';
import { fieldValues } from '#components/form/field-view.ts';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { actingWriter, writerOf } from '#lib/auth/writer.ts';
import { sectionOf } from '#lib/domain/call.ts';
import { openCorrection } from '#lib/domain/correction.ts';
import { answerProblems, formContext, readSection } from '#lib/domain/form.ts';
import { saveSection } from '#lib/operations/dossier.ts';
import { receive } from '#lib/operations/reception.ts';
import { restoreSection } from '#lib/operations/restoration.ts';
import { ownDossier } from '#lib/queries/dossier.ts';
import { keptState } from '../../lost-session.tsx';
import { conflictOf } from './conflict.ts';
import { nextPage, savedButSentence } from './pages.ts';

/** Saves the page and goes on to the next; otherwise every word comes back with what to do. */
export async function saveAndContinue(
  dossierId: string,
  code: string,
  _previous: SectionFormState,
  form: FormData,
): Promise<SectionFormState> {
  const reception = receive();
  const { actor, lost } = await writerOf(form);
  if (lost) return keptState(form, lost);
  const dossier = await ownDossier(actor, dossierId, reception);
  const section = dossier && sectionOf(dossier.call.definition, code);
  if (!dossier || !section) notFound();

  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : null;
  };
  const context = formContext(dossier.call.definition, dossier.counting);
  const posted = readSection(section, field, context);
  const result = await saveSection(actor, dossierId, code, posted, Number(field('version')), reception);
  if (result.ok) {
    const problems = answerProblems(section, posted, context);
    if (Object.keys(problems).length === 0)
      redirect(nextPage(dossier.call.definition, dossierId, code, openCorrection(dossier.situation)?.sections));
    return {
      values: fieldValues(section, posted),
      problems,
      sentence: savedButSentence(problems),
      conflict: null,
      version: result.value.version,
    };
  }
  return {
    values: fieldValues(section, posted),
    problems: { ...result.problems },
    sentence: result.sentence,
    conflict: result.current ? conflictOf(result.current, actor) : null,
  };
}

/** Gives the page back what the submitted version says. */
export async function goBackToSubmitted(dossierId: string, code: string, writer: string, version: number): Promise<void> {
  const reception = receive();
  const actor = await actingWriter(writer, `/candidature/${dossierId}/${code}`);
  const result = await restoreSection(actor, dossierId, code, version, reception);
  if (!result.ok && result.refusal === 'notFound') notFound();
  const page = `/candidature/${encodeURIComponent(dossierId)}/${encodeURIComponent(code)}`;
  const word = result.ok ? 'version-deposee' : 'page-changee';
  // Refused for another reason, the page itself says that it is not written any more.
  redirect((result.ok || result.refusal === 'conflict' ? `${page}?fait=${word}` : page) as Route);
}
