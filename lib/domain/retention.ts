/** How long after its closing a draft that was never submitted is kept. Call definition, `retention`: « Effacés six mois après la clôture. » */
export const draftRetentionMonths = 6;
