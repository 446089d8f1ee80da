import { useConsole } from '../../ui/console-context';
import { PagePart } from '../../ui/page-part';
import type { Editing } from './editing';
import { fieldOf } from './faults';
import { BothFields, Field } from './fields';
import styles from './organisation.module.css';

export const NameSection = ({ draft, write, faults }: Editing) => {
  const { t } = useConsole();
  return (
    <PagePart title={t('organisation.part.name')} hint={t('organisation.name-hint')}>
      <Field
        faults={faults}
        id={fieldOf('name')}
        label={t('organisation.name')}
        value={draft.name}
        onChange={(name) => write((before) => ({ ...before, name }))}
      />
    </PagePart>
  );
};

export const OpeningSection = ({ draft, write, faults }: Editing) => {
  const { t } = useConsole();
  return (
    <PagePart title={t('organisation.part.openingTimes')} hint={t('organisation.opening-hint')}>
      <div className={styles['pair']}>
        <BothFields
          faults={faults}
          id={fieldOf('opening')}
          label="organisation.both.opening"
          value={draft.openingTimes}
          onChange={(openingTimes) => write((before) => ({ ...before, openingTimes }))}
        />
      </div>
    </PagePart>
  );
};

type ExitProps = Editing & { readonly exitUrlOfServer: string | null };

export const ExitSection = ({ draft, write, faults, exitUrlOfServer }: ExitProps) => {
  const { t } = useConsole();
  return (
    <PagePart title={t('organisation.part.exitUrl')} hint={t('organisation.exit-hint')}>
      <Field
        faults={faults}
        id={fieldOf('exit')}
        label={t('organisation.exit')}
        value={draft.exitUrl}
        onChange={(exitUrl) => write((before) => ({ ...before, exitUrl }))}
      />
      {exitUrlOfServer !== null && (
        <p className={styles['notice']}>{t('organisation.exit-of-server', { url: exitUrlOfServer })}</p>
      )}
    </PagePart>
  );
};
