import type { ColleagueText } from '@haven/shared/colleagues/worker-messages';
import type { StaffId } from '@haven/shared/ids';
import { type RefObject, useEffect } from 'react';
import { Button } from '../../ui/button';
import { classes } from '../../ui/class-names';
import { useConsole, useSlice } from '../../ui/console-context';
import { focusPlace } from '../../ui/focus-marks';
import { Icon } from '../../ui/icon';
import { SixWords } from '../chat/six-words';
import { useStickToEnd } from '../chat/use-stick-to-end';
import { ColleagueField } from './colleague-field';
import styles from './colleagues.module.css';

type LineProps = { readonly staffId: StaffId; readonly name: string; readonly text: ColleagueText };

/** Text is a text node: nothing in it is ever a link, a picture or markup. */
const Line = ({ staffId, name, text: { id, mine, at, text, delivery } }: LineProps) => {
  const { actions, t, times } = useConsole();
  return (
    <li className={classes(styles['line'], mine && styles['mine'])}>
      <span className={styles['by']}>
        {mine ? t('chat.you') : name} · {times.clock(at)}
      </span>
      <p className={styles['text']} dir="auto">
        {text}
      </p>
      {delivery !== null && (
        <span className={classes(styles['by'], delivery === 'failed' && styles['problem'])}>
          {t(`delivery.${delivery}`)}
          {delivery === 'failed' && (
            <Button size="small" onPress={() => actions.sendToColleagueAgain(staffId, id)}>
              {t('delivery.again')}
            </Button>
          )}
        </span>
      )}
    </li>
  );
};

/** What stands in front of somebody who looks at this tab has been seen. */
const useSeenTexts = (staffId: StaffId, count: number, place: RefObject<HTMLElement | null>) => {
  const { stores } = useConsole();
  // In a window that holds one part at a time, another part may be in front.
  const view = useSlice(stores.view, (all) => all);
  useEffect(() => {
    const see = () => {
      const inSight = place.current?.checkVisibility() !== false;
      if (document.visibilityState === 'visible' && inSight) stores.colleagues.see(staffId);
    };
    see();
    document.addEventListener('visibilitychange', see);
    return () => document.removeEventListener('visibilitychange', see);
  }, [stores, staffId, count, place, view]);
};

/** The conversation with one colleague, in place of what is known of the chat. */
export const ColleagueTalk = ({ staffId }: { readonly staffId: StaffId }) => {
  const { stores, t } = useConsole();
  const view = useSlice(stores.colleagues, ({ views }) => views.get(staffId));
  const staff = useSlice(stores.staff, ({ known }) => known.items.get(staffId));
  const name = view?.displayName ?? staff?.displayName ?? t('chat.colleague');
  const texts = view?.texts ?? [];
  const { scroller } = useStickToEnd(texts.length);
  useSeenTexts(staffId, texts.length, scroller);
  useEffect(() => void focusPlace('colleagues'), [staffId]);
  const problem =
    view?.away === true
      ? t('colleagues.away', { name })
      : view !== undefined && view.fault !== null && t(`colleagues.fault.${view.fault}`, { name });
  return (
    <section className={styles['talk']} aria-label={t('colleagues.with', { name })}>
      <div className={styles['head']}>
        <Button
          look="plain"
          size="icon"
          aria-label={t('colleagues.back')}
          onPress={() => stores.colleagues.open(null)}
        >
          <Icon name="back" />
        </Button>
        <h3 className={styles['name']}>{name}</h3>
        {view !== undefined && view.words.length > 0 && <SixWords words={view.words} between="colleagues" />}
      </div>
      <div
        className={styles['scroll']}
        ref={scroller}
        // Scrolls, so the keyboard must reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="group"
        aria-label={t('colleagues.with', { name })}
      >
        <p className={styles['quiet']}>{t('colleagues.kept')}</p>
        <ol className={styles['lines']}>
          {texts.map((text) => (
            <Line key={text.id} staffId={staffId} name={name} text={text} />
          ))}
        </ol>
      </div>
      {problem !== false && (
        <p className={styles['warning']} role="alert">
          <Icon name="warning" />
          {problem}
        </p>
      )}
      <ColleagueField staffId={staffId} name={name} />
    </section>
  );
};
