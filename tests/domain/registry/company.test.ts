import { expect, it } from 'vitest';
import { tani2020 } from '../../../lib/calls/tani-2020/call.ts';
import { organisationKindOf } from '../../../lib/domain/call.ts';
import { structureOfCompany } from '../../../lib/domain/registry/company.ts';

const company = (legalCategory: string, department = '26') =>
  structureOfCompany({ siren: '200076958', name: 'SYNDICAT MIXTE D’ESSAI', legalCategory, department }, { '26': 'Drôme' });

it('a public entity becomes a structure one may choose, of a kind the call knows when its legal category settles it', () => {
  expect(company('7355')).toMatchObject({
    key: 'E200076958',
    kindLabel: 'Syndicat mixte',
    organisationKind: 'structure-de-cooperation',
    departments: [{ code: '26', name: 'Drôme' }],
    population: null,
  });
  expect(company('7389', '99')).toMatchObject({ kindLabel: 'Structure publique', organisationKind: null, departments: [] });
  for (const category of ['7210', '7220', '7225', '7230', '7346', '7357', '7410'])
    expect(organisationKindOf(tani2020, company(category)?.organisationKind)).not.toBeNull();
});

it('a private one is not proposed', () => {
  for (const category of ['5499', '9220', '', '1000']) expect(company(category)).toBeNull();
});
