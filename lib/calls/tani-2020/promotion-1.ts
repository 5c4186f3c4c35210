/** One laureate of promotion 1. `signed`: what is known of the charter's signature, null when nothing was found. */
export type Promotion1Territory = {
  name: string;
  level: 'région' | 'département' | 'intercommunalité';
  signed: { day: string | null; label: string; place: string | null } | null;
};

/**
 * Annexe 1 of the call is a picture that did not survive in the text. The ten names are those the Secretary of State gave
 * to the Senate in February 2019; dates of signature come from the press of the time. Nothing else is known.
 */
export const promotion1 = {
  source:
    'Mounir Mahjoubi, secrétaire d’État chargé du numérique, séance du Sénat, février 2019 (compte rendu repris par NosSénateurs.fr, intervention 2036330).',
  territories: [
    { name: 'Creuse', level: 'département', signed: { day: null, label: 'vers le 11 avril 2019', place: 'Guéret' } },
    { name: 'Pyrénées-Atlantiques', level: 'département', signed: null },
    { name: 'Gironde', level: 'département', signed: null },
    { name: 'Drôme', level: 'département', signed: null },
    { name: 'Ardèche', level: 'département', signed: null },
    { name: 'Charente-Maritime', level: 'département', signed: { day: '2019-03-18', label: '18 mars 2019', place: 'La Rochelle' } },
    { name: 'Bourgogne-Franche-Comté', level: 'région', signed: null },
    { name: 'Hauts-de-France', level: 'région', signed: { day: '2020-01-16', label: '16 janvier 2020', place: 'Amiens' } },
    { name: 'Centre-Val de Loire', level: 'région', signed: { day: null, label: 'janvier 2019', place: 'Chartres' } },
    {
      name: 'Communauté d’agglomération du Sicoval',
      level: 'intercommunalité',
      signed: { day: '2019-02-14', label: '14 février 2019', place: 'Labège' },
    },
  ] satisfies Promotion1Territory[] as Promotion1Territory[],
};
