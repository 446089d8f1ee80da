import type { StaffId } from '@haven/shared/ids';
import { AUDIT_ACTS, type AuditEntry } from '@haven/shared/protocol/audit';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { Choose } from '../../ui/choose';
import styles from './audit-page.module.css';
import { useAuditNames } from './use-audit-names';
import { type AuditFilter, useAudit } from './use-audit';

const EVERYTHING: AuditFilter = { by: null, act: null };

type Names = ReturnType<typeof useAuditNames>;

type EntriesProps = { readonly entries: readonly AuditEntry[]; readonly names: Names };

const Entries = ({ entries, names }: EntriesProps) => {
  const { t, times } = useConsole();
  return (
    <table className={styles['entries']}>
      <caption className={styles['caption']}>{t('audit.entries')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('audit.number')}</th>
          <th scope="col">{t('audit.when')}</th>
          <th scope="col">{t('audit.by')}</th>
          <th scope="col">{t('audit.act')}</th>
          <th scope="col">{t('audit.about')}</th>
          <th scope="col">{t('audit.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ number, at, by, act, about, reason }) => (
          <tr key={number}>
            <td className={styles['number']}>{number}</td>
            <td className={styles['when']}>{times.dayLongAndClock(at)}</td>
            <td>{by === null ? t('audit.server') : names.personOf(by)}</td>
            <td className={styles['act']}>{t(`audit.act.${act}`)}</td>
            <td className={styles['words']}>{names.aboutOf(act, about)}</td>
            <td className={styles['words']}>{names.reasonOf(act, reason)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** Who did what about the organisation, for administrators. */
export const AuditPage = () => {
  const { t } = useConsole();
  const [filter, setFilter] = useState(EVERYTHING);
  const { shown, older } = useAudit(filter);
  const names = useAuditNames();
  const by = (chosen: string) => setFilter({ ...filter, by: chosen === '' ? null : (chosen as StaffId) });
  const act = (chosen: string) =>
    setFilter({ ...filter, act: AUDIT_ACTS.find((each) => each === chosen) ?? null });
  return (
    <main id="page" className={styles['page']} tabIndex={-1}>
      <h2 className={styles['heading']}>{t('pages.audit')}</h2>
      <p className={styles['quiet']}>{t('audit.intro')}</p>
      <div className={styles['filters']}>
        <Choose label={t('audit.by')} value={filter.by ?? ''} onChoose={by}>
          <option value="">{t('audit.everybody')}</option>
          {shown?.people.map((person) => (
            <option key={person} value={person}>
              {names.personOf(person)}
            </option>
          ))}
        </Choose>
        <Choose label={t('audit.act')} value={filter.act ?? ''} onChoose={act}>
          <option value="">{t('audit.everything')}</option>
          {AUDIT_ACTS.map((each) => (
            <option key={each} value={each}>
              {t(`audit.act.${each}`)}
            </option>
          ))}
        </Choose>
      </div>
      {shown === null ? (
        <p role="status">{t('pages.opening')}</p>
      ) : (
        <>
          {shown.entries.length === 0 ? (
            <p role="status">{t('audit.none')}</p>
          ) : (
            <Entries entries={shown.entries} names={names} />
          )}
          {shown.more && <Button onPress={older}>{t('audit.older')}</Button>}
          {shown.head !== null && (
            <p className={styles['head']}>
              {t('audit.head', { head: `${shown.head.number}:${shown.head.hash}` })}
            </p>
          )}
        </>
      )}
    </main>
  );
};
