import type { ReactNode } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { PagePart } from '../../ui/page-part';
import type { DeskDraft, RegionDraft } from './draft';
import { fieldOf } from './faults';
import styles from './organisation.module.css';

type ThingsProps<Thing> = {
  readonly kind: 'desk' | 'region';
  readonly title: string;
  readonly hint: string;
  readonly things: readonly Thing[];
  readonly called: (thing: Thing) => string;
  readonly most: number;
  readonly addLabel: string;
  readonly onAdd: () => void;
  /** What was added and not saved yet. */
  readonly onTakeBack: (thing: Thing) => void;
  /** Null: this one stays. */
  readonly retire: (thing: Thing) => (() => void) | null;
  /** What was retired. */
  readonly retired: ReactNode;
  /** The fields of one of them. */
  readonly children: (thing: Thing) => ReactNode;
};

/** Things that the organisation has several of. What is new can be taken back; what is saved can be retired. */
export function ThingsSection<Thing extends DeskDraft | RegionDraft>({
  kind,
  title,
  hint,
  things,
  called,
  most,
  addLabel,
  onAdd,
  onTakeBack,
  retire,
  retired,
  children,
}: ThingsProps<Thing>) {
  const { t } = useConsole();
  return (
    <PagePart title={title} hint={hint}>
      <ul className={styles['things']}>
        {things.map((thing) => {
          const onRetire = retire(thing);
          return (
            <li key={thing.key}>
              <fieldset className={styles['thing']}>
                <legend>{called(thing)}</legend>
                {children(thing)}
                {thing.id === null && (
                  <div className={styles['buttons']}>
                    <Button size="small" onPress={() => onTakeBack(thing)}>
                      {t('organisation.not-add')}
                    </Button>
                  </div>
                )}
                {onRetire !== null && (
                  <div className={styles['away']}>
                    <Button
                      size="small"
                      look="quiet"
                      aria-label={t('retire.label', { name: called(thing) })}
                      onPress={onRetire}
                    >
                      {t(`retire.${kind}`)}
                    </Button>
                  </div>
                )}
              </fieldset>
            </li>
          );
        })}
      </ul>
      <div className={styles['buttons']}>
        <Button id={fieldOf(kind, 'add')} isDisabled={things.length >= most} onPress={onAdd}>
          {addLabel}
        </Button>
      </div>
      {retired}
    </PagePart>
  );
}
