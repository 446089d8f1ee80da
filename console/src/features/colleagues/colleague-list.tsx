import { useState } from 'react';
import { useConsole, useSlice } from '../../ui/console-context';
import { FOCUS } from '../../ui/focus-marks';
import { Hidden } from '../../ui/hidden';
import { PresenceMark } from '../presence/presence-mark';
import { atTheDesk, type ListedColleague } from './at-the-desk';
import { unreadOf } from './colleagues-store';
import styles from './colleagues.module.css';

/** So many names are seen at a glance. */
const MANY = 8;

const Row = ({ staff }: { readonly staff: ListedColleague }) => {
  const { stores, t } = useConsole();
  const unread = useSlice(stores.colleagues, (state) => unreadOf(state, staff.staffId));
  return (
    <li>
      <button type="button" className={styles['row']} onClick={() => stores.colleagues.open(staff.staffId)}>
        <PresenceMark presence={staff.presence ?? 'away'} />
        <span className={styles['name']}>{staff.displayName}</span>
        {unread > 0 ? (
          <span className={styles['unread']}>
            <span aria-hidden="true">{unread}</span>
            <Hidden>{t('chats.unread', { n: unread })}</Hidden>
          </span>
        ) : (
          <span className={styles['presence']}>
            {t(staff.presence === null ? 'colleagues.left' : `presence.${staff.presence}`)}
          </span>
        )}
      </button>
    </li>
  );
};

/** Who is at the desk now, to say something to. */
export const ColleagueList = () => {
  const { stores, t } = useConsole();
  const [query, setQuery] = useState('');
  const { known, selfId } = useSlice(stores.staff, (staff) => staff);
  const state = useSlice(stores.colleagues, (colleagues) => colleagues);
  const everybody = [...known.items.values()];
  const all = atTheDesk(everybody, selfId, state, '');
  const shown = atTheDesk(everybody, selfId, state, query);
  return (
    <section className={styles['list']} aria-labelledby="colleagues-title" {...FOCUS.colleagues}>
      <h3 id="colleagues-title" className={styles['heading']}>
        {t('colleagues.title')}
      </h3>
      {all.length > MANY && (
        <input
          type="search"
          className={styles['search']}
          aria-label={t('colleagues.search')}
          placeholder={t('colleagues.search')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      {shown.length === 0 ? (
        <p className={styles['quiet']}>{t(query === '' ? 'colleagues.nobody' : 'transfer.no-match')}</p>
      ) : (
        <ul className={styles['rows']}>
          {shown.map((staff) => (
            <Row key={staff.staffId} staff={staff} />
          ))}
        </ul>
      )}
    </section>
  );
};
