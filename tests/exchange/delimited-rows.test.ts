import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { delimitedRows, NotATable } from '../../lib/exchange/delimited-rows.ts';

let counter = 0;
async function rowsOf(content: string | Uint8Array): Promise<string[][]> {
  counter += 1;
  const file = path.join(tmpdir(), `rows-${process.pid}-${counter}.csv`);
  await writeFile(file, content);
  const rows = [];
  for await (const row of delimitedRows(file)) rows.push(row);
  return rows;
}

it.each([';', ',', '\t'])('reads a table separated by %j, in UTF-8 with or without its mark, and in Windows-1252', async (separator) => {
  const text = `Nom${separator}Prénom\r\nLanier${separator}"Zoé"\r\n\r\n"a${separator}b"${separator}"dit ""le"" maire\nde"`;
  const expected = [
    ['Nom', 'Prénom'],
    ['Lanier', 'Zoé'],
    [`a${separator}b`, 'dit "le" maire\nde'],
  ];
  expect(await rowsOf(text)).toEqual(expected);
  expect(await rowsOf(`\ufeff${text}`)).toEqual(expected);
  expect(await rowsOf(Buffer.from(text, 'latin1'))).toEqual(expected);
});

it('finds the encoding even when the first accent comes late, and cuts no character between two pieces', async () => {
  const many = Array.from({ length: 20_000 }, (_, n) => `nom ${n};prenom`).join('\n');
  const utf8 = await rowsOf(`Nom;Prenom\n${many}\nÉté;Noël`);
  expect(utf8.at(-1)).toEqual(['Été', 'Noël']);
  expect((await rowsOf(Buffer.from(`Nom;Prenom\n${many}\nÉté;Noël`, 'latin1'))).at(-1)).toEqual(['Été', 'Noël']);
  expect((await rowsOf(`Nom\n${'é'.repeat(40_000)}\n${'é'.repeat(40_000)}`))[2]?.[0]).toBe('é'.repeat(40_000));
});

it('refuses what is no table: a binary file, a quotation mark never closed', async () => {
  await expect(rowsOf(new Uint8Array([80, 75, 3, 4, 0, 0]))).rejects.toThrow(NotATable);
  await expect(rowsOf(`Nom;Prenom\n"${'x'.repeat(200_000)}`)).rejects.toThrow(NotATable);
  expect(await rowsOf('')).toEqual([]);
});
