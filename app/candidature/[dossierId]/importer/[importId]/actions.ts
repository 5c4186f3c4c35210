'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { typedIn } from '#components/form/field-view.ts';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { writerOf } from '#lib/auth/writer.ts';
import { choiceFields, readChoices } from '#lib/domain/import/choices.ts';
import { pieceQuestions } from '#lib/domain/import/pieces.ts';
import { refusalSentence } from '#lib/domain/refusals.ts';
import { keepChoices, type PostedChoices, takeAnswers } from '#lib/operations/import-taking.ts';
import { receive } from '#lib/operations/reception.ts';
import { ownDossier } from '#lib/queries/dossier.ts';
import { documentImport } from '#lib/queries/import.ts';
import { keptState } from '../../../lost-session.tsx';

/**
 * Takes the chosen answers into the dossier, or keeps the choices for later; what is to be seen to first is on the page
 * again. What could not even be kept comes back as it was posted.
 */
export async function choose(dossierId: string, importId: string, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const reception = receive();
  const { actor, lost } = await writerOf(form);
  if (lost) return keptState(form, lost);
  const hub = `/candidature/${encodeURIComponent(dossierId)}`;
  const page = `${hub}/importer/${encodeURIComponent(importId)}`;
  const own = await ownDossier(actor, dossierId, reception);
  const read = own && (await documentImport(dossierId, importId));
  if (!own || !read) redirect(own ? (`${hub}/importer?fait=deja` as Route) : '/candidature');

  const { definition } = own.call;
  const typed = typedIn(form);
  const filePlaces = pieceQuestions(definition).map(({ place }) => place);
  const posted: PostedChoices = {
    choices: readChoices(read.reading, filePlaces, (name) => typed[name] ?? null),
    versions: Object.fromEntries(definition.sections.map(({ code }) => [code, Number(typed[choiceFields.version(code)])])),
    seen: Number(typed[choiceFields.seen]),
  };
  const overtaken = async (): Promise<SectionFormState> => {
    const version = (await documentImport(dossierId, importId))?.choicesVersion;
    return { values: typed, problems: {}, sentence: refusalSentence('choicesOvertaken'), conflict: null, version };
  };
  if (typed.acte === 'garder') {
    const kept = await keepChoices(actor, dossierId, importId, posted, reception);
    if (!kept.ok && kept.refusal === 'choicesOvertaken') return overtaken();
    redirect((kept.ok ? `${hub}/importer?fait=garde` : `${page}?refus=${kept.refusal}`) as Route);
  }
  const result = await takeAnswers(actor, dossierId, importId, posted, reception);
  if (result.ok) redirect(`${hub}?fait=reprise` as Route);
  if (result.refusal === 'notFound') redirect(`${hub}/importer?fait=deja` as Route);
  if ('kept' in result && result.kept === false) return overtaken();
  const pages = 'pages' in result && result.pages ? `&pages=${result.pages.join(',')}` : '';
  redirect(`${page}?refus=${result.refusal}${pages}` as Route);
}
