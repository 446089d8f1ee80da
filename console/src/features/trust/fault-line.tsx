import { useConsole } from '../../ui/console-context';
import type { TrustFault } from './trust-acts';
import styles from './trust.module.css';

export const FaultLine = ({ fault }: { readonly fault: TrustFault | null }) => {
  const { t } = useConsole();
  return fault === null ? null : (
    <p role="alert" className={styles['fault']}>
      {t(`trust.fault.${fault}`)}
    </p>
  );
};
