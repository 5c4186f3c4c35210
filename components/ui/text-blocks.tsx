import type { CallDefinition, TextBlock } from '#lib/domain/call.ts';
import { onScreen } from '#lib/domain/misprints.ts';
import { withFrenchSpaces } from '#lib/domain/text.ts';

/** The published text of a call, corrected of its known misprints for the screen. */
export function TextBlocks({ definition, blocks }: { definition: CallDefinition; blocks: TextBlock[] }) {
  const shown = (text: string) => withFrenchSpaces(onScreen(definition, text));
  return blocks.map((block) => (
    <Block key={`${block.kind}-${'text' in block ? block.text : block.items[0]}`} block={block} shown={shown} />
  ));
}

function Block({ block, shown }: { block: TextBlock; shown: (text: string) => string }) {
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
      return block.items.map((note) => (
        <p key={note} className="fr-hint-text m-0">
          {shown(note)}
        </p>
      ));
  }
}
