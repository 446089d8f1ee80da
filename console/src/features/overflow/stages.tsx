import type { OverflowPreview } from '@haven/shared/protocol/desk-settings';
import { useConsole } from '../../ui/console-context';
import styles from './overflow.module.css';

/** More names than that say no more than their number. */
const NAMES = 8;

type Stage = OverflowPreview['stages'][number];

const Who = ({ joining }: { readonly joining: Stage['joining'] }) => {
  const { t } = useConsole();
  const names = joining
    .slice(0, NAMES)
    .map(({ displayName, standby }) =>
      standby ? t('overflow.on-standby', { name: displayName }) : displayName,
    );
  const more = joining.length - names.length;
  return (
    <>
      {names.join(', ')}
      {more > 0 && ` ${t('overflow.more-people', { n: more })}`}
    </>
  );
};

type StagesProps = {
  readonly preview: OverflowPreview;
  /** From where the visitor comes, and when. */
  readonly who: string;
  readonly deskName: string;
};

/** What would happen to a chat that nobody takes, stage by stage. */
export const Stages = ({ preview, who, deskName }: StagesProps) => {
  const { t } = useConsole();
  const afterWords = (seconds: number) =>
    seconds % 60 === 0
      ? t('overflow.after-minutes', { n: seconds / 60 })
      : t('overflow.after-seconds', { n: seconds });
  if (preview.desk === null) {
    return (
      <p className={styles['hole']}>
        {who} {t('overflow.turned-away')}
      </p>
    );
  }
  return (
    <>
      <p>
        {who} {t('overflow.comes-to', { desk: deskName })}
      </p>
      {preview.hole && <p className={styles['hole']}>{t('hand.hole')}</p>}
      <ol className={styles['stages']}>
        {preview.stages.map(({ after, joining, told }, index) => {
          const isTold = told && preview.stages[index - 1]?.told !== true;
          return (
            <li key={after}>
              <span className={styles['when']}>
                {after < 1000 ? t('overflow.at-once') : afterWords(Math.round(after / 1000))}
              </span>
              <span>
                {joining.length > 0 ? (
                  <Who joining={joining} />
                ) : (
                  !isTold && t(index === 0 ? 'overflow.nobody' : 'overflow.nobody-more')
                )}
                {isTold && <em> {t('overflow.is-told')}</em>}
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
};
