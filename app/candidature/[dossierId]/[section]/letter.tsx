import { LateLetterForm } from '#components/letter/late-letter-form.tsx';
import { LetterWays } from '#components/letter/letter-ways.tsx';
import { obstacle } from '#lib/domain/acts.ts';
import { frenchClosing } from '#lib/domain/dates.ts';
import { textAnswer } from '#lib/domain/form.ts';
import { letterPlaceOf, letterQuestions, letterUntil } from '#lib/domain/letter-place.ts';
import { isUploadRefusal, uploadRefusalSentence } from '#lib/domain/upload.ts';
import type { OwnDossier } from '#lib/queries/dossier.ts';
import { lastLetterRequest } from '#lib/queries/letter.ts';
import { withLetterDeadline } from '#lib/queries/letter-situation.ts';

type Props = { own: OwnDossier; code: string; upload: unknown };

/** On the page that asks for the support letter: the ways to it, and after the closing the way to let it follow. */
export async function LetterPart({ own, code, upload }: Props) {
  const place = letterPlaceOf(own.call.definition);
  if (place?.sectionCode !== code) return null;
  const [letter, { situation, deadline }] = await Promise.all([lastLetterRequest(own.dossier.id), withLetterDeadline(own)]);
  const mayAsk = obstacle('requestLetter', situation) === null;
  const mayFollow = own.phase === 'closed' && letterUntil(own.call) !== null && obstacle('attachLateLetter', situation) === null;
  if (!mayAsk && !letter) return null;
  return (
    <>
      <LetterWays
        dossierId={own.dossier.id}
        letter={letter}
        mayAsk={mayAsk}
        until={mayAsk && letterUntil(own.call) ? frenchClosing(letterUntil(own.call) ?? deadline) : null}
      />
      {mayFollow && (
        <LateLetterForm
          action={`/api/pieces/${own.dossier.id}/${code}`}
          until={frenchClosing(deadline)}
          place={place}
          signed={{
            name: textAnswer(own.counting, code, letterQuestions.name),
            mandate: textAnswer(own.counting, code, letterQuestions.mandate),
          }}
          problem={isUploadRefusal(upload) ? uploadRefusalSentence(upload, place.maxBytes) : null}
        />
      )}
    </>
  );
}
