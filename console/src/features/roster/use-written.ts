import { isSame } from '@haven/shared/same';
import { useState } from 'react';
import { onto } from './written';

/**
 * What is typed in a form about something that colleagues may change meanwhile. What they make of it is known before
 * anything is saved: nobody undoes what she has not seen, and nobody types again what she has typed.
 *
 * `known`: as it was when the form was opened; null: it is new. `present`: as it stands now; null: it does not.
 */
export const useWritten = <T, D extends object>(
  known: T | null,
  present: T | null,
  first: D,
  draftOf: (value: T) => D,
) => {
  const [base, setBase] = useState(known);
  // What was saved here comes back a moment later.
  const [before, setBefore] = useState(known);
  const [draft, setDraft] = useState(first);
  const stand = () => {
    setBase(present);
    setBefore(present);
  };
  return {
    draft,
    /** What is named as seen when it is saved. */
    base,
    isOld: !isSame(present, base) && !isSame(present, before),
    write: (change: Partial<D>) => setDraft((now) => ({ ...now, ...change })),
    saved: (value: T | null) => {
      setBefore(base);
      setBase(value);
    },
    /** What was not touched here becomes what a colleague made of it. */
    goOn: () => {
      if (base !== null && present !== null) setDraft(onto(draftOf(base), draftOf(present), draft));
      stand();
    },
    takeTheirs: () => {
      if (present !== null) setDraft(draftOf(present));
      stand();
    },
  };
};
