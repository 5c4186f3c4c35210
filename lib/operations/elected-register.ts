import type { Actor } from '../domain/actor.ts';
import { readInstant } from '../domain/closing.ts';
import {
  isRegisterCode,
  type RegisterCode,
  type RegisteredOfficial,
  registerColumns,
  registeredOfficial,
  registerLabels,
  registerLimits,
} from '../domain/elected-register.ts';
import { cleanText } from '../domain/text.ts';
import { delimitedRows, NotATable } from '../exchange/delimited-rows.ts';
import { type ArrivedFile, receiveFile } from '../exchange/received-file.ts';
import { Prisma, prisma, type Transaction } from '../infra/prisma.ts';
import { administersEverything } from '../queries/administration.ts';
import { journal } from './journal.ts';
import { done, notFound, type Result, refused } from './result.ts';

export const registerField = 'fichier';
const ROWS_A_STATEMENT = 5000;
/** Half a million rows take a minute on a small machine. */
const LONGEST_MS = 300_000;

/** Receives the form of the page and loads its file; nothing of the body is read for who may not. */
export async function loadRegister(actor: Actor, request: Request): Promise<Result<{ rows: number }>> {
  if (!administersEverything(actor)) return notFound;
  const { texts, file, discard } = await receiveFile(request, registerField, registerLimits.bytes);
  try {
    const code = texts.get('repertoire') ?? '';
    const published = readInstant({ day: texts.get('date') ?? '', time: '12:00' });
    if (!file || !isRegisterCode(code) || 'problems' in published) return refused('registerIncomplete');
    return await replaceRegister(actor, { code, publishedOn: published.instant, file });
  } finally {
    await discard();
  }
}

/** Replaces the whole of one file by another, in one transaction: a file that cannot be read changes nothing. */
async function replaceRegister(
  actor: Actor,
  { code, publishedOn, file }: { code: RegisterCode; publishedOn: Date; file: ArrivedFile },
): Promise<Result<{ rows: number }>> {
  try {
    return await prisma().$transaction(
      async (transaction) => {
        await transaction.officialRegister.deleteMany({ where: { code } });
        const fileName = cleanText(file.name).slice(0, 200);
        await transaction.officialRegister.create({
          data: { code, fileName, publishedOn, rows: 0, sha256: file.sha256, loadedById: actor.userId },
        });
        const rows = await fill(transaction, code, file.path);
        if (rows === 0) throw new NotATable();
        await transaction.officialRegister.update({ where: { code }, data: { rows } });
        await journal(transaction, { act: 'loadRegister', actorId: actor.userId, data: { register: code, rows, sha256: file.sha256 } });
        return done({ rows });
      },
      { timeout: LONGEST_MS },
    );
  } catch (error) {
    if (error instanceof NotATable) return refused('registerUnreadable');
    throw error;
  }
}

/** Writes every official of the file, some thousands at a time; returns how many. */
async function fill(transaction: Transaction, code: RegisterCode, path: string): Promise<number> {
  let columns: ReturnType<typeof registerColumns> = null;
  let batch: RegisteredOfficial[] = [];
  let rows = 0;
  for await (const cells of delimitedRows(path)) {
    if (cells.length > registerLimits.cells) throw new NotATable();
    if (!columns) {
      columns = registerColumns(cells);
      if (!columns) throw new NotATable();
      continue;
    }
    const official = registeredOfficial(columns, cells.map(cleanText), registerLabels[code]);
    if (!official) continue;
    rows += 1;
    if (rows > registerLimits.rows) throw new NotATable();
    batch.push(official);
    if (batch.length === ROWS_A_STATEMENT) {
      await write(transaction, code, batch);
      batch = [];
    }
  }
  if (batch.length > 0) await write(transaction, code, batch);
  return rows;
}

async function write(transaction: Transaction, code: RegisterCode, officials: RegisteredOfficial[]): Promise<void> {
  const column = (name: keyof RegisteredOfficial) => officials.map((official) => official[name]);
  await transaction.$executeRaw(Prisma.sql`
    INSERT INTO registered_officials (register_code, name_key, name, held, place)
    SELECT ${code}, * FROM unnest(${column('nameKey')}::text[], ${column('name')}::text[], ${column('held')}::text[], ${column('place')}::text[])`);
}

/** Takes a file out. */
export async function removeRegister(actor: Actor, code: string): Promise<Result<null>> {
  if (!administersEverything(actor)) return notFound;
  return prisma().$transaction(async (transaction) => {
    const { count } = await transaction.officialRegister.deleteMany({ where: { code } });
    if (count === 0) return notFound;
    await journal(transaction, { act: 'removeRegister', actorId: actor.userId, data: { register: code } });
    return done(null);
  });
}
