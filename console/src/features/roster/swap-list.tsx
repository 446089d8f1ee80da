import type { Conflict } from '@haven/shared/protocol/roster-conflict';
import type { Swap, SwapStep } from '@haven/shared/protocol/roster-swap';
import { dateOf, startOfDay } from '@haven/shared/roster/calendar';
import { stepSwap } from '@haven/shared/roster/swaps';
import { days } from '@haven/shared/units';
import { useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { useConsole, useNow, useSlice } from '../../ui/console-context';
import { useRowFocus } from '../../ui/use-row-focus';
import type { Times } from '../../ui/times';
import { ConflictList } from './conflict-list';
import styles from './roster-page.module.css';
import { useAnswer } from './use-answer';
import { useNames, usePlans } from './use-roster';

const STEPS: readonly SwapStep[] = ['accept', 'decline', 'withdraw', 'approve', 'reject'];

/** What spoke against the last decision, and the shifts that it was about. */
type Refused = { readonly own: readonly string[]; readonly conflicts: readonly Conflict[] };
const NOTHING: Refused = { own: [], conflicts: [] };

type SwapListProps = { readonly timeZone: string; readonly time: Times };

/** For those who plan, everybody's; for the others what they ask and are asked. */
export const SwapList = ({ timeZone, time }: SwapListProps) => {
  const { actions, stores, t } = useConsole();
  const now = useNow();
  const plans = usePlans();
  const selfId = useSlice(stores.staff, (staff) => staff.selfId);
  const today = startOfDay(dateOf(now, timeZone), timeZone);
  const { value: view } = useAnswer('roster:look', { from: today, until: today + days(35) });
  const { value } = useAnswer('roster:swaps', {});
  const names = useNames(view?.people ?? []);
  const [refused, setRefused] = useState<Refused>(NOTHING);
  const shifts = value?.shifts ?? [];
  const isAhead = (id: string | null) =>
    id === null || shifts.some((each) => each.id === id && each.from > now);
  const stepsOf = (swap: Swap) => {
    // What has begun, or is gone, changes hands no more.
    const isLate = !isAhead(swap.shift) || !isAhead(swap.inReturn);
    return STEPS.filter(
      (step) =>
        selfId !== null &&
        stepSwap(swap, step, { staffId: selfId, plans }).ok &&
        !(isLate && (step === 'accept' || step === 'approve')),
    );
  };
  // What was decided has no buttons any longer.
  const { list, removing } = useRowFocus<HTMLUListElement>(value?.swaps.flatMap(stepsOf).length ?? 0);
  const spanOf = (id: string) => {
    const shift = shifts.find((each) => each.id === id);
    return shift === undefined ? t('mine.swap.gone') : time.span(shift);
  };
  const take = async (swap: Swap, step: SwapStep) => {
    removing(value?.swaps.indexOf(swap) ?? 0);
    const result = await actions.ask('roster:swap-step', { swap: swap.id, step });
    if (!result.ok) stores.notices.say('problem', noticeOf(result.error));
    const own = [swap.shift, ...(swap.inReturn === null ? [] : [swap.inReturn])];
    setRefused({ own, conflicts: result.ok ? result.value.conflicts : [] });
  };
  const line = ({ from, to, shift, inReturn }: Swap) => {
    const people = { from: names.person(from), to: names.person(to), shift: spanOf(shift) };
    return inReturn === null
      ? t('mine.swap.line', people)
      : t('mine.swap.line-return', { ...people, inReturn: spanOf(inReturn) });
  };
  return (
    <section aria-labelledby="swaps">
      <h3 id="swaps">{t('mine.swaps')}</h3>
      {value?.swaps.length === 0 && <p>{t('mine.swaps.none')}</p>}
      <ConflictList {...refused} names={names} time={time} />
      <ul ref={list} className={styles['lines']}>
        {value?.swaps.map((swap) => (
          <li key={swap.id} className={styles['line']}>
            <span>
              {line(swap)} <span className={styles['small']}>· {t(`mine.swap.state.${swap.state}`)}</span>
            </span>
            <span className={styles['buttons']}>
              {stepsOf(swap).map((step) => (
                <Button
                  key={step}
                  size="small"
                  aria-label={`${t(`mine.swap.step.${step}`)}: ${line(swap)}`}
                  onPress={() => void take(swap, step)}
                >
                  {t(`mine.swap.step.${step}`)}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
