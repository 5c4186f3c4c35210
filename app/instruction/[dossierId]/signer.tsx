import { SignerProof } from '#components/letter/signer-proof.tsx';
import type { CallDefinition } from '#lib/domain/call.ts';
import { textAnswer } from '#lib/domain/form.ts';
import { letterIn, letterPlaceOf, letterQuestions } from '#lib/domain/letter-place.ts';
import type { Snapshot } from '#lib/domain/snapshot.ts';
import { registeredAs } from '#lib/queries/elected-register.ts';
import { confirmedLetter } from '#lib/queries/letter.ts';

/** For who examines a dossier: who signed its letter, as the submitted version says, and what supports it. */
export async function Signer({ definition, snapshot }: { definition: CallDefinition; snapshot: Snapshot }) {
  const place = letterPlaceOf(definition);
  const file = letterIn(definition, snapshot.answers);
  if (!place || !file) return null;
  const name = textAnswer(snapshot.answers, place.sectionCode, letterQuestions.name);
  const [confirmed, register] = await Promise.all([confirmedLetter(file.fileId), registeredAs(name)]);
  return (
    <SignerProof
      name={name}
      mandate={textAnswer(snapshot.answers, place.sectionCode, letterQuestions.mandate)}
      confirmed={confirmed}
      register={register}
    />
  );
}
