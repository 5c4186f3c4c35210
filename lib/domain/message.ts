import { tooLongSentence } from './text.ts';

/** Which side of the conversation writes: the people of the dossier, or the Mission. */
export type MessageSide = 'candidate' | 'mission';

/** A question and what surrounds it; whoever has more to say writes twice. */
export const maxMessageLength = 5000;

/** What is wrong with a message about to be sent; null when it can go. */
export function messageProblem(text: string): string | null {
  if (text === '') return 'Écrivez votre message.';
  return text.length > maxMessageLength ? tooLongSentence(maxMessageLength) : null;
}

/** How a conversation stands for the Mission: nobody has read the last message, nobody has answered it, or nothing is awaited. */
export type ThreadState = 'unread' | 'unanswered' | 'answered';

export const threadStateLabels: Record<ThreadState, string> = {
  unread: 'Message non lu',
  unanswered: 'Lu, sans réponse',
  answered: 'Répondu',
};

/** The state of a conversation, from who wrote last and how many of the candidate’s messages nobody has read. */
export function threadState(lastSide: MessageSide, unread: number): ThreadState {
  if (unread > 0) return 'unread';
  return lastSide === 'candidate' ? 'unanswered' : 'answered';
}
