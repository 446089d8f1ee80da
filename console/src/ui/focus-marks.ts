/** Places a key can bring the focus to. */
export const FOCUS_PLACES = [
  'chats',
  'queue',
  'composer',
  'messages',
  'notes',
  'canned',
  'safety',
  'colleagues',
  'offer',
] as const;
export type FocusPlace = (typeof FOCUS_PLACES)[number];

const mark = (place: FocusPlace) => ({ 'data-focus-place': place }) as const;

export const FOCUS = {
  chats: mark('chats'),
  queue: mark('queue'),
  composer: mark('composer'),
  messages: mark('messages'),
  notes: mark('notes'),
  canned: mark('canned'),
  safety: mark('safety'),
  colleagues: mark('colleagues'),
  offer: mark('offer'),
} as const satisfies Record<FocusPlace, unknown>;

const FOCUSABLE = 'input:not([disabled]), textarea:not([disabled]), button:not([disabled]), [tabindex="0"]';

/** Focuses the place itself where it takes focus, else the first thing in it that does. False: it is not on screen, or not yet. */
export const focusPlace = (place: FocusPlace): boolean => {
  const element = document.querySelector<HTMLElement>(`[data-focus-place="${place}"]`);
  if (element === null) return false;
  element.focus();
  if (document.activeElement === element) return true;
  const inside =
    element.querySelector<HTMLElement>('input:checked') ?? element.querySelector<HTMLElement>(FOCUSABLE);
  inside?.focus();
  return inside !== null && document.activeElement === inside;
};

/** Takes the focus when nothing else has it: what had it has just gone. */
export const focusIfLost = (place: FocusPlace): void => {
  if (document.activeElement === null || document.activeElement === document.body) focusPlace(place);
};
