// A program of its own, run in a separate process with little memory and little time: a text made to be slow can at worst
// be given up.
//   node document-matcher.ts < {"definition":…,"document":…,"categoryCode":…}   → {"proposals":[…],"tray":[…],"suggestions":[…]}
import { text } from 'node:stream/consumers';
import type { CallDefinition } from '../domain/call.ts';
import type { DocumentText } from '../domain/import/document.ts';
import { proposalsOf } from '../domain/import/proposals.ts';
import { boundedTray } from '../domain/import/tray.ts';

type Question = { definition: CallDefinition; document: DocumentText; categoryCode: string | null };

const { definition, document, categoryCode } = JSON.parse(await text(process.stdin)) as Question;
const { proposals, tray, suggestions } = proposalsOf(definition, document, categoryCode);
process.stdout.write(JSON.stringify({ proposals, tray: boundedTray(tray), suggestions }));
