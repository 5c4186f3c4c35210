import { paragraphs, withFrenchSpaces } from '#lib/domain/text.ts';

type Props = { text: string; name: string; signature: string[] };

/** A letter as it reads: its paragraphs as they were typed, then who signs. */
export function LetterPaper({ text, name, signature }: Props) {
  return (
    <div className="border border-(--border-default-grey) p-4">
      {paragraphs(text).map((paragraph) => (
        <p key={paragraph} className="whitespace-pre-line break-words">
          {withFrenchSpaces(paragraph)}
        </p>
      ))}
      <p className="m-0 font-bold break-words">{name}</p>
      {signature.map((line) => (
        <p key={line} className="m-0 break-words">
          {line}
        </p>
      ))}
    </div>
  );
}
