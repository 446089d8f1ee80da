import type { Debrief } from '@haven/shared/protocol/debrief';
import type { StaffPresence } from '@haven/shared/protocol/presence';
import type { ReactNode } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import styles from '../pause/pause-strip.module.css';
import { selfOf } from '../presence/staff-store';

const Strip = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles['strip']} role="status">
    {children}
  </div>
);

type EndOrTake = 'debrief:take' | 'debrief:done';

const OfColleague = ({ debrief, self }: { readonly debrief: Debrief; readonly self: StaffPresence }) => {
  const { actions, stores, t } = useConsole();
  const { staffId, displayName: name, takenBy } = debrief;
  const ask = async (event: EndOrTake) => {
    const answer = await actions.ask(event, { staffId });
    if (!answer.ok) stores.notices.say('problem', noticeOf(answer.error));
  };
  if (takenBy === null) {
    return (
      <Strip>
        <span>{t('debrief.wanted', { name })}</span>
        <Button size="small" look="main" onPress={() => void ask('debrief:take')}>
          {t('debrief.take')}
        </Button>
      </Strip>
    );
  }
  return takenBy.staffId === self.staffId ? (
    <Strip>
      <span>{t('debrief.taken', { name })}</span>
      <Button size="small" onPress={() => void ask('debrief:done')}>
        {t('debrief.done')}
      </Button>
    </Strip>
  ) : null;
};

const Mine = ({ debrief: { takenBy } }: { readonly debrief: Debrief }) => {
  const { actions, stores, t } = useConsole();
  const withdraw = async () => {
    const answer = await actions.ask('debrief:withdraw', {});
    if (!answer.ok) stores.notices.say('problem', noticeOf(answer.error));
  };
  return (
    <Strip>
      <span>{takenBy === null ? t('debrief.asked') : t('debrief.comes', { name: takenBy.displayName })}</span>
      <Button size="small" onPress={() => void withdraw()}>
        {t('debrief.withdraw')}
      </Button>
    </Strip>
  );
};

/** Who asked sees that somebody will come; supervisors see who asked. Of the chat it says nothing. */
export const DebriefStrip = () => {
  const { stores } = useConsole();
  const debriefs = useSlice(stores.debriefs, (state) => state.debriefs);
  const self = useSlice(stores.staff, selfOf);
  if (self === null) return null;
  return debriefs.map((debrief) =>
    debrief.staffId === self.staffId ? (
      <Mine key={debrief.staffId} debrief={debrief} />
    ) : (
      <OfColleague key={debrief.staffId} debrief={debrief} self={self} />
    ),
  );
};
