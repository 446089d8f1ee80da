import type { ChatId } from '@haven/shared/ids';
import type { QueueItem } from '@haven/shared/protocol/queue';
import { useState } from 'react';
import { chatCode } from '../chat/chat-code';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { BlockDialog } from './block-dialog';
import styles from './block.module.css';

/** More than anybody looks through. */
const SHOWN = 20;

/** Those who wait at a desk, for a supervisor who has reason to turn one away. */
export const BlockWaiting = ({ waiting }: { readonly waiting: readonly QueueItem[] }) => {
  const { t } = useConsole();
  const [chosen, choose] = useState<ChatId | null>(null);
  return (
    <>
      <ul className={styles['list']}>
        {waiting.slice(0, SHOWN).map(({ chat }) => (
          <li key={chat} className={styles['line']}>
            <span>{t('block.waiting', { code: chatCode(chat) })}</span>
            <Button
              size="small"
              aria-label={`${t('block.open')} ${chatCode(chat)}`}
              onPress={() => choose(chat)}
            >
              {t('block.open')}
            </Button>
          </li>
        ))}
      </ul>
      {chosen !== null && <BlockDialog chat={chosen} onClose={() => choose(null)} />}
    </>
  );
};
