/** Name of the field that asks who submits. It stands apart: a server action cannot read a value out of a client file. */
export const depositorField = 'nom-deposant';

/** What was typed as a name, and why it cannot stand. */
export type DepositState = { name: string; problem: string | null };
