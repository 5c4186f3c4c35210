const HOUR_MS = 3_600_000;

/** When candidates are reminded of the closing, the earliest first. */
export const reminderSteps = [
  { code: 'J-10', hoursBefore: 240 },
  { code: 'J-3', hoursBefore: 72 },
  { code: 'J-1', hoursBefore: 24 },
  { code: 'H-3', hoursBefore: 3 },
] as const;
export type ReminderStep = (typeof reminderSteps)[number];

/**
 * The reminder that is due: the last step whose hour has passed, so that a service that was down sends one reminder and
 * not the four it missed. Null before the first step and from the closing on.
 */
export function dueReminder(closesAt: Date, now: Date): ReminderStep | null {
  if (now >= closesAt) return null;
  return reminderSteps.findLast((step) => now >= startsAt(step, closesAt)) ?? null;
}

/** When a step begins. Whoever starts a dossier after it needs no reminder of it. */
export function startsAt({ hoursBefore }: ReminderStep, closesAt: Date): Date {
  return new Date(closesAt.getTime() - hoursBefore * HOUR_MS);
}
