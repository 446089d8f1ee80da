import type { DeskOverflow } from '@haven/shared/protocol/desk-settings';
import type { Desk } from '@haven/shared/protocol/organisation';
import type { StaffPresence } from '@haven/shared/protocol/presence';
import { type OverflowStep, USUAL_OVERFLOW } from '@haven/shared/protocol/overflow';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import { PagePart, Quiet } from '../../ui/page-part';
import { useRowFocus } from '../../ui/use-row-focus';
import styles from './overflow.module.css';
import { StepRow } from './step-row';
import { addable, inOrder, withDesk, withoutStep, withStep, withTime, reachingOnly } from './steps-draft';

type StepsSectionProps = {
  readonly set: DeskOverflow;
  readonly desk: Desk;
  readonly desks: readonly Desk[];
  /** As it is edited; null: the usual steps. */
  readonly draft: readonly OverflowStep[] | null;
  readonly onDraft: (draft: readonly OverflowStep[] | null) => void;
  readonly onSet: (steps: OverflowStep[] | null) => void;
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The steps of a desk, edited; they hold as soon as they are set. */
export const StepsSection = ({ set, desk, desks, draft, onDraft, onSet }: StepsSectionProps) => {
  const { stores, t, language, times } = useConsole();
  const people: ReadonlyMap<string, StaffPresence> = useSlice(stores.staff, ({ known }) => known.items);
  const steps = draft ?? USUAL_OVERFLOW;
  const others = desks.filter(({ id }) => id !== desk.id);
  const ids = desks.map(({ id }) => id);
  const { previous } = set;
  const { list, adders, removing } = useRowFocus<HTMLOListElement, HTMLParagraphElement>(steps.length);
  return (
    <PagePart title={t('overflow.steps')}>
      <Quiet>
        {set.setAt === null
          ? t('overflow.usual')
          : t('overflow.version', {
              version: set.version,
              name: people.get(set.setBy ?? '')?.displayName ?? set.setBy ?? '',
              time: times.dateAndClock(set.setAt),
            })}
      </Quiet>
      <p>{t('overflow.at-first', { desk: desk.name[language] })}</p>
      <ol ref={list} className={styles['steps']}>
        {steps.map((step, index) => (
          <StepRow
            key={index}
            step={step}
            desks={others}
            onTime={(after) => onDraft(withTime(steps, index, after))}
            onDesk={(id) => onDraft(withDesk(steps, index, id))}
            onRemove={() => {
              removing(index);
              onDraft(withoutStep(steps, index));
            }}
          />
        ))}
      </ol>
      <p ref={adders} className={styles['line']}>
        {addable(steps).map((kind) => (
          <Button
            key={kind}
            size="small"
            onPress={() =>
              onDraft(
                withStep(
                  steps,
                  kind,
                  others.map(({ id }) => id),
                ),
              )
            }
          >
            {t(`overflow.add.${kind}`)}
          </Button>
        ))}
      </p>
      <p className={styles['line']}>
        <Button
          look="main"
          isDisabled={isSame(draft, set.steps)}
          onPress={() => onSet(draft === null ? null : inOrder(draft))}
        >
          {t('overflow.set')}
        </Button>
        {draft !== null && <Button onPress={() => onDraft(null)}>{t('overflow.take-usual')}</Button>}
        {previous !== null && (
          <Button onPress={() => onSet(previous.steps && reachingOnly(previous.steps, ids))}>
            {t('overflow.take-previous')}
          </Button>
        )}
      </p>
    </PagePart>
  );
};
