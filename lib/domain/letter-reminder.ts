const HOUR_MS = 3_600_000;

type Step = { code: string; hours: number; from: 'sending' | 'deadline'; tellsTeam: boolean };

/** When an official who has not answered is reminded; the team is told when it becomes worrying. */
const steps = [
  { code: 'J+4', hours: 96, from: 'sending', tellsTeam: false },
  { code: 'J+8', hours: 192, from: 'sending', tellsTeam: true },
  { code: 'J-3', hours: -72, from: 'deadline', tellsTeam: true },
] as const satisfies readonly Step[];
export type LetterReminderStep = (typeof steps)[number];

export type WaitingLetter = { sentAt: Date; deadline: Date; now: Date };

/**
 * The reminder that is due: the last step begun, so that a service that was down sends one and not the three it missed.
 * Null before the first, from the deadline on, and for a step that began before the letter was even sent.
 */
export function dueLetterReminder(letter: WaitingLetter): LetterReminderStep | null {
  if (letter.now >= letter.deadline) return null;
  const begun = steps.filter((step) => startOf(step, letter) > letter.sentAt && startOf(step, letter) <= letter.now);
  return begun.sort((one, other) => startOf(one, letter).getTime() - startOf(other, letter).getTime()).at(-1) ?? null;
}

function startOf({ hours, from }: Step, { sentAt, deadline }: WaitingLetter): Date {
  return new Date((from === 'sending' ? sentAt : deadline).getTime() + hours * HOUR_MS);
}
