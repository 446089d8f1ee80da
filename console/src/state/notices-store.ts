import type { MessageKey } from '../i18n/message-types';
import { createStore } from 'zustand/vanilla';

export type Notice = {
  readonly id: number;
  readonly tone: 'quiet' | 'problem';
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, string | number>>;
  /** How often it was said while it stood there. */
  readonly times: number;
};

/** More than this many at once would cover the work. */
const AT_ONCE = 4;

const isSame = (one: Notice, other: Pick<Notice, 'tone' | 'key' | 'values'>): boolean =>
  one.tone === other.tone &&
  one.key === other.key &&
  JSON.stringify(one.values) === JSON.stringify(other.values);

export const createNoticesStore = () => {
  let last = 0;
  const store = createStore<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }));
  const dismiss = (id: number) =>
    store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
  /** What stands there already is said again, and stands there once. */
  const put = (said: Pick<Notice, 'tone' | 'key' | 'values'>): Notice => {
    const { notices } = store.getState();
    const same = notices.find((notice) => isSame(notice, said));
    const notice: Notice = { ...said, id: same?.id ?? ++last, times: (same?.times ?? 0) + 1 };
    store.setState({ notices: [...notices.filter(({ id }) => id !== notice.id), notice].slice(-AT_ONCE) });
    return notice;
  };
  return {
    store,
    say: (tone: Notice['tone'], key: MessageKey, values: Notice['values'] = {}) => {
      put({ tone, key, values });
    },
    /** A problem that may pass by itself: what this gives says that it has. */
    hold: (key: MessageKey): (() => void) => {
      const { id } = put({ tone: 'problem', key, values: {} });
      return () => dismiss(id);
    },
    dismiss,
  };
};
