import { frenchInstant } from './dates.ts';
import { isWholeAddress, normaliseEmail } from './sign-in.ts';
import { tooLongSentence } from './text.ts';

export const visaAnswers = ['given', 'refused'] as const;
export type VisaAnswer = (typeof visaAnswers)[number];

/** The visa asked from a superior: who, and what they answered. `outdated`: the answers of the dossier changed since they read them. */
export type Visa = {
  id: string;
  name: string;
  function: string;
  email: string;
  askedAt: Date;
  answer: { value: VisaAnswer; comment: string; at: Date; outdated: boolean } | null;
};

export const maxVisaLine = 200;
export const maxVisaComment = 2000;
/** Requests go to addresses nobody has confirmed. */
export const maxVisasAnHour = 5;

/** Nobody is late for an agreement that does not come: what the lead required stops blocking two hours before the closing. */
const FREE_MS = 2 * 3_600_000;

/** True while a visa that the lead required and that is not given keeps the dossier from being submitted. */
export function visaBlocks({ visaLacking, now, closesAt }: { visaLacking: boolean | undefined; now: Date; closesAt: Date }): boolean {
  return visaLacking !== false && now.getTime() < closesAt.getTime() - FREE_MS;
}

/** The answer of this name, or null. */
export function visaAnswer(text: string): VisaAnswer | null {
  return visaAnswers.find((answer) => answer === text) ?? null;
}

export type TypedVisa = { email: string; name: string; function: string };

/** What has to be corrected in a request, by field. `ownEmail`: of the lead who asks. */
export function visaRequestProblems(typed: TypedVisa, ownEmail: string): Record<string, string> {
  const line = (text: string, missing: string) => (text === '' ? missing : text.length > maxVisaLine ? tooLongSentence(maxVisaLine) : null);
  const email = normaliseEmail(typed.email);
  const problems = {
    nom: line(typed.name, 'Écrivez le prénom et le nom de cette personne.'),
    fonction: line(typed.function, 'Écrivez sa fonction, par exemple «\u00a0directrice générale des services\u00a0».'),
    courriel: !isWholeAddress(email)
      ? 'Écrivez son adresse de courriel complète.'
      : email === ownEmail
        ? 'Un visa se demande à une autre personne que vous.'
        : null,
  };
  return Object.fromEntries(Object.entries(problems).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** What has to be corrected in an answer, by field. A refusal says why. */
export function visaAnswerProblems(answer: VisaAnswer | null, comment: string): Record<string, string> {
  if (answer === null) return { reponse: 'Choisissez votre réponse.' };
  if (answer === 'refused' && comment === '')
    return { commentaire: 'Écrivez ce qui vous fait refuser\u00a0: les personnes du dossier le liront.' };
  return comment.length > maxVisaComment ? { commentaire: tooLongSentence(maxVisaComment) } : {};
}

/** Where the visa stands, in one sentence. */
export function visaSentence({ name, function: title, askedAt, answer }: Visa): string {
  const who = `${name}, ${title}`;
  if (!answer) return `Visa demandé à ${who}, le ${frenchInstant(askedAt)}\u00a0: pas encore de réponse.`;
  const since = answer.outdated ? ', avant vos dernières modifications' : '';
  return `Visa ${answer.value === 'given' ? 'donné' : 'refusé'} par ${who}, le ${frenchInstant(answer.at)}${since}.`;
}
