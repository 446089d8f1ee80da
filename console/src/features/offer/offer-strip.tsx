import type { Offer } from '@haven/shared/protocol/queue';
import { useEffect } from 'react';
import { announce } from '../../ui/announcer';
import { Button } from '../../ui/button';
import { useConsole, useNow, useSlice } from '../../ui/console-context';
import { formatWait } from '../../ui/duration';
import { FOCUS } from '../../ui/focus-marks';
import { answersLine, deskName, regionName } from '../chat/chat-words';
import { waited } from '../queue/queue-order';
import { useShortcutLabel } from '../shortcuts/shortcut-label';
import { Countdown } from './countdown';
import styles from './offer-strip.module.css';

const OfferLine = ({ offer }: { readonly offer: Offer }) => {
  const { actions, stores, t, language } = useConsole();
  const organisation = useSlice(stores.desk, (desk) => desk.organisation);
  const now = useNow();
  const keyOf = useShortcutLabel();
  const { item, from } = offer;
  const asked = offer.kind === 'consult' ? 'offer.consult-title' : 'offer.transfer-title';
  const title = from === null ? t('offer.title') : t(asked, { name: from.displayName });
  const region = regionName(item.answers, organisation, t);
  const about = [
    region,
    t(`language.${item.answers.language}`),
    answersLine(item.answers, item.answers.language, t),
  ]
    .filter((part) => part !== '')
    .join(' · ');
  const accept = keyOf('accept');
  useEffect(() => {
    announce(t('offer.announce', { about: `${title}. ${about}`, key: accept }));
  }, [t, title, about, accept]);
  return (
    <div className={styles['offer']}>
      <Countdown expiresAt={offer.expiresAt} />
      <div className={styles['what']}>
        <h2 className={styles['title']}>{title}</h2>
        <p className={styles['about']}>
          {about}
          {' · '}
          {from === null
            ? t('offer.waited', { wait: formatWait(waited(item.enteredAt, now)) })
            : deskName(from.desk, organisation, language)}
        </p>
      </div>
      <div className={styles['buttons']} {...FOCUS.offer}>
        <Button look="main" onPress={() => void actions.claim(item.chat)}>
          {t('offer.accept')}
          <kbd className={styles['key']}>{accept}</kbd>
        </Button>
        <Button onPress={() => void actions.decline(item.chat)}>
          {t('offer.decline')}
          <kbd className={styles['key']}>{keyOf('decline')}</kbd>
        </Button>
      </div>
    </div>
  );
};

/** What rings for me, across the whole window. It never takes the focus: a sentence may be half written below. */
export const OfferStrip = () => {
  const { stores, t } = useConsole();
  const offers = useSlice(stores.offers, (state) => state.offers);
  const [first, ...others] = offers;
  if (first === undefined) return null;
  return (
    <section className={styles['strip']} aria-label={t('offer.title')}>
      <OfferLine key={first.item.chat} offer={first} />
      {others.length > 0 && <p>{t('offer.more', { n: others.length })}</p>}
    </section>
  );
};
