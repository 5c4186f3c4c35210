import { describe, expect, it } from 'vitest';
import { isRegisterCode, officialNameKey, registerColumns, registeredOfficial } from '../../lib/domain/elected-register.ts';

const mayors = [
  'Code du département',
  'Libellé du département',
  'Libellé de la commune',
  "Nom de l'élu",
  "Prénom de l'élu",
  'Libellé de la fonction',
];

describe('a file of the Répertoire national des élus', () => {
  it('is read by the names of its columns, whatever their order and apostrophes', () => {
    expect(registerColumns(mayors)).toEqual({ lastName: 3, firstName: 4, function: 5, places: [2, 1] });
    expect(registerColumns(['PRÉNOM DE L’ÉLU', 'Nom de l’élu', 'Code du département'])).toEqual({
      lastName: 1,
      firstName: 0,
      function: -1,
      places: [2],
    });
    expect(registerColumns(['Commune', 'Population'])).toBeNull();
    expect(registerColumns(['Nom de la commune'])).toBeNull();
  });

  it('keeps of each official the name, the function and the place; of a row without a name, nothing', () => {
    const columns = registerColumns(mayors);
    if (!columns) throw new Error('the header is right');
    expect(registeredOfficial(columns, ['26', 'Drôme', 'Crest', 'LANIER', 'Dominique', 'Maire'], 'Maires')).toEqual({
      nameKey: 'dominique lanier',
      name: 'Dominique LANIER',
      held: 'Maire',
      place: 'Crest, Drôme',
    });
    expect(registeredOfficial(columns, ['26', 'Drôme', 'Crest', 'LANIER', 'Dominique'], 'Maires')?.held).toBe('Maires');
    expect(registeredOfficial(columns, ['26', 'Drôme', '', '', 'Dominique', ''], 'Maires')).toBeNull();
    expect(registeredOfficial(columns, [], 'Maires')).toBeNull();
    expect(registeredOfficial(columns, ['', '', '', 'X'.repeat(5000), 'Y', ''], 'Maires')?.name.length).toBeLessThan(400);
  });
});

describe('a name', () => {
  it('is the same in any order, with or without accents, capitals and hyphens', () => {
    expect(officialNameKey('Jean-Noël D’Été')).toBe(officialNameKey("d'ETE  jean noel"));
    expect(officialNameKey('Dominique Lanier')).not.toBe(officialNameKey('Dominique Lanie'));
    expect(officialNameKey('…')).toBe('');
  });

  it('of a file is one of those published', () => {
    expect(['maires', 'autres', 'constructor', ''].map(isRegisterCode)).toEqual([true, true, false, false]);
  });
});
