import { LetterNotice } from '#components/letter/letter-notice.tsx';
import { frenchClosing } from '#lib/domain/dates.ts';
import { letterIn, letterPlaceOf, letterUntil } from '#lib/domain/letter-place.ts';
import type { OwnDossier } from '#lib/queries/dossier.ts';
import { lastLetterRequest } from '#lib/queries/letter.ts';

/** What the hub says of the support letter: who was asked, what they answered, until when it may follow. */
export async function LetterOnHub({ own }: { own: OwnDossier }) {
  const { dossier, call, answers, situation, submitted } = own;
  const place = letterPlaceOf(call.definition);
  if (!place || (dossier.status !== 'draft' && dossier.status !== 'submitted')) return null;
  if (own.phase === 'closed' && !submitted) return null;
  const until = letterUntil(call);
  return (
    <LetterNotice
      dossierId={dossier.id}
      sectionCode={place.sectionCode}
      letter={await lastLetterRequest(dossier.id)}
      there={letterIn(call.definition, answers) !== null}
      until={until && situation.now < until ? frenchClosing(until) : null}
      submitted={submitted !== null}
    />
  );
}
