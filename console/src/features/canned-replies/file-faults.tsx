import { useConsole } from '../../ui/console-context';
import type { FileFault } from './reply-file';
import styles from './replies-page.module.css';

/** More than anybody repairs before looking again. */
const SHOWN = 8;

type FileFaultsProps = { readonly faults: readonly FileFault[]; readonly isTable: boolean };

/** What is wrong with a file, so that whoever made it can put it right. */
export const FileFaults = ({ faults, isTable }: FileFaultsProps) => {
  const { t } = useConsole();
  const unit = isTable ? 'row' : 'reply';
  const say = (fault: FileFault): string => {
    switch (fault.kind) {
      case 'wrong':
        return t('replies.file.wrong', { unit, entry: fault.entry, why: t(`replies.fault.${fault.field}`) });
      case 'no-entry':
        return t('replies.file.no-entry', { entry: fault.entry });
      case 'twice':
        return t('replies.file.twice', {
          unit,
          entry: fault.entry,
          before: fault.before,
          shortcut: fault.shortcut,
          language: t(`language.${fault.language}`),
        });
      case 'too-many':
      case 'elsewhere':
        return t(`replies.file.${fault.kind}`, { n: fault.n });
      case 'no-column':
        return t('replies.file.no-column', { column: fault.column });
      case 'quotes':
        return t('replies.file.quotes', { entry: fault.entry });
      case 'no-shelf':
        return t('replies.file.no-shelf', { entry: fault.entry, shelf: fault.shelf });
      default:
        return t(`replies.file.${fault.kind}`);
    }
  };
  const lines = faults.slice(0, SHOWN).map(say);
  return (
    <div className={styles['faults']}>
      <p>{t('replies.file.refused')}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {faults.length > SHOWN && <p>{t('replies.file.more', { n: faults.length - SHOWN })}</p>}
    </div>
  );
};
