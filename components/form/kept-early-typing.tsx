'use client';

import { useEffect } from 'react';
import { type EarlyTyping, typeAgain } from './early-typing.ts';

/**
 * Once the scripts are there, puts back what was typed before: React gives a text its saved words again, and nobody
 * would have saved what was typed while nobody listened.
 */
export function KeptEarlyTyping() {
  useEffect(() => {
    const { earlyTyping } = window as { earlyTyping?: EarlyTyping };
    earlyTyping?.stop();
    for (const [field, typed] of earlyTyping?.typed ?? []) typeAgain(field, typed);
    earlyTyping?.typed.clear();
  }, []);
  return null;
}
