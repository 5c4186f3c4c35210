import { LateLetterForm } from '#components/letter/late-letter-form.tsx';
import { LetterWays } from '#components/letter/letter-ways.tsx';
import { obstacle } from '#lib/domain/acts.ts';
import { sectionOf } from '#lib/domain/call.ts';
import { openCorrection } from '#lib/domain/correction.ts';
import { frenchClosing } from '#lib/domain/dates.ts';
import { textAnswer } from '#lib/domain/form.ts';
import { letterIn, letterPlaceOf, letterQuestions, letterUntil } from '#lib/domain/letter-place.ts';
import { isUploadRefusal, uploadRefusalSentence } from '#lib/domain/upload.ts';
import type { OwnDossier } from '#lib/queries/dossier.ts';
import { lastLetterRequest } from '#lib/queries/letter.ts';
import { withLetterDeadline } from '#lib/queries/letter-situation.ts';
import { keptTexts } from './kept-texts.ts';
import { notAttachedSentence } from './pages.ts';

type Props = { own: OwnDossier; code: string; query: Record<string, string | string[] | undefined> };

/** On the page that asks for the support letter: the ways to it, and after the closing the way to let it follow. */
export async function LetterPart({ own, code, query }: Props) {
  const place = letterPlaceOf(own.call.definition);
  const section = sectionOf(own.call.definition, code);
  if (place?.sectionCode !== code || !section) return null;
  const [letter, { situation, deadline }] = await Promise.all([lastLetterRequest(own.dossier.id), withLetterDeadline(own)]);
  const mayAsk = obstacle('requestLetter', situation) === null;
  const withoutName = obstacle('attachLateLetter', situation);
  const mayFollow =
    own.phase === 'closed' &&
    letterUntil(own.call) !== null &&
    (withoutName === null || withoutName === 'nameMissing') &&
    !openCorrection(situation)?.sections.includes(code);
  const kept = keptTexts(query, section)?.values;
  if (!mayAsk && !letter) return null;
  return (
    <>
      <LetterWays
        dossierId={own.dossier.id}
        letter={letter}
        there={letterIn(own.call.definition, own.counting) !== null}
        mayAsk={mayAsk}
        until={mayAsk && letterUntil(own.call) ? frenchClosing(letterUntil(own.call) ?? deadline) : null}
      />
      {mayFollow && (
        <LateLetterForm
          action={`/api/pieces/${own.dossier.id}/${code}`}
          until={frenchClosing(deadline)}
          place={place}
          signed={{
            name: kept?.[letterQuestions.name] ?? textAnswer(own.counting, code, letterQuestions.name),
            mandate: kept?.[letterQuestions.mandate] ?? textAnswer(own.counting, code, letterQuestions.mandate),
          }}
          version={own.versions[code] ?? 0}
          writer={situation.actor?.userId ?? ''}
          asksName={withoutName === 'nameMissing'}
          sentence={notAttachedSentence(query.envoi)}
          nameProblem={
            query.envoi === 'nom' ? 'Écrivez votre prénom et votre nom\u00a0: l’accusé de réception dit qui a joint la lettre.' : null
          }
          problem={isUploadRefusal(query.envoi) ? uploadRefusalSentence(query.envoi, place.maxBytes) : null}
        />
      )}
    </>
  );
}
