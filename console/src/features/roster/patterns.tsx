import type { Exception, Pattern, Rotation, Team } from '@haven/shared/protocol/roster-plan';
import type { Arrangement, Arranging } from '@haven/shared/protocol/roster-requests';
import { type ReactNode, useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { Modal } from '../../ui/modal';
import { useRowFocus } from '../../ui/use-row-focus';
import { weekdayName } from '../../ui/times';
import { ExceptionForm } from './exception-form';
import { PatternForm } from './pattern-form';
import styles from './roster-page.module.css';
import { RotationForm } from './rotation-form';
import { TeamForm } from './team-form';
import { useAnswer } from './use-answer';
import { nameOfMaker, useNames, usePlans } from './use-roster';

/** What is open, and what to call before it is taken away. */
type Open = { readonly removing: () => void } & (
  | { readonly noun: 'team'; readonly known: Team | null }
  | { readonly noun: 'rotation'; readonly known: Rotation | null }
  | { readonly noun: 'pattern'; readonly known: Pattern | null }
  | { readonly noun: 'exception'; readonly known: Exception | null }
);

/** What shifts are generated from. */
export const Patterns = () => {
  const { actions, stores, t, times, language } = useConsole();
  const plans = usePlans();
  const { value: plan } = useAnswer('roster:plan', {});
  const { value: view } = useAnswer('roster:look', { from: 0, until: 1 });
  const names = useNames(view?.people ?? []);
  const [open, setOpen] = useState<Open | null>(null);
  if (plan === null || view === null) return <p role="status">{t('roster.loading')}</p>;
  const close = () => setOpen(null);
  const arrange = async (change: Arrangement, seen: Arranging['seen']) => {
    if (change.kind === 'remove') open?.removing();
    const result = await actions.ask('roster:arrange', { change, seen });
    if (result.ok) {
      close();
      return;
    }
    stores.notices.say('problem', noticeOf(result.error));
    // Perhaps nobody has told this console yet.
    if (result.error === 'outdated') stores.roster.changed();
  };
  const days = (weekdays: readonly number[]) =>
    weekdays
      .toSorted((a, b) => a - b)
      .map((weekday) => weekdayName(weekday, language))
      .join(' ');
  const summaryOf = (pattern: Pattern) =>
    t('patterns.summary', {
      days: days(pattern.weekdays),
      from: pattern.from,
      until: pattern.until,
      people: pattern.people,
      by: nameOfMaker(pattern.by, plan),
    });
  const turnsOf = ({ teams }: Rotation) =>
    teams.map((id) => plan.teams.find((team) => team.id === id)?.name ?? id).join(' → ');
  const daysOf = ({ first, last }: Exception) => `${times.planDay(first)} – ${times.planDay(last)}`;
  const membersOf = ({ region, members }: Team) =>
    [names.region(region), members.map(names.person).join(', ')].join(' · ');
  const common = {
    plan,
    onSave: (change: Arrangement, seen: Arranging['seen']) => void arrange(change, seen),
    onClose: close,
  };
  /** What stands there now of what is open, and how it is read. */
  const standing = <T extends Named>(known: T | null, items: readonly T[], describe: (item: T) => string) => {
    const present = items.find(({ id }) => id === known?.id) ?? null;
    return { known, present, says: present === null ? null : `${present.name}: ${describe(present)}` };
  };
  return (
    <>
      {!plans && <p className={styles['note']}>{t('patterns.readonly')}</p>}
      <div className={styles['columns']}>
        <Noun
          title={t('patterns.patterns')}
          items={plan.patterns}
          describe={summaryOf}
          onOpen={plans ? (known, removing) => setOpen({ noun: 'pattern', known, removing }) : null}
        />
        <Noun
          title={t('patterns.teams')}
          items={plan.teams}
          describe={({ region, members }) =>
            `${names.region(region)} · ${t('patterns.members.count', { n: members.length })}`
          }
          onOpen={plans ? (known, removing) => setOpen({ noun: 'team', known, removing }) : null}
        />
        <Noun
          title={t('patterns.rotations')}
          items={plan.rotations}
          describe={turnsOf}
          onOpen={plans ? (known, removing) => setOpen({ noun: 'rotation', known, removing }) : null}
        />
        <Noun
          title={t('patterns.exceptions')}
          items={plan.exceptions}
          describe={daysOf}
          onOpen={plans ? (known, removing) => setOpen({ noun: 'exception', known, removing }) : null}
        />
      </div>
      {open !== null && (
        <Modal title={open.known?.name ?? t(`patterns.new.${open.noun}`)} onClose={close}>
          {open.noun === 'team' && (
            <TeamForm
              {...common}
              {...standing(open.known, plan.teams, membersOf)}
              people={view.people}
              names={names}
            />
          )}
          {open.noun === 'rotation' && (
            <RotationForm {...common} {...standing(open.known, plan.rotations, turnsOf)} />
          )}
          {open.noun === 'pattern' && (
            <PatternForm {...common} {...standing(open.known, plan.patterns, summaryOf)} names={names} />
          )}
          {open.noun === 'exception' && (
            <ExceptionForm {...common} {...standing(open.known, plan.exceptions, daysOf)} />
          )}
        </Modal>
      )}
    </>
  );
};

type Named = { readonly id: string; readonly name: string };

const Noun = <T extends Named>({
  title,
  items,
  describe,
  onOpen,
}: {
  readonly title: string;
  readonly items: readonly T[];
  readonly describe: (item: T) => ReactNode;
  /** With null, to make a new one; null where nothing may be changed. */
  readonly onOpen: ((item: T | null, removing: () => void) => void) | null;
}) => {
  const { t } = useConsole();
  const { list, adders, removing } = useRowFocus<HTMLUListElement, HTMLDivElement>(items.length);
  return (
    <section aria-label={title}>
      <div ref={adders} className={styles['line']}>
        <h3>{title}</h3>
        {onOpen !== null && (
          <Button
            size="small"
            aria-label={`${t('patterns.add')}: ${title}`}
            onPress={() => onOpen(null, () => undefined)}
          >
            {t('patterns.add')}
          </Button>
        )}
      </div>
      {items.length === 0 && <p className={styles['small']}>{t('patterns.none')}</p>}
      <ul ref={list} className={styles['lines']}>
        {items.map((item, row) => (
          <li key={item.id} className={styles['line']}>
            <span>
              <strong>{item.name}</strong>
              <span className={styles['under']}>{describe(item)}</span>
            </span>
            {onOpen !== null && (
              <Button
                size="small"
                aria-label={t('patterns.edit', { name: item.name })}
                onPress={() => onOpen(item, () => removing(row))}
              >
                {t('roster.edit')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
