import type { DeskId, StaffId } from '@haven/shared/ids';
import type { Desk } from '@haven/shared/protocol/organisation';
import { useState } from 'react';
import { BlockWaiting } from '../block/block-waiting';
import { Button } from '../../ui/button';
import { Choose } from '../../ui/choose';
import { useConsole, useSlice } from '../../ui/console-context';
import { PagePart } from '../../ui/page-part';
import { useRowFocus } from '../../ui/use-row-focus';
import styles from './overflow.module.css';
import { ReasonDialog } from './reason-dialog';
import { useRequest } from './use-request';

type Act =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'move'; readonly to: DeskId }
  | { readonly kind: 'take-off'; readonly staffId: StaffId };

const MoveWaiting = ({
  desk,
  desks,
  onMove,
}: {
  readonly desk: DeskId;
  readonly desks: readonly Desk[];
  readonly onMove: (to: DeskId) => void;
}) => {
  const { t, language } = useConsole();
  const others = desks.filter(({ id }) => id !== desk);
  const [chosen, choose] = useState<DeskId | undefined>(undefined);
  const to = others.find(({ id }) => id === chosen) ?? others[0];
  if (to === undefined) return null;
  return (
    <div className={styles['fields']}>
      <Choose
        label={t('hand.move-to')}
        value={to.id}
        onChoose={(chosenId) => choose(others.find(({ id }) => id === chosenId)?.id)}
      >
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name[language]}
          </option>
        ))}
      </Choose>
      <Button onPress={() => onMove(to.id)}>{t('hand.move')}</Button>
    </div>
  );
};

/** The desk at this moment, and what a supervisor can do about it. */
export const HandSection = ({ desk, desks }: { readonly desk: Desk; readonly desks: readonly Desk[] }) => {
  const { stores, t, language } = useConsole();
  const request = useRequest();
  const [act, setAct] = useState<Act | null>(null);
  const now = useSlice(stores.desks, ({ known }) => known.get(desk.id));
  const queue = useSlice(stores.queue, ({ ordered }) => ordered);
  const people = useSlice(stores.staff, ({ known }) => known.items);
  const waiting = queue.filter((item) => item.desk === desk.id);
  const absent = [...people.values()].filter(
    ({ presence, chats }) => chats > 0 && (presence === 'away' || presence === 'pause'),
  );

  // What was moved or taken off has no button any longer. A chat that is taken off waits: the two are counted apart.
  const { adders: besideMoving, removing: moving } = useRowFocus<HTMLElement, HTMLDivElement>(
    Number(waiting.length > 0),
  );
  const { adders: besideTaking, removing: taking } = useRowFocus<HTMLElement, HTMLParagraphElement>(
    absent.length,
  );

  const perform = async (wanted: Act, reason: string) => {
    setAct(null);
    if (wanted.kind === 'open' || wanted.kind === 'close') {
      await request('hand:overflow', { desk: desk.id, open: wanted.kind === 'open', reason });
    } else if (wanted.kind === 'pause' || wanted.kind === 'resume') {
      await request('hand:intake', { desk: desk.id, paused: wanted.kind === 'pause', reason });
    } else if (wanted.kind === 'move') {
      moving(0);
      const chats = waiting.map(({ chat }) => chat).slice(0, 200);
      const done = await request('hand:move', { chats, desk: wanted.to, reason });
      if (done !== null) stores.notices.say('quiet', 'hand.moved', { n: done.moved });
    } else {
      taking(0);
      const done = await request('hand:take-off', { staffId: wanted.staffId, reason });
      if (done !== null) stores.notices.say('quiet', 'hand.taken', { n: done.taken });
    }
  };

  return (
    <PagePart title={t('hand.title', { desk: desk.name[language] })}>
      <ul className={styles['facts']}>
        <li>{t('hand.waiting', { n: waiting.length })}</li>
        {now?.hole === true && <li className={styles['hole']}>{t('hand.hole')}</li>}
        {now?.opened === true && <li>{t('hand.opened')}</li>}
        {now?.paused === true && <li className={styles['hole']}>{t('hand.paused')}</li>}
        {now?.takes === false && !now.paused && <li>{t('hand.closed')}</li>}
      </ul>
      <div ref={besideMoving}>
        <p ref={besideTaking} className={styles['line']}>
          <Button onPress={() => setAct({ kind: now?.opened === true ? 'close' : 'open' })}>
            {t(now?.opened === true ? 'hand.close-overflow' : 'hand.open-overflow')}
          </Button>
          <Button onPress={() => setAct({ kind: now?.paused === true ? 'resume' : 'pause' })}>
            {t(now?.paused === true ? 'hand.resume-intake' : 'hand.pause-intake')}
          </Button>
        </p>
      </div>
      {waiting.length > 0 && (
        <MoveWaiting desk={desk.id} desks={desks} onMove={(to) => setAct({ kind: 'move', to })} />
      )}
      {waiting.length > 0 && <BlockWaiting waiting={waiting} />}
      {absent.map(({ staffId, displayName, chats }) => (
        <p key={staffId} className={styles['line']}>
          <span>{t('hand.absent', { name: displayName, n: chats })}</span>
          <Button
            aria-label={`${t('hand.take-off')}: ${displayName}`}
            onPress={() => setAct({ kind: 'take-off', staffId })}
          >
            {t('hand.take-off')}
          </Button>
        </p>
      ))}
      {act !== null && (
        <ReasonDialog
          title={t(`hand.confirm.${act.kind}`, { desk: desk.name[language] })}
          onReason={(reason) => void perform(act, reason)}
          onClose={() => setAct(null)}
        />
      )}
    </PagePart>
  );
};
