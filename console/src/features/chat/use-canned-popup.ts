import type { StaffChat } from '@haven/shared/protocol/chat';
import type { CannedReply } from '@haven/shared/protocol/canned-replies';
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { matchingReplies, repliesAt, replaceSlash, slashQuery } from '../canned-replies/canned';
import { announce } from '../../ui/announcer';
import { useConsole, useSlice } from '../../ui/console-context';

type CannedPopupInput = {
  readonly chat: StaffChat;
  readonly draft: string;
  readonly caret: number;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly write: (text: string) => void;
};

const NO_REPLIES: readonly CannedReply[] = [];

/** The list that a `/` opens in the composer, and its keys. */
export const useCannedPopup = ({ chat, draft, caret, field, write }: CannedPopupInput) => {
  const { stores, t } = useConsole();
  const all = useSlice(stores.replies, ({ replies }) => replies);
  const [active, setActive] = useState(0);
  /** The place of the slash whose list was closed with Escape. */
  const [closed, setClosed] = useState<number | null>(null);
  const slash = slashQuery(draft, caret);
  const open = slash !== null && slash.from !== closed;
  const query = slash?.query ?? '';
  const replies = open
    ? matchingReplies(repliesAt(all, chat.desk), chat.answers.language, query)
    : NO_REPLIES;
  const index = Math.min(active, Math.max(0, replies.length - 1));
  const activeReply = replies[index];

  const count = replies.length;
  useEffect(() => {
    if (open) announce(t('canned.found', { n: count }));
  }, [open, count, t]);

  const choose = (reply: CannedReply) => {
    if (slash === null) return;
    const inserted = replaceSlash(draft, caret, slash, reply.text);
    write(inserted.text);
    setActive(0);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(inserted.caret, inserted.caret);
    });
  };

  /** True: the key was for the list. */
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (!open) {
      if (slash === null) setClosed(null);
      return false;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return false;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        if (count === 0) return false;
        event.preventDefault();
        setActive((index + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
        return true;
      }
      case 'Enter':
      case 'Tab': {
        if (activeReply === undefined || event.shiftKey) return false;
        event.preventDefault();
        choose(activeReply);
        return true;
      }
      case 'Escape':
        event.preventDefault();
        event.stopPropagation();
        setClosed(slash.from);
        return true;
      default:
        return false;
    }
  };

  return { open, replies, active: index, activeReply, choose, onKeyDown };
};
