import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, sameAnswers, snapshotIdentity, submittedIdentifier } from '../../lib/domain/snapshot.ts';

describe('the number of the structure in a version', () => {
  const identity = { organisationKind: 'outre-mer', organisationName: 'Province', territoryName: 'Sud', population: null };

  it('is read from the SIREN of versions submitted before other registers were known', () => {
    expect(submittedIdentifier({ siren: '200076958' })).toEqual({ scheme: 'siren', value: '200076958' });
  });

  it('keeps its register, and a SIREN where it always was', () => {
    const ridet = snapshotIdentity({ ...identity, identifier: { scheme: 'ridet', value: '0123456' } });
    expect([ridet.siren, submittedIdentifier(ridet)]).toEqual(['', { scheme: 'ridet', value: '0123456' }]);
    expect(snapshotIdentity({ ...identity, identifier: { scheme: 'siren', value: '200076958' } }).siren).toBe('200076958');
  });
});

describe('the canonical text of a value', () => {
  it('has its keys in order at every depth and no space', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'é', B: true })).toBe('{"B":true,"a":"é","b":[{"c":null,"d":1}]}');
  });

  it('leaves absent members out and keeps the places of a list, as JSON does', () => {
    expect(canonicalJson({ a: undefined, b: [undefined, 1], c: {} })).toBe('{"b":[null,1],"c":{}}');
    expect(canonicalJson(undefined)).toBe('null');
  });

  it('does not depend on the order in which the keys were written', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => canonicalJson(reversed(value)) === canonicalJson(value)));
  });

  it('says the same value as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(asJson(value));
      }),
    );
  });

  it('differs exactly when the values differ', () => {
    const few = fc.constantFrom<unknown>(0, 1, '0', null, [], [0], {}, { a: 0 }, { b: 0 });
    const value = fc.oneof(few, fc.array(few, { maxLength: 2 }), fc.dictionary(fc.constantFrom('a', 'b'), few, { noNullPrototype: true }));
    fc.assert(
      fc.property(value, value, (one, other) => (canonicalJson(one) === canonicalJson(other)) === isDeepStrictEqual(one, other)),
      {
        numRuns: 500,
      },
    );
  });
});

describe('two dossiers say the same', () => {
  const criteres = { C1: { position: 'achieved' as const, explanation: 'Oui.', proof: '' } };
  const answers = { 'fiche-2': { '2-1': 'Un texte.' }, motivation: { criteres } };

  it('whatever the order in which they were written, and whatever was opened and left empty', () => {
    const opened = { ...answers, referent: { 'referent-nom': '' }, lettre: { 'lettre-elu': null }, categorie: {} };
    expect(sameAnswers(answers, { motivation: { criteres }, 'fiche-2': { '2-1': 'Un texte.' } })).toBe(true);
    expect(sameAnswers(answers, opened)).toBe(true);
    expect(sameAnswers({}, { categorie: { categorie: '' } })).toBe(true);
  });

  it('and no longer as soon as one word, one choice or one file differs', () => {
    const file = { fileId: 'a', name: 'lettre.pdf', bytes: 1, sha256: 'a', pages: 1 };
    expect(sameAnswers(answers, { ...answers, 'fiche-2': { '2-1': 'Un texte !' } })).toBe(false);
    expect(sameAnswers(answers, { ...answers, 'fiche-2': { '2-1': '' } })).toBe(false);
    expect(sameAnswers(answers, { ...answers, motivation: { criteres: { C1: { ...criteres.C1, position: 'no' } } } })).toBe(false);
    expect(sameAnswers({ lettre: { l: file } }, { lettre: { l: { ...file, fileId: 'b' } } })).toBe(false);
  });
});

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** The same value, its members written in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
