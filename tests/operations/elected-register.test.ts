import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../lib/domain/actor.ts';
import { prisma } from '../../lib/infra/prisma.ts';
import { loadRegister, removeRegister } from '../../lib/operations/elected-register.ts';
import { loadedRegisters, registeredAs } from '../../lib/queries/elected-register.ts';
import { setUpDatabase } from '../support/database.ts';
import { givenPerson, must } from '../support/given.ts';

setUpDatabase();

let administrator: Actor;
beforeAll(async () => {
  administrator = await givenPerson('administrator');
});

const header = "Code du département;Libellé de la commune;Nom de l'élu;Prénom de l'élu;Libellé de la fonction";
function posted(content: string | Uint8Array<ArrayBuffer>, fields: Record<string, string> = {}): Request {
  const form = new FormData();
  for (const [name, value] of Object.entries({ repertoire: 'maires', date: '25/10/2026', ...fields })) form.set(name, value);
  form.set('fichier', new Blob([content]), 'elus-maires.csv');
  return new Request('http://localhost/api/elus', { method: 'POST', body: form });
}

describe('the Répertoire national des élus', () => {
  it('says nothing before a file is loaded, then ticks the names it bears, in any order of words', async () => {
    expect(await registeredAs('Dominique Lanier')).toEqual({ known: false, matches: [] });
    const many = Array.from({ length: 6000 }, (_, n) => `26;Commune ${n};NOM${n};Prénom${n};Maire`).join('\n');
    expect(await must(loadRegister(administrator, posted(`${header}\n26;Crest;LANIER;Dominique;Maire\n;;;;\n${many}`)))).toEqual({
      rows: 6001,
    });
    expect(await registeredAs('Lanier Dominique')).toMatchObject({
      known: true,
      matches: [{ name: 'Dominique LANIER', held: 'Maire', place: 'Crest', publishedOn: new Date('2026-10-25') }],
    });
    expect(await registeredAs('Personne Inconnue')).toEqual({ known: true, matches: [] });
    expect(await registeredAs('')).toEqual({ known: true, matches: [] });
  });

  it('is replaced whole by the same kind of file, and a file that cannot be read changes nothing', async () => {
    await must(loadRegister(administrator, posted(`${header}\n26;Die;ROY;Sacha;Maire`)));
    expect((await registeredAs('Dominique Lanier')).matches).toEqual([]);
    for (const wrong of ['a;b\n1;2', header, new Uint8Array([80, 75, 0, 0]), `${header}\n"${'x'.repeat(200_000)}`])
      expect(await loadRegister(administrator, posted(wrong))).toMatchObject({ refusal: 'registerUnreadable' });
    expect(await loadRegister(administrator, posted(header, { repertoire: 'inconnu' }))).toMatchObject({ refusal: 'registerIncomplete' });
    expect(await loadRegister(administrator, posted(`${header}\n26;Die;ROY;Sacha;Maire`, { date: 'hier' }))).toMatchObject({
      refusal: 'registerIncomplete',
    });
    expect((await registeredAs('Sacha Roy')).matches).toHaveLength(1);
    expect(await loadedRegisters(administrator)).toMatchObject([{ code: 'maires', label: 'Maires', rows: 1, fileName: 'elus-maires.csv' }]);
  });

  it('is for administrators of every call', async () => {
    for (const person of [await givenPerson(), await givenPerson('reviewer')]) {
      expect(await loadRegister(person, posted(`${header}\n26;Die;X;Y;Maire`))).toMatchObject({ refusal: 'notFound' });
      expect(await removeRegister(person, 'maires')).toMatchObject({ refusal: 'notFound' });
      expect(await loadedRegisters(person)).toEqual([]);
    }
    await must(removeRegister(administrator, 'maires'));
    expect(await prisma().registeredOfficial.count()).toBe(0);
    expect(await removeRegister(administrator, 'maires')).toMatchObject({ refusal: 'notFound' });
  });
});
