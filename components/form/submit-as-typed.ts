import { type FormEvent, startTransition } from 'react';

/**
 * What a form does when it is sent with scripts on: React empties a form after its action, and this way of sending it
 * does not, so that every word is still there when something comes back to be corrected.
 */
export function submitAsTyped(submit: (form: FormData) => void): (event: FormEvent<HTMLFormElement>) => void {
  return (event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => submit(form));
  };
}
