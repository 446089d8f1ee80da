import type { KeysState } from '@haven/shared/protocol/keys';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { PagePart } from '../../ui/page-part';
import { FaultLine } from './fault-line';
import { RootCeremony } from './root-ceremony';
import { type Hands, setRootInUse } from './trust-acts';
import { pinLine } from './trust-rules';
import styles from './trust.module.css';
import { useAct } from './use-trust';

type Props = { readonly keys: KeysState; readonly hands: Hands };

const Copy = ({ text }: { readonly text: string }) => {
  const { t } = useConsole();
  const [copied, setCopied] = useState(false);
  return (
    <div className={styles['feet']}>
      <Button
        onPress={() =>
          void navigator.clipboard.writeText(text).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }
      >
        {t('trust.copy')}
      </Button>
      <span role="status">{copied ? t('trust.copied') : ''}</span>
    </div>
  );
};

/** What a root in use means, and how to get there and away from it. */
const RootRow = ({ keys, hands, root }: Props & { readonly root: KeysState['roots'][number] }) => {
  const { t } = useConsole();
  const { busy, fault, run } = useAct();
  const certified = keys.issuers.some((issuer) => issuer.root === root.publicKey && !issuer.withdrawn);
  const others = keys.roots.filter((other) => other.inUse && other.publicKey !== root.publicKey);
  const set = (inUse: boolean) => void run(() => setRootInUse(hands, root.publicKey, inUse));
  return (
    <li className={styles['row']}>
      <span className={styles['what']}>
        <span className={styles['name']}>{root.publicKey}</span>
        <span className={styles['quiet']}>{t(root.inUse ? 'trust.root.in-use' : 'trust.root.noted')}</span>
        <FaultLine fault={fault} />
      </span>
      {!root.inUse && certified && (
        <Button
          {...(others.length === 0 ? { look: 'main' } : {})}
          isDisabled={busy}
          onPress={() => set(true)}
        >
          {t(keys.demonstration ? 'trust.root.begin' : 'trust.root.use')}
        </Button>
      )}
      {root.inUse && others.length > 0 && (
        <Button look="grave" isDisabled={busy} onPress={() => set(false)}>
          {t('trust.root.end')}
        </Button>
      )}
    </li>
  );
};

const STEPS = ['trust.change.1', 'trust.change.2', 'trust.change.3', 'trust.change.4'] as const;

export const RootsSection = ({ keys, hands }: Props) => {
  const { t } = useConsole();
  const inUse = keys.roots.filter((root) => root.inUse);
  const pinned = (inUse.length > 0 ? inUse : keys.roots).map(({ publicKey }) => publicKey);
  const line = pinLine(window.location.origin, pinned);
  return (
    <PagePart title={t('trust.roots')}>
      <p>{t('trust.roots.what')}</p>
      {keys.demonstration && <p className={styles['fault']}>{t('trust.demonstration')}</p>}
      {keys.roots.length > 0 && (
        <>
          <ul className={styles['list']}>
            {keys.roots.map((root) => (
              <RootRow key={root.publicKey} keys={keys} hands={hands} root={root} />
            ))}
          </ul>
          <p>{t('trust.pin')}</p>
          <code className={styles['code']}>{line}</code>
          <Copy text={line} />
        </>
      )}
      <RootCeremony keys={keys} hands={hands} />
      {inUse.length > 0 && (
        <details>
          <summary>{t('trust.change')}</summary>
          <ol className={styles['steps']}>
            {STEPS.map((step) => (
              <li key={step}>{t(step)}</li>
            ))}
          </ol>
        </details>
      )}
    </PagePart>
  );
};
