import type { MessageKey } from '../i18n/message-types';
import { createStore } from 'zustand/vanilla';

export type Notice = {
  readonly id: number;
  readonly tone: 'quiet' | 'problem';
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, string | number>>;
};

/** More than this many at once would cover the work. */
const AT_ONCE = 4;

export const createNoticesStore = () => {
  let last = 0;
  const store = createStore<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }));
  return {
    store,
    say: (tone: Notice['tone'], key: MessageKey, values: Notice['values'] = {}) => {
      const notice: Notice = { id: ++last, tone, key, values };
      store.setState(({ notices }) => ({ notices: [...notices, notice].slice(-AT_ONCE) }));
    },
    dismiss: (id: number) =>
      store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
  };
};
