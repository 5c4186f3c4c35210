import { expect, it } from 'vitest';
import { promotion1 } from '../../../lib/calls/tani-2020/promotion-1.ts';

it('promotion 1 is the ten territories named at the Senate: six départements, three régions, one intercommunalité', () => {
  const names = (level: string) => promotion1.territories.filter((territory) => territory.level === level).map(({ name }) => name);
  expect(names('département')).toEqual(['Creuse', 'Pyrénées-Atlantiques', 'Gironde', 'Drôme', 'Ardèche', 'Charente-Maritime']);
  expect(names('région')).toEqual(['Bourgogne-Franche-Comté', 'Hauts-de-France', 'Centre-Val de Loire']);
  expect(names('intercommunalité')).toEqual(['Communauté d’agglomération du Sicoval']);
  expect(promotion1.territories).toHaveLength(10);
});

it('only signatures that were found are told, and none is invented for the five others', () => {
  const signed = promotion1.territories.filter((territory) => territory.signed !== null);
  expect(signed.map(({ name, signed }) => [name, signed?.day, signed?.label, signed?.place])).toEqual([
    ['Creuse', null, 'vers le 11 avril 2019', 'Guéret'],
    ['Charente-Maritime', '2019-03-18', '18 mars 2019', 'La Rochelle'],
    ['Hauts-de-France', '2020-01-16', '16 janvier 2020', 'Amiens'],
    ['Centre-Val de Loire', null, 'janvier 2019', 'Chartres'],
    ['Communauté d’agglomération du Sicoval', '2019-02-14', '14 février 2019', 'Labège'],
  ]);
});
