'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { typedIn } from '#components/form/field-view.ts';
import { reviewAnswers, reviewField } from '#components/form/review.ts';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { toCorrect } from '#components/form/to-correct.ts';
import { signedInActor } from '#lib/auth/actor.ts';
import { frenchClosed, frenchClosing } from '#lib/domain/dates.ts';
import { extensionSentence, incidentSentence } from '#lib/domain/extension.ts';
import { authoriseLate, recordIncident, reviewIncident } from '#lib/operations/extension.ts';
import { receive } from '#lib/operations/reception.ts';
import type { Refused, Result } from '#lib/operations/result.ts';

type CallReference = { id: string; code: string };

/**
 * First says what would be published and which closing would hold: it cannot be taken back. Then, when it was read again,
 * does it, or gives every word back to be corrected.
 */
export async function extend(call: CallReference, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const reception = receive();
  const actor = await signedInActor('/administration');
  const text = (name: string) => String(form.get(name) ?? '');
  const instant = (name: string) => ({ day: text(`${name}-jour`), time: text(`${name}-heure`) });
  const typed = { from: instant('debut'), to: instant('fin'), description: text('recit'), closing: instant('cloture') };
  const step = text(reviewField);
  if (step === reviewAnswers.confirm) return answer(await recordIncident(actor, call.id, typed, reception), form, call, 'prolonge');
  if (step === reviewAnswers.amend) return { ...nothingToCorrect, values: typedWords(form) };
  const reviewed = await reviewIncident(actor, call.id, typed, reception);
  if (!reviewed.ok) return named(reviewed, form);
  const { incident, formerClosesAt, closed } = reviewed.value;
  const former = closed
    ? `Le dépôt, clos ${frenchClosed(formerClosesAt)}, rouvrira aussitôt.`
    : `La clôture actuelle, qui laissait déposer ${frenchClosing(formerClosesAt)}, ne comptera plus.`;
  return {
    ...nothingToCorrect,
    values: typedWords(form),
    review: {
      title: 'Relisez avant de publier',
      intro: 'Rien n’est encore enregistré. Voici ce que tous liront sur la page de l’appel et recevront par courriel :',
      quoted: [extensionSentence(incident), incidentSentence(incident)],
      effects: [
        `Nouvelle clôture : chacun pourra déposer ${frenchClosing(incident.closesAt)}.`,
        former,
        'Un incident enregistré ne s’efface pas.',
      ],
    },
  };
}

export async function authorise(call: CallReference, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const reception = receive();
  const actor = await signedInActor('/administration');
  const text = (name: string) => String(form.get(name) ?? '');
  const until = { day: text('limite-jour'), time: text('limite-heure') };
  return answer(
    await authoriseLate(actor, call.id, { structure: text('structure'), until, reason: text('motif') }, reception),
    form,
    call,
    'autorise',
  );
}

/** The field of the form for each thing that can be wrong. */
const fields: Record<string, string> = {
  fromDay: 'debut-jour',
  fromTime: 'debut-heure',
  toDay: 'fin-jour',
  toTime: 'fin-heure',
  description: 'recit',
  closingDay: 'cloture-jour',
  closingTime: 'cloture-heure',
  untilDay: 'limite-jour',
  untilTime: 'limite-heure',
  reason: 'motif',
};

/** Back to the page when it is done; otherwise every word comes back with what to correct. */
function answer(result: Result<null>, form: FormData, { code }: CallReference, done: string): SectionFormState {
  if (result.ok) redirect(`/administration/delais?${new URLSearchParams({ appel: code, fait: done })}` as Route);
  return named(result, form);
}

const nothingToCorrect = { problems: {}, sentence: null, conflict: null };

/** Everything typed, with what to correct under the names of the fields. */
function named(result: Refused, form: FormData): SectionFormState {
  const problems = Object.fromEntries(Object.entries(result.problems ?? {}).map(([what, problem]) => [fields[what] ?? what, problem]));
  return toCorrect(typedWords(form), { ...result, problems });
}

/** What was typed, without the button that sent it. */
function typedWords(form: FormData): Record<string, string> {
  const { [reviewField]: _, ...values } = typedIn(form);
  return values;
}
