import 'server-only';
import type { Actor } from '../domain/actor.ts';
import { letterPlaceOf } from '../domain/letter-place.ts';
import { preparedLetter, signatureLines } from '../domain/letter-text.ts';
import type { Reception } from '../infra/clock.ts';
import { ownDossier } from './dossier.ts';
import { lastLetterRequest } from './letter.ts';

export type LetterToSign = {
  fictitious: boolean;
  organisationName: string;
  callTitle: string;
  text: string;
  signature: string[];
  preparedAt: string;
};

/** The letter as it can be printed and signed by hand, for the members of the dossier; null otherwise. */
export async function letterToSign(actor: Actor, dossierId: string, reception: Reception): Promise<LetterToSign | null> {
  const own = await ownDossier(actor, dossierId, reception);
  if (!own || !letterPlaceOf(own.call.definition)) return null;
  const { definition } = own.call;
  const { organisationName, territoryName } = own.dossier;
  const request = await lastLetterRequest(dossierId);
  return {
    fictitious: definition.fictitious,
    organisationName,
    callTitle: definition.shortTitle,
    text: request?.text ?? preparedLetter({ organisationName, territoryName, callTitle: definition.shortTitle }),
    // Nobody named yet: three lines to fill by hand, for the name, the function and the structure.
    signature: request ? [request.official.name, ...signatureLines(request.official)] : ['', '', ''],
    preparedAt: own.situation.now.toISOString(),
  };
}
