import 'server-only';
import type { Actor } from '../domain/actor.ts';
import { textAnswer } from '../domain/form.ts';
import { letterPlaceOf, letterQuestions } from '../domain/letter-place.ts';
import { preparedLetter, signatureLines } from '../domain/letter-text.ts';
import type { Reception } from '../infra/clock.ts';
import { ownDossier } from './dossier.ts';
import { lastLetterRequest } from './letter.ts';

export type LetterToSign = {
  fictitious: boolean;
  organisationName: string;
  callTitle: string;
  text: string;
  /** Who signs, line by line; empty when nobody is named yet. */
  signature: string[];
  preparedAt: string;
};

/** The letter as it can be printed and signed by hand, for the members of the dossier; null otherwise. */
export async function letterToSign(actor: Actor, dossierId: string, reception: Reception): Promise<LetterToSign | null> {
  const own = await ownDossier(actor, dossierId, reception);
  const place = own && letterPlaceOf(own.call.definition);
  if (!own || !place) return null;
  const { definition } = own.call;
  const { organisationName, territoryName } = own.dossier;
  const request = await lastLetterRequest(dossierId);
  const given = (code: string) => textAnswer(own.counting, place.sectionCode, code);
  const namedSigner = [given(letterQuestions.name), given(letterQuestions.mandate)].filter(Boolean);
  return {
    fictitious: definition.fictitious,
    organisationName,
    callTitle: definition.shortTitle,
    text: request?.text ?? preparedLetter({ organisationName, territoryName, callTitle: definition.shortTitle }),
    signature: request ? [request.official.name, ...signatureLines(request.official)] : namedSigner,
    preparedAt: own.situation.now.toISOString(),
  };
}
