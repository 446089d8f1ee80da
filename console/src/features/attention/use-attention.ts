import { useEffect } from 'react';
import { announce } from '../../ui/announcer';
import { useConsole, useSlice } from '../../ui/console-context';
import { chatCode } from '../chat/chat-code';
import { unreadCount } from '../chat/unread';
import { selfOf } from '../presence/staff-store';
import { unreadOfAll } from '../colleagues/colleagues-store';
import { newMessages } from './new-messages';
import { newWords } from './new-words';
import { OFFER_AGAIN } from './sound';

const away = (): boolean => document.visibilityState === 'hidden' || !document.hasFocus();

/** An offer is heard until it is answered, if the counsellor wants that, and shown on the desktop once. */
const useOfferCall = () => {
  const { attention, stores, t } = useConsole();
  const ringing = useSlice(stores.offers, ({ offers }) => offers[0]?.item.chat ?? null);
  const audible = useSlice(stores.preferences, ({ soundOffers }) => soundOffers);
  useEffect(() => {
    if (ringing === null || !audible) return;
    const ring = () => attention.sound.play('offer', stores.preferences.store.getState().volume);
    ring();
    const timer = setInterval(ring, OFFER_AGAIN);
    return () => clearInterval(timer);
  }, [ringing, audible, attention, stores]);
  useEffect(() => {
    if (ringing === null) return;
    if (stores.preferences.store.getState().notifications && away()) {
      attention.notifier.show(t('offer.notification'));
    }
    return () => attention.notifier.clear();
  }, [ringing, attention, stores, t]);
};

/** A message in front of the counsellor is read out; one she does not see is heard and marked. */
const useMessageCall = () => {
  const { attention, stores, t } = useConsole();
  useEffect(
    () =>
      stores.conversations.store.subscribe(({ chats }, { chats: before }) => {
        const { notifications, soundMessages, volume } = stores.preferences.store.getState();
        for (const [chat, after] of chats) {
          const news = newMessages(before.get(chat), after);
          if (news.length === 0) continue;
          const open = stores.view.store.getState().open === chat;
          for (const { text } of open ? news : []) announce(t('chat.announce-here', { text }));
          if (!open) announce(t('chat.announce-other', { code: chatCode(chat) }));
          if (soundMessages && (!open || away())) attention.sound.play('message', volume);
          if (notifications && away()) attention.notifier.show(t('chat.notification'));
        }
      }),
    [attention, stores, t],
  );
};

/** What a colleague says is read out to who has it in front of her; to everybody else it is a mark and no content. */
const useColleagueCall = () => {
  const { attention, stores, t } = useConsole();
  useEffect(
    () =>
      stores.colleagues.store.subscribe(({ views, open }, before) => {
        if (views === before.views) return;
        const { notifications, soundMessages, volume } = stores.preferences.store.getState();
        for (const [staffId, view] of views) {
          const news = newWords(before.views.get(staffId), view);
          if (news.length === 0) continue;
          const name = view.displayName ?? t('chat.colleague');
          const inFront = open === staffId && !away();
          for (const { text } of inFront ? news : []) announce(t('colleagues.announce-here', { name, text }));
          if (!inFront) announce(t('colleagues.announce-other', { name }));
          if (soundMessages && !inFront) attention.sound.play('message', volume);
          if (notifications && away()) attention.notifier.show(t('colleagues.notification'));
        }
      }),
    [attention, stores, t],
  );
};

/** The standby hears that they are needed, whatever the sounds of a usual shift. */
const useStandbyCall = () => {
  const { attention, stores, t } = useConsole();
  useEffect(
    () =>
      stores.desks.store.subscribe(({ alert }, before) => {
        if (alert === null || alert === before.alert) return;
        if (selfOf(stores.staff.store.getState())?.duty.kind !== 'standby') return;
        attention.sound.play('offer', stores.preferences.store.getState().volume);
        if (away()) attention.notifier.show(t('duty.alert-notification'));
      }),
    [attention, stores, t],
  );
};

/** What the tab's title says to somebody who looks at another tab. */
const useTitle = () => {
  const { stores, t } = useConsole();
  const ringing = useSlice(stores.offers, ({ offers }) => offers.length > 0);
  const ofVisitors = useSlice(stores.conversations, ({ chats }) =>
    [...chats.values()].reduce((sum, { items, seen }) => sum + unreadCount(items, seen), 0),
  );
  const unread = useSlice(stores.colleagues, unreadOfAll) + ofVisitors;
  const title = ringing ? `● ${t('offer.page-title')} · ${t('app.name')}` : t('app.name');
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) ${title}` : title;
  }, [title, unread]);
};

/** Browsers let sound begin at a click or a key only, so the first of them is used. */
const useWakeSound = () => {
  const { attention, stores } = useConsole();
  const wanted = useSlice(
    stores.preferences,
    (preferences) => preferences.soundOffers || preferences.soundMessages,
  );
  useEffect(() => {
    if (!wanted) return;
    const wake = () => attention.sound.wake();
    window.addEventListener('pointerdown', wake);
    window.addEventListener('keydown', wake);
    return () => {
      window.removeEventListener('pointerdown', wake);
      window.removeEventListener('keydown', wake);
    };
  }, [wanted, attention]);
};

export const useAttention = () => {
  useWakeSound();
  useOfferCall();
  useMessageCall();
  useColleagueCall();
  useStandbyCall();
  useTitle();
};
