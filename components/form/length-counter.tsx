'use client';

import { useEffect, useState } from 'react';
import { frenchNumber, plural } from '#lib/domain/text.ts';

/** Nothing is said before the text comes near the advice. */
const SPEAK_FROM = 0.8;

/** How long the text is beside the length advised. Read aloud only near the advice, and after a pause. */
export function LengthCounter({ length, advised }: { length: number; advised: number }) {
  const sentence = `${plural(length, 'signe', 'signes')} sur ${frenchNumber(advised)} conseillés`;
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    // Far from the advice again, nothing said before is true any more.
    const timer = setTimeout(() => setSpoken(length < advised * SPEAK_FROM ? '' : sentence), 1000);
    return () => clearTimeout(timer);
  }, [length, advised, sentence]);
  return (
    <>
      <p className="fr-hint-text m-0 mt-1 text-right" aria-hidden="true">
        {sentence}
        {length > advised && '\u00a0: vous pouvez dépasser'}
      </p>
      <p className="fr-sr-only" role="status">
        {spoken}
      </p>
    </>
  );
}
