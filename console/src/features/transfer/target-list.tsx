import type { StaffChat } from '@haven/shared/protocol/chat';
import { Collection } from 'react-aria-components/Collection';
import { Header } from 'react-aria-components/Header';
import { ListBox, ListBoxItem, ListBoxSection, type Selection } from 'react-aria-components/ListBox';
import { classes } from '../../ui/class-names';
import { useConsole, useSlice } from '../../ui/console-context';
import { Icon } from '../../ui/icon';
import { PresenceMark } from '../presence/presence-mark';
import { type DeskTarget, deskTargets, type StaffTarget, staffTargets } from './targets';
import styles from './transfer-dialog.module.css';

type Target = StaffTarget | DeskTarget;

export const targetKey = (target: Target): string =>
  target.kind === 'staff' ? `staff:${target.staff.staffId}` : `desk:${target.desk.id}`;

export const useTargets = (chat: StaffChat, query: string): readonly Target[] => {
  const { stores, language } = useConsole();
  const { selfId, known } = useSlice(stores.staff, (staff) => staff);
  const organisation = useSlice(stores.desk, (desk) => desk.organisation);
  if (selfId === null) return [];
  const wanted = query.trim().toLowerCase();
  const fits = (name: string) => name.toLowerCase().includes(wanted);
  return [
    ...staffTargets(known.items.values(), selfId, chat.answers.language).filter(({ staff }) =>
      fits(staff.displayName),
    ),
    ...deskTargets(organisation?.desks ?? [], known.items.values(), selfId).filter(({ desk }) =>
      fits(desk.name[language]),
    ),
  ];
};

const StaffRow = ({ target }: { readonly target: StaffTarget }) => {
  const { stores, t, language } = useConsole();
  const organisation = useSlice(stores.desk, (desk) => desk.organisation);
  const { staff, free, speaks } = target;
  const desks = staff.desks
    .flatMap((id) => organisation?.desks.find((desk) => desk.id === id)?.name[language] ?? [])
    .join(', ');
  return (
    <ListBoxItem
      id={targetKey(target)}
      textValue={staff.displayName}
      isDisabled={!target.open}
      className={classes(styles['row'])}
    >
      <PresenceMark presence={staff.presence} />
      <span className={styles['name']}>
        {staff.displayName}
        <span className={styles['hint']}>
          {t(`presence.${staff.presence}`)} · {desks}
          {!speaks && ` · ${t('transfer.other-language')}`}
        </span>
      </span>
      <span className={styles['free']}>{t('transfer.free', { n: free })}</span>
    </ListBoxItem>
  );
};

const DeskRow = ({ target }: { readonly target: DeskTarget }) => {
  const { t, language } = useConsole();
  const name = target.desk.name[language];
  return (
    <ListBoxItem
      id={targetKey(target)}
      textValue={name}
      isDisabled={!target.open}
      className={classes(styles['row'])}
    >
      <Icon name="door" />
      <span className={styles['name']}>{name}</span>
      <span className={styles['free']}>{t('transfer.desk-free', { n: target.available })}</span>
    </ListBoxItem>
  );
};

type TargetListProps = {
  readonly targets: readonly Target[];
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
};

export const TargetList = ({ targets, chosen, onChoose }: TargetListProps) => {
  const { t } = useConsole();
  const staff = targets.filter((target) => target.kind === 'staff');
  const desks = targets.filter((target) => target.kind === 'desk');
  return (
    <ListBox
      aria-label={t('transfer.to')}
      className={classes(styles['list'])}
      selectionMode="single"
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys: Selection) => {
        const [key] = keys === 'all' ? [] : keys;
        if (key !== undefined) onChoose(String(key));
      }}
      renderEmptyState={() => <p className={styles['empty']}>{t('transfer.no-match')}</p>}
    >
      {staff.length > 0 && (
        <ListBoxSection id="staff">
          <Header className={styles['group']}>{t('transfer.staff')}</Header>
          <Collection items={staff.map((target) => ({ id: targetKey(target), target }))}>
            {({ target }: { readonly target: StaffTarget }) => <StaffRow target={target} />}
          </Collection>
        </ListBoxSection>
      )}
      {desks.length > 0 && (
        <ListBoxSection id="desks">
          <Header className={styles['group']}>{t('transfer.desks')}</Header>
          <Collection items={desks.map((target) => ({ id: targetKey(target), target }))}>
            {({ target }: { readonly target: DeskTarget }) => <DeskRow target={target} />}
          </Collection>
        </ListBoxSection>
      )}
    </ListBox>
  );
};
