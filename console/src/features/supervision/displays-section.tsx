import { type Display, DISPLAY_NAME_CHARACTERS } from '@haven/shared/protocol/display';
import { minutes, seconds } from '@haven/shared/units';
import { memo, type SyntheticEvent, useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { useConsole, useNow } from '../../ui/console-context';
import { useLook } from '../../ui/use-look';
import { useRowFocus } from '../../ui/use-row-focus';
import { TextField } from '../../ui/text-field';
import styles from './displays-section.module.css';

/** A screen that was just opened is looked for, and one that was just switched off. */
const LOOK_EVERY = seconds(10);
/** A screen that is on is noted every minute. */
const ON_WITHIN = minutes(2);

const useDisplays = () => {
  const { seen, look } = useLook('display:list', LOOK_EVERY);
  return { displays: seen?.displays ?? [], look };
};

type Link = { readonly path: string; readonly until: number };

/** The address is shown once, for the screen on the wall. */
const NewLink = ({ link }: { readonly link: Link }) => {
  const { t, times } = useConsole();
  const address = new URL(link.path, window.location.href).href;
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <div className={styles['link']}>
      <p>{t('display.link-explain', { time: times.clock(link.until) })}</p>
      <TextField label={t('display.link')} value={address} isReadOnly />
      <Button onPress={() => void copy()}>
        <span role="status">{t(copied ? 'staff.link.copied' : 'staff.link.copy')}</span>
      </Button>
    </div>
  );
};

const Row = ({ display, onEnd }: { readonly display: Display; readonly onEnd: (id: string) => void }) => {
  const { t, times } = useConsole();
  const now = useNow();
  const { id, name, madeBy, madeAt, seenAt, linkUntil } = display;
  const seen =
    seenAt === null
      ? t('display.waits', { time: times.clock(linkUntil ?? madeAt) })
      : now - seenAt < ON_WITHIN
        ? t('display.on')
        : t('display.seen', { time: times.dayAndClock(seenAt) });
  return (
    <li className={styles['display']}>
      <strong>{name}</strong>
      <span>{t('display.made', { name: madeBy ?? '–', time: times.dayAndClock(madeAt) })}</span>
      <span>{seen}</span>
      <Button
        size="small"
        look="grave"
        aria-label={t('display.end-label', { name })}
        onPress={() => onEnd(id)}
      >
        {t('display.end')}
      </Button>
    </li>
  );
};

/** The screens that may show this board without anybody being signed in at them. */
export const DisplaysSection = memo(() => {
  const { actions, stores, t } = useConsole();
  const { displays, look } = useDisplays();
  const { list, removing } = useRowFocus<HTMLUListElement>(displays.length);
  const [name, setName] = useState('');
  const [link, setLink] = useState<Link | null>(null);
  const make = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') return;
    const made = await actions.ask('display:make', { name: name.trim() });
    if (!made.ok) return stores.notices.say('problem', noticeOf(made.error));
    setName('');
    setLink(made.value);
    await look();
  };
  const end = async (id: string): Promise<void> => {
    const ended = await actions.ask('display:end', { id });
    if (!ended.ok) stores.notices.say('problem', noticeOf(ended.error));
    await look();
  };
  return (
    <details>
      <summary>{t('display.title')}</summary>
      <p className={styles['hint']}>{t('display.hint')}</p>
      <form className={styles['form']} onSubmit={(event) => void make(event)}>
        <TextField
          label={t('display.name')}
          value={name}
          maxLength={DISPLAY_NAME_CHARACTERS}
          onChange={setName}
        />
        <Button type="submit">{t('display.make')}</Button>
      </form>
      {link !== null && <NewLink key={link.path} link={link} />}
      <ul ref={list} className={styles['list']} aria-label={t('display.title')}>
        {displays.map((display, row) => (
          <Row
            key={display.id}
            display={display}
            onEnd={(id) => {
              removing(row);
              void end(id);
            }}
          />
        ))}
      </ul>
    </details>
  );
});
