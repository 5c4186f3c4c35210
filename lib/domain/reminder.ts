const HOUR_MS = 3_600_000;

/** When candidates are reminded of the closing, the earliest first. */
export const reminderSteps = [
  { code: 'J-10', hoursBefore: 240 },
  { code: 'J-3', hoursBefore: 72 },
  { code: 'J-1', hoursBefore: 24 },
  { code: 'H-3', hoursBefore: 3 },
] as const;
export type ReminderStep = (typeof reminderSteps)[number];

/** Corrections are due at the end of a day: their reminders come three days before, and as that day begins. */
export const correctionReminderSteps = reminderSteps.filter(({ code }) => code === 'J-3' || code === 'J-1');

/** A dossier to remind: its closing, and when its people last learned of it, by starting the dossier or by a mail that moved it. */
export type Reminded = { closesAt: Date; toldAt: Date };

/**
 * The reminder that is due: the last step whose hour has passed, so that a service that was down sends one reminder and
 * not the four it missed. Null before the first step, from the closing on, and for whoever learned of this closing after
 * that hour. A closing that is moved has steps of its own: what was sent for the former one says another date.
 */
export function dueReminder(
  { closesAt, toldAt }: Reminded,
  now: Date,
  steps: readonly ReminderStep[] = reminderSteps,
): ReminderStep | null {
  if (now >= closesAt) return null;
  const step = steps.findLast((candidate) => now >= startsAt(candidate, closesAt));
  return step && toldAt < startsAt(step, closesAt) ? step : null;
}

/** When a step begins. */
export function startsAt({ hoursBefore }: ReminderStep, closesAt: Date): Date {
  return new Date(closesAt.getTime() - hoursBefore * HOUR_MS);
}
