import { LIMITS } from '@haven/shared/protocol/limits';
import { may } from '@haven/shared/protocol/permissions';
import { PRESENCES, type Presence, type StaffPresence } from '@haven/shared/protocol/presence';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Button } from '../../ui/button';
import { classes } from '../../ui/class-names';
import { useConsole, useSlice } from '../../ui/console-context';
import { Hidden } from '../../ui/hidden';
import { Icon } from '../../ui/icon';
import { Popover } from '../../ui/popover';
import styles from './presence-control.module.css';
import { PresenceMark } from './presence-mark';
import { selfOf } from './staff-store';

const isPresence = (value: string): value is Presence => PRESENCES.some((known) => known === value);

const Choices = ({ self }: { readonly self: StaffPresence }) => {
  const { actions, stores, t } = useConsole();
  return (
    <RadioGroup
      className={classes(styles['choices'])}
      aria-label={t('presence.label')}
      value={self.presence}
      onChange={(value: string) => {
        if (isPresence(value)) void actions.setPresence(value);
      }}
    >
      {PRESENCES.map((presence) => (
        <Radio
          key={presence}
          value={presence}
          autoFocus={presence === self.presence}
          className={classes(styles['choice'])}
          onPress={() => stores.view.presenceMenu(false)}
        >
          <PresenceMark presence={presence} />
          <span className={styles['name']}>{t(`presence.${presence}`)}</span>
          <span className={styles['hint']}>{t(`presence.${presence}.hint`)}</span>
        </Radio>
      ))}
    </RadioGroup>
  );
};

const Capacity = ({ self }: { readonly self: StaffPresence }) => {
  const { actions, t } = useConsole();
  return (
    <div className={styles['row']} role="group" aria-label={t('presence.capacity')}>
      <span className={styles['grow']}>{t('presence.capacity')}</span>
      <Button
        size="icon"
        aria-label={t('presence.fewer')}
        isDisabled={self.capacity <= 1}
        onPress={() => void actions.setCapacity(self.capacity - 1)}
      >
        <Icon name="minus" />
      </Button>
      <output className={styles['number']}>{self.capacity}</output>
      <Button
        size="icon"
        aria-label={t('presence.more')}
        isDisabled={self.capacity >= LIMITS.chatsPerCounsellor}
        onPress={() => void actions.setCapacity(self.capacity + 1)}
      >
        <Icon name="plus" />
      </Button>
    </div>
  );
};

const Load = ({ self: { chats, capacity, presence } }: { readonly self: StaffPresence }) => {
  const { t } = useConsole();
  return (
    <>
      <PresenceMark presence={presence} />
      <Hidden>{t('presence.label')}: </Hidden>
      {t(`presence.${presence}`)}
      <span className={styles['load']} aria-hidden="true">
        · {t('presence.load', { chats, capacity })}
      </span>
      <Hidden>, {t('presence.load-label', { chats, capacity })}</Hidden>
    </>
  );
};

export const PresenceControl = () => {
  const { stores, t, times } = useConsole();
  const self = useSlice(stores.staff, selfOf);
  const isOpen = useSlice(stores.view, ({ presenceMenu }) => presenceMenu);
  if (self === null) return null;
  const { presence, displayName } = self;
  // An administrator is nobody's to ring: there is nothing to choose but to go.
  const takesChats = may(self.role, 'presence:set');
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={stores.view.presenceMenu}>
      <Button>
        {takesChats ? <Load self={self} /> : displayName}
        <Icon name="down" />
      </Button>
      <Popover placement="bottom end">
        <Dialog
          className={classes(styles['panel'])}
          aria-label={takesChats ? t('presence.label') : displayName}
        >
          <p className={styles['name-line']}>
            {displayName} · {takesChats ? t(`presence.${presence}`) : t(`role.${self.role}`)}{' '}
            {takesChats && t('presence.since', { time: times.clock(self.since) })}
          </p>
          {takesChats && <Choices self={self} />}
          {takesChats && <Capacity self={self} />}
          <Button onPress={() => stores.view.dialog({ kind: 'sign-out' })}>{t('presence.sign-out')}</Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
};
