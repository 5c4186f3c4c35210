import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorOf, callAnchor, escapeLine, readAnchor, unescapeLine } from '../../../lib/domain/offline-form/anchors.ts';
import { offlineFields } from '../../../lib/domain/offline-form/fields.ts';
import { smallCall } from '../../support/small-call.ts';

describe('the marks of the form', () => {
  it('are read back, spaces apart', () => {
    for (const field of offlineFields(smallCall, smallCall.categories)) expect(readAnchor(` ${anchorOf(field)} `)).toBe(anchorOf(field));
    expect(readAnchor('[ fiche-2·2-1 ]')).toBe('[fiche-2 · 2-1]');
    expect(readAnchor('voir [fiche-2 · 2-1]')).toBeNull();
    expect(callAnchor('x')).toBe('[appel · x]');
  });

  it('are told apart from an answer that looks like them', () => {
    expect(readAnchor(escapeLine('[a · b]'))).toBeNull();
    const lines = fc.oneof(fc.string(), fc.stringMatching(/^ {0,2}\\{0,3}\[a · b\] {0,2}$/));
    fc.assert(fc.property(lines, (line) => unescapeLine(escapeLine(line)) === line));
  });
});
