import { type FormEvent, useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { useRowFocus } from '../../ui/use-row-focus';
import { feedMoments } from './feed-moments';
import { SelectField } from './fields';
import styles from './roster-page.module.css';
import { useAnswer } from './use-answer';

const OWN = '';

/** Secret addresses by which a calendar follows the roster. */
export const CalendarFeeds = () => {
  const { actions, stores, t, times, language } = useConsole();
  const { value: plan } = useAnswer('roster:plan', {});
  const { value, again } = useAnswer('roster:feeds', {});
  const { list, adders, removing } = useRowFocus<HTMLUListElement, HTMLDivElement>(value?.feeds.length ?? 0);
  const [team, setTeam] = useState(OWN);
  const [address, setAddress] = useState<string | null>(null);
  const teams = plan?.teams ?? [];
  const nameOf = (id: string | null) =>
    id === null ? t('calendar.own') : (teams.find((each) => each.id === id)?.name ?? id);
  const make = async (event: FormEvent) => {
    event.preventDefault();
    const result = await actions.ask('roster:feed-make', { team: team === OWN ? null : team, language });
    if (!result.ok) {
      stores.notices.say('problem', noticeOf(result.error));
      return;
    }
    setAddress(new URL(result.value.path, window.location.origin).href);
    again();
  };
  const moments = feedMoments(value?.feeds ?? [], times.dateAndClock);
  const revoke = async (feed: string) => {
    const result = await actions.ask('roster:feed-revoke', { feed });
    if (result.ok) stores.notices.say('quiet', 'calendar.revoked');
    else stores.notices.say('problem', noticeOf(result.error));
    setAddress(null);
    again();
  };
  return (
    <div className={styles['columns']}>
      <section aria-labelledby="calendar-make">
        <h3 id="calendar-make">{t('calendar.title')}</h3>
        <p>{t('calendar.explain')}</p>
        <form className={styles['form']} onSubmit={(event) => void make(event)}>
          <SelectField
            label={t('calendar.what')}
            value={team}
            options={[
              { value: OWN, text: t('calendar.own') },
              ...teams.map(({ id, name }) => ({ value: id, text: name })),
            ]}
            onChange={setTeam}
          />
          <div ref={adders}>
            <Button look="main" type="submit">
              {t('calendar.make')}
            </Button>
          </div>
        </form>
        {address !== null && (
          <div role="status" className={styles['address']}>
            <strong>{t('calendar.address')}</strong>
            <code>{address}</code>
            <div>
              <Button
                size="small"
                onPress={() =>
                  void navigator.clipboard
                    .writeText(address)
                    .then(() => stores.notices.say('quiet', 'calendar.copied'))
                }
              >
                {t('calendar.copy')}
              </Button>
            </div>
          </div>
        )}
      </section>
      <section aria-labelledby="calendar-feeds">
        <h3 id="calendar-feeds">{t('calendar.feeds')}</h3>
        {value?.feeds.length === 0 && <p>{t('calendar.none')}</p>}
        <ul ref={list} className={styles['lines']}>
          {value?.feeds.map((feed, row) => (
            <li key={feed.id} className={styles['line']}>
              <span>
                <strong>{nameOf(feed.team)}</strong>
                {moments[row] !== '–' && (
                  <span className={styles['under']}>{t('calendar.made', { time: moments[row] ?? '' })}</span>
                )}
              </span>
              <Button
                size="small"
                look="grave"
                aria-label={t('calendar.revoke-label', {
                  name: nameOf(feed.team),
                  time: moments[row] ?? '',
                })}
                onPress={() => {
                  removing(row);
                  void revoke(feed.id);
                }}
              >
                {t('calendar.revoke')}
              </Button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
};
