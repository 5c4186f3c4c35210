/**
 * SIREN numbers of the départements and of the collectivities that stand for one, which the découpage does not give.
 * Source: répertoire Sirene (Insee, Licence Ouverte), not read itself but through two public tables of source code: the
 * SIRET by département in the Django commands of DORA, and a table of collectivities that says it was generated from
 * Sirene on 9 October 2026. Kept because both say the same for each; the key is checked again when the registry is made.
 * What only one of them says is left to be typed. Paris is in the découpage too.
 */
export const sirensReadOn = '2026-11-22';

export const departmentSirens = new Map(
  `01 220100010  02 220200026  03 220300016  04 220400014  05 220500011  06 220600019  07 220700017  08 220800049
09 220900013  10 221000052  11 221100019  12 221200017  13 221300015  14 221401185  15 221500010  16 221600018
17 221700016  18 221800014  19 221927205  21 222100018  22 222200016  23 222309627  24 222400012  25 222500019
26 222600017  27 222702292  28 222800013  29 222900011  30 223000019  31 223100017  32 223200015  33 223300013
34 223400011  35 223500018  36 223600016  37 223700014  38 223800012  39 223900010  40 224000018  41 224100016
42 224200014  43 224300012  44 224400028  45 224500017  46 224600015  47 224700013  48 224800011  49 224900019
50 225005024  51 225100015  52 225200013  53 225300011  54 225400019  55 225500016  56 225600014  57 225700012
58 225800010  59 225900018  60 226000016  61 226100014  62 226200012  63 226300010  64 226400018  65 226500015
66 226600013  69 226900017  70 227000015  71 227100013  72 227200029  73 227300019  74 227400017  76 227605409
77 227700010  78 227806460  79 227900016  80 228000014  81 228100012  82 228200010  83 228300018  84 228400016
85 228500013  86 228600011  87 228708517  88 228800017  89 228900015  90 229000013  91 229102280  92 229200506
93 229300082  94 229400288  95 229501275  971 229710017  974 229740014`
    .split(/\s+/)
    .reduce((pairs, word, index, words) => (index % 2 ? pairs : pairs.concat([[word, words[index + 1]]])), []),
);

/** Collectivities that stand for one or several départements. `kind`: as in the registry, see `registry-data.mjs`. */
export const singleCollectivities = [
  { name: 'Collectivité de Corse', siren: '200076958', kind: 'SP', departments: ['2A', '2B'] },
  { name: 'Collectivité européenne d’Alsace', siren: '200094332', kind: 'SP', departments: ['67', '68'] },
  { name: 'Ville de Paris', siren: '217500016', kind: 'SP', departments: ['75'] },
  { name: 'Collectivité territoriale de Martinique', siren: '200055507', kind: 'OM', departments: ['972'] },
  { name: 'Collectivité territoriale de Guyane', siren: '200052678', kind: 'OM', departments: ['973'] },
  { name: 'Département de Mayotte', siren: '229850003', kind: 'OM', departments: ['976'] },
  { name: 'Collectivité territoriale de Saint-Pierre-et-Miquelon', siren: null, kind: 'OM', departments: ['975'] },
  { name: 'Collectivité de Saint-Barthélemy', siren: null, kind: 'OM', departments: ['977'] },
  { name: 'Collectivité de Saint-Martin', siren: null, kind: 'OM', departments: ['978'] },
  { name: 'Wallis-et-Futuna', siren: null, kind: 'OM', departments: ['986'] },
  { name: 'Polynésie française', siren: null, kind: 'OM', departments: ['987'] },
  { name: 'Nouvelle-Calédonie', siren: null, kind: 'OM', departments: ['988'] },
];
