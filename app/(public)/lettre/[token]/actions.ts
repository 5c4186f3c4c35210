'use server';

import type { Route } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import type { SectionFormState } from '#components/form/section-form.tsx';
import { toCorrect } from '#components/form/to-correct.ts';
import { letterChallengeCookie, letterChallengeCookieOptions } from '#lib/auth/letter-cookie.ts';
import { designateSigner, openLetter, prepareLetter, refuseLetter } from '#lib/operations/letter-answer.ts';
import { confirmLetter } from '#lib/operations/letter-confirmation.ts';
import { receive } from '#lib/operations/reception.ts';
import { readChallenge } from '#lib/queries/letter.ts';

const page = (token: string) => `/lettre/${encodeURIComponent(token)}` as Route;
const text = (form: FormData, name: string) => String(form.get(name) ?? '');

/** A person pressed the button: the letter is opened. A mail scanner only reads. */
export async function open(token: string): Promise<void> {
  await openLetter(token, receive());
  redirect(page(token));
}

/** Keeps the letter as it was left and sends the code; otherwise every word comes back. */
export async function prepare(token: string, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  return (await sendCode(token, form)) ?? redirect(page(token));
}

/** Sends another code for the same letter. The address is another one each time, so that the page says so each time. */
export async function resend(token: string, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  return (await sendCode(token, form)) ?? redirect(`${page(token)}?envoi=${Date.now()}` as Route);
}

/** What is to be corrected in the letter; null once its code has left. */
async function sendCode(token: string, form: FormData): Promise<SectionFormState | null> {
  const reception = receive();
  const values = { text: text(form, 'text'), ...titleOf((name) => text(form, name)) };
  const result = await prepareLetter(token, { text: values.text, title: values }, reception);
  if (!result.ok) return toCorrect(values, result);
  (await cookies()).set(letterChallengeCookie(token), result.value.challenge, letterChallengeCookieOptions());
  return null;
}

/** Confirms with the code of the mail. */
export async function confirm(token: string, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const reception = receive();
  const jar = await cookies();
  const result = await confirmLetter(token, readChallenge(jar.get(letterChallengeCookie(token))?.value), text(form, 'code'), reception);
  if (!result.ok) return toCorrect({}, result);
  jar.set(letterChallengeCookie(token), '', { ...letterChallengeCookieOptions(), maxAge: 0 });
  redirect(page(token));
}

const titleOf = (typed: (name: string) => string) => ({
  function: typed('function'),
  structure: typed('structure'),
  mandate: typed('mandate'),
});

export async function refuse(token: string, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const reception = receive();
  const values = { reason: text(form, 'reason') };
  const result = await refuseLetter(token, values.reason, reception);
  return result.ok ? redirect(page(token)) : toCorrect(values, result);
}

export async function designate(token: string, _previous: SectionFormState, form: FormData): Promise<SectionFormState> {
  const reception = receive();
  const values = { name: text(form, 'name'), email: text(form, 'email') };
  const result = await designateSigner(token, values, reception);
  return result.ok ? redirect(page(token)) : toCorrect(values, result);
}
