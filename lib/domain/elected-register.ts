import { foldText } from './text.ts';

/** The files of the Répertoire national des élus, as published on data.gouv.fr: one per kind of mandate. */
export const registerLabels = {
  maires: 'Maires',
  'conseillers-municipaux': 'Conseillers municipaux',
  'conseillers-communautaires': 'Conseillers communautaires',
  'conseillers-departementaux': 'Conseillers départementaux',
  'conseillers-regionaux': 'Conseillers régionaux',
  assemblees: 'Membres d’une assemblée à statut particulier',
  parlementaires: 'Députés et sénateurs',
  autres: 'Autres mandats, ou tous ensemble',
} as const;
export type RegisterCode = keyof typeof registerLabels;

/** The largest file published (municipal councillors) is 80 MB, with 500 000 rows. */
export const registerLimits = { bytes: 200_000_000, rows: 1_000_000, cells: 60, cell: 300 } as const;

/** What is kept of one official. `held`: the function, or the kind of mandate; `place`: where, in words. */
export type RegisteredOfficial = { nameKey: string; name: string; held: string; place: string };

/** Which cell of a row says what; -1 where the file does not say it. */
export type RegisterColumns = { lastName: number; firstName: number; function: number; places: number[] };

/** True for the code of one of those files. */
export function isRegisterCode(code: string): code is RegisterCode {
  return Object.hasOwn(registerLabels, code);
}

/**
 * The words by which a name is looked for, whatever their order, accents, capitals and hyphens: « LANIER Dominique » is
 * « Dominique Lanier ».
 */
export function officialNameKey(name: string): string {
  return (foldText(name).match(/[a-z0-9]+/g) ?? []).sort().join(' ');
}

/** Reads the first row of a file; null when it does not name its columns « Nom de l’élu » and « Prénom de l’élu ». */
export function registerColumns(header: readonly string[]): RegisterColumns | null {
  const titles = header.map((title) => foldText(title));
  const find = (pattern: RegExp) => titles.findIndex((title) => pattern.test(title));
  const [lastName, firstName] = [find(/^nom\b/), find(/^prenom\b/)];
  if (lastName < 0 || firstName < 0) return null;
  const places = [
    /^libelle de la commune/,
    /^libelle de l'epci/,
    /^libelle du canton/,
    /^libelle de la collectivite/,
    /^libelle du departement/,
    /^libelle de la region/,
  ]
    .map(find)
    .filter((column) => column >= 0);
  const department = find(/^code du departement/);
  return {
    lastName,
    firstName,
    function: find(/^libelle de la fonction/),
    places: places.length > 0 ? places : department >= 0 ? [department] : [],
  };
}

/** What a row says of one official; null when it names nobody. */
export function registeredOfficial(columns: RegisterColumns, cells: readonly string[], mandate: string): RegisteredOfficial | null {
  const cell = (column: number) => (cells[column] ?? '').replace(/\s+/g, ' ').trim().slice(0, registerLimits.cell);
  const name = `${cell(columns.firstName)} ${cell(columns.lastName)}`.trim();
  const nameKey = officialNameKey(name);
  if (!cell(columns.lastName) || !nameKey) return null;
  const places = [...new Set(columns.places.map(cell).filter(Boolean))];
  return { nameKey, name, held: cell(columns.function) || mandate, place: places.slice(0, 2).join(', ') };
}
