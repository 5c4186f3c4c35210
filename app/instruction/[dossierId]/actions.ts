'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import type { SectionFormState } from '#components/form/section-form.tsx';
import type { ReviewFormState } from '#components/review/review-form.tsx';
import { readPostedReview } from '#components/review/review-view.ts';
import { signedInActor } from '#lib/auth/actor.ts';
import { cleanText } from '#lib/domain/text.ts';
import { decideAdmissibility, decideEligibility, setCategory } from '#lib/operations/examination.ts';
import { receive } from '#lib/operations/reception.ts';
import type { Refused, Result } from '#lib/operations/result.ts';
import { deliverReview, recuse, saveReview } from '#lib/operations/review.ts';

export async function decideOnEligibility(
  dossierId: string,
  list: string,
  _previous: SectionFormState,
  form: FormData,
): Promise<SectionFormState> {
  const { actor, reception, text } = await start(dossierId, form);
  const typed = text('eligibilite-verdict');
  if (typed !== 'eligible' && typed !== 'ineligible') return back(form, notRecorded, { 'eligibilite-verdict': 'Choisissez une décision.' });
  const result = await decideEligibility(actor, dossierId, { verdict: typed, reason: text('eligibilite-raison') }, reception);
  return finish(result, form, dossierId, list, 'eligibilite', { reason: 'eligibilite-raison' });
}

export async function fixCategory(dossierId: string, list: string, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const { actor, reception, text } = await start(dossierId, form);
  const result = await setCategory(actor, dossierId, { categoryCode: text('categorie'), reason: text('categorie-raison') }, reception);
  return finish(result, form, dossierId, list, 'categorie', { category: 'categorie', categoryReason: 'categorie-raison' });
}

export async function decideOnAdmissibility(
  dossierId: string,
  list: string,
  version: number,
  _previous: SectionFormState,
  form: FormData,
): Promise<SectionFormState> {
  const { actor, reception, text } = await start(dossierId, form);
  const typed = text('recevabilite-verdict');
  if (typed !== 'admissible' && typed !== 'inadmissible')
    return back(form, notRecorded, { 'recevabilite-verdict': 'Choisissez une décision.' });
  const result = await decideAdmissibility(actor, dossierId, { verdict: typed, reason: text('recevabilite-raison'), version }, reception);
  return finish(result, form, dossierId, list, 'recevabilite', { admissibilityReason: 'recevabilite-raison' });
}

/** Keeps the draft, or delivers the review, according to the button pressed. */
export async function writeReview(dossierId: string, list: string, _previous: ReviewFormState, form: FormData): Promise<ReviewFormState> {
  const { actor, reception, text } = await start(dossierId, form);
  const posted = readPostedReview(form);
  const delivering = text('bouton') === 'rendre';
  const result = await (delivering ? deliverReview : saveReview)(actor, dossierId, posted, reception);
  if (result.ok && delivering) redirect(addressOf(dossierId, list, 'evaluation'));
  if (result.ok) return { posted, version: result.value.version, sentence: null, problems: {}, saved: true };
  return { posted, version: posted.baseVersion, sentence: result.sentence, problems: { ...result.problems }, saved: false };
}

export async function withdraw(dossierId: string, list: string, form: FormData): Promise<void> {
  const { actor, reception, text } = await start(dossierId, form);
  const result = await recuse(actor, dossierId, text('deport-raison'), reception);
  redirect(result.ok ? addressOf(null, list, 'deport') : addressOf(dossierId, list, result.refusal, 'refus'));
}

async function start(dossierId: string, form: FormData) {
  const reception = receive();
  const actor = await signedInActor(`/instruction/${dossierId}`);
  return { reception, actor, text: (name: string) => cleanText(String(form.get(name) ?? '')) };
}

function finish(
  result: Result<null>,
  form: FormData,
  dossierId: string,
  list: string,
  done: string,
  fields: Record<string, string>,
): SectionFormState {
  if (result.ok) redirect(addressOf(dossierId, list, done));
  const problems = renamed(result, fields);
  return back(form, Object.keys(problems).length > 0 ? notRecorded : result.sentence, problems);
}

/** Said above what is to be completed, which says the rest. */
const notRecorded = 'La décision n’est pas enregistrée\u00a0:';

/** The dossier, or the list it was opened from, with the filters of that list and the name of what was done or refused. */
function addressOf(dossierId: string | null, list: string, name: string, what: 'fait' | 'refus' = 'fait'): Route {
  const query = new URLSearchParams(list);
  query.set(what, name);
  return `/instruction${dossierId ? `/${dossierId}` : ''}?${query}` as Route;
}

/** The operation's problems under the names of this page's fields. */
function renamed({ problems = {} }: Refused, fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(problems).map(([name, problem]) => [fields[name] ?? name, problem]));
}

function back(form: FormData, sentence: string, problems: Record<string, string>): SectionFormState {
  const values = Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$')),
  );
  return { values, problems, sentence, conflict: null };
}
