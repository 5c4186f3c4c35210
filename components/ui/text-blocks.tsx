import type { ReactNode } from 'react';
import type { CallDefinition, TextBlock } from '#lib/domain/call.ts';
import { onScreen } from '#lib/domain/misprints.ts';
import { cutAtMarks, notesOf, numberedNote } from '#lib/domain/note-marks.ts';
import { withFrenchSpaces } from '#lib/domain/text.ts';

/** The published text of a call, corrected of its known misprints for the screen, its notes reached by their marks. */
export function TextBlocks({ definition, blocks }: { definition: CallDefinition; blocks: TextBlock[] }) {
  const notes = notesOf(blocks);
  const shown = (text: string) =>
    cutAtMarks(text, notes).map((piece) =>
      'mark' in piece ? (
        <sup key={piece.mark}>
          <a href={`#note-${piece.mark}`} aria-label={`Note ${piece.mark}`}>
            {piece.mark}
          </a>
        </sup>
      ) : (
        withFrenchSpaces(onScreen(definition, piece.text))
      ),
    );
  return blocks.map((block) => (
    <Block key={`${block.kind}-${'text' in block ? block.text : block.items[0]}`} block={block} shown={shown} />
  ));
}

function Block({ block, shown }: { block: TextBlock; shown: (text: string) => ReactNode }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h3 className="fr-h5 mt-8">{shown(block.text)}</h3> : <h4 className="fr-h6 mt-6">{shown(block.text)}</h4>;
    case 'paragraph':
      return <p>{shown(block.text)}</p>;
    case 'list':
      return (
        <ul className="mb-4">
          {block.items.map((item) => (
            <li key={item}>{shown(item)}</li>
          ))}
        </ul>
      );
    case 'notes':
      return block.items.map((note) => <Note key={note} note={note} shown={shown} />);
  }
}

function Note({ note, shown }: { note: string; shown: (text: string) => ReactNode }) {
  const numbered = numberedNote(note);
  return (
    <p className="fr-hint-text m-0" id={numbered ? `note-${numbered.mark}` : undefined}>
      {numbered && <sup>{numbered.mark}</sup>} {shown(numbered?.text ?? note)}
    </p>
  );
}
