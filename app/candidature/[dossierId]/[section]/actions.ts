'use server';

import { notFound, redirect } from 'next/navigation';
import { fieldValues } from '#components/form/field-view.ts';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { signedInActor } from '#lib/auth/actor.ts';
import { sectionOf } from '#lib/domain/call.ts';
import { answerProblems, formContext, readSection } from '#lib/domain/form.ts';
import { saveSection } from '#lib/operations/dossier.ts';
import { receive } from '#lib/operations/reception.ts';
import { ownDossier } from '#lib/queries/dossier.ts';
import { nextPage, savedButSentence } from './pages.ts';

/** Saves the page and goes on to the next; otherwise every word comes back with what to do. */
export async function saveAndContinue(
  dossierId: string,
  code: string,
  _previous: SectionFormState,
  form: FormData,
): Promise<SectionFormState> {
  const reception = receive();
  const actor = await signedInActor(`/candidature/${dossierId}/${code}`);
  const dossier = await ownDossier(actor, dossierId, reception);
  const section = dossier && sectionOf(dossier.call.definition, code);
  if (!dossier || !section) notFound();

  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : null;
  };
  const context = formContext(dossier.call.definition, dossier.answers);
  const posted = readSection(section, field, context);
  const result = await saveSection(actor, dossierId, code, posted, Number(field('version')), reception);
  if (result.ok) {
    const problems = answerProblems(section, posted, context);
    if (Object.keys(problems).length === 0) redirect(nextPage(dossier.call.definition, dossierId, code));
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
    conflict: result.current ? { version: result.current.version, values: fieldValues(section, result.current.answers) } : null,
  };
}
