type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Typed = { value: string; checked?: boolean; selectionStart?: number | null };

/** What was last typed in each field since the page was shown, until `stop`. */
export type EarlyTyping = { typed: Map<Field, Typed>; stop: () => void };

/**
 * Runs before the page is shown, long before the other scripts on a slow line: remembers what a person types meanwhile.
 * What the browser itself puts back in a field is no typing, and tells no event.
 */
export const rememberEarlyTyping = `{
  const typed = new Map();
  const note = ({ isTrusted, target: field }) => {
    if (!isTrusted || !field.form || field.type === 'file') return; // whoever sends a file looks for it
    const { value, checked, selectionStart } = field;
    typed.delete(field); // the last choice among several comes last
    typed.set(field, { value, checked, selectionStart });
  };
  addEventListener('input', note, true);
  window.earlyTyping = { typed, stop: () => removeEventListener('input', note, true) };
}`;

/**
 * Puts a text back where it was typed, as if it were typed now: whoever listens to the field hears of it, even when the
 * field still holds it. The caret goes back to where it was.
 */
export function typeAgain(field: Field, { value, checked, selectionStart }: Typed): void {
  if (!field.isConnected) return;
  if (field.type === 'radio' || field.type === 'checkbox') {
    (field as HTMLInputElement).checked = !checked; // React hears of a click only when it changes something
    field.click();
    return;
  }
  field.value = value === '' ? ' ' : ''; // React looks at the last value it knows of: it must be another
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  if (selectionStart != null && field === document.activeElement)
    (field as HTMLTextAreaElement).setSelectionRange(selectionStart, selectionStart);
}
