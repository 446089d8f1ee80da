import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { CATALOGUES } from '../i18n/catalogues';
import { createTranslate } from '../i18n/translate';
import { createStores } from '../state/stores';
import { CLOSED_DESK, type DeskActions } from '../transport/desk-actions';
import { type ConsoleContents, ConsoleProvider } from '../ui/console-context';
import { createTimes } from '../ui/times';
import { NIGHT, organisation, staff, THIS_TAB } from './duty-desk';

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}

/** A console of which one part is drawn; the clock stands still until it is moved. */
export const show = (part: ReactNode, actions: Partial<DeskActions> = {}) => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  let now = NIGHT;
  const stores = createStores({ now: () => now, shelf: null });
  stores.desk.entered(organisation);
  stores.staff.whole(staff(), []);
  const contents: ConsoleContents = {
    stores,
    seat: THIS_TAB,
    actions: { ...CLOSED_DESK, ...actions },
    attention: {
      sound: { play: () => undefined, blocked: () => false, wake: () => undefined },
      notifier: {
        permission: () => 'default',
        ask: () => Promise.resolve(false),
        show: () => undefined,
        clear: () => undefined,
      },
    },
    language: 'nl',
    t: createTranslate(CATALOGUES.nl),
    times: createTimes('nl', organisation.timeZone),
  };
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  act(() => root.render(<ConsoleProvider contents={contents}>{part}</ConsoleProvider>));
  return {
    stores,
    place,
    text: () => place.textContent,
    pass: (milliseconds: number) => {
      now += milliseconds;
      act(stores.clock.tick);
    },
    leave: () => {
      act(() => root.unmount());
      place.remove();
    },
  };
};

/** As a person types: the field tells React what it holds now. */
export const type = (field: HTMLTextAreaElement, text: string): void => {
  const prototype = Object.getPrototypeOf(field) as object;
  act(() => {
    // Past React's own setter, which would take the event for an echo of its own.
    Reflect.set(prototype, 'value', text, field);
    field.setSelectionRange(text.length, text.length);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
};

export const press = (field: Element, key: string, over: KeyboardEventInit = {}): void =>
  act(() => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...over }));
  });
