/** What a reviewer finds on one criterion. A partial finding does not count towards the threshold: the call says « remplir ». */
export const findingLabels = { met: 'Rempli', partial: 'Partiel', unmet: 'Non rempli' } as const;
export type Finding = keyof typeof findingLabels;
