'use client';

import { useEffect, useState } from 'react';

/** The text now selected inside one answer of the dossier; '' when nothing is, or when the selection leaves that answer. */
export function useSelectedPassage(): string {
  const [passage, setPassage] = useState('');
  useEffect(() => {
    const read = () => {
      const selection = document.getSelection();
      const answer = quotable(selection?.anchorNode ?? null);
      // Focusing a field of the grid moves the caret there: the last passage stays available.
      if (!selection || !answer) return;
      setPassage(answer === quotable(selection.focusNode) ? selection.toString().trim() : '');
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, []);
  return passage;
}

function quotable(node: Node | null): Element | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null);
  return element?.closest('[data-quotable]') ?? null;
}
