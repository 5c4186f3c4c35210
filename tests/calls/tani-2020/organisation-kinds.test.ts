import { expect, it } from 'vitest';
import { organisationKinds } from '../../../lib/calls/tani-2020/organisation-kinds.ts';

const collectivites =
  'Les collectivités - y compris les collectivités à statut particulier et d’outre-mer - dont l’échelle territoriale est comprise entre l’intercommunalité (ou métropole) et le département ;';
const cooperation = 'Des structures de coopération (syndicats mixtes...) ;';
const autres = "D'autres structures à participation publique (GIP...) ;";

it('3.1: what each kind of structure leads to, by which words of the call', () => {
  expect(organisationKinds.map(({ code, proposal, quote }) => [code, proposal, quote])).toEqual([
    ['intercommunalite', 'eligible', collectivites],
    ['departement', 'eligible', collectivites],
    ['statut-particulier', 'eligible', collectivites],
    ['outre-mer', 'eligible', collectivites],
    ['structure-de-cooperation', 'eligible', cooperation],
    ['gip', 'eligible', autres],
    ['autre-participation-publique', 'toJudge', autres],
    ['region', 'ineligible', collectivites],
    ['commune', 'ineligible', collectivites],
    ['autre', 'ineligible', autres],
  ]);
});

it('every kind has its own code and gives a reason that ends as a sentence', () => {
  expect(new Set(organisationKinds.map(({ code }) => code)).size).toBe(10);
  expect(organisationKinds.filter(({ reason }) => !/^[A-ZÀ-Ý].{20,}\.$/.test(reason))).toEqual([]);
});
