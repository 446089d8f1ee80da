import type { KeysWork } from '@haven/shared/ceremony/keys-work';
import type { KeysState } from '@haven/shared/protocol/keys';
import { err, ok } from '@haven/shared/result';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { AskedBack, Words } from './root-words';
import { FaultLine } from './fault-line';
import { certifyThisBrowser, type Hands, setRootInUse } from './trust-acts';
import styles from './trust.module.css';
import { useAct } from './use-trust';

type Made = KeysWork['make-root']['answer'];
type Step = { readonly kind: 'idle' } | { readonly kind: 'shown' | 'asked'; readonly made: Made };

const IDLE: Step = { kind: 'idle' };

/** A root is made here: its words on the screen once, some of them asked back, nothing stored. */
export const RootCeremony = ({ keys, hands }: { readonly keys: KeysState; readonly hands: Hands }) => {
  const { stores, t } = useConsole();
  const { trust } = stores;
  const [step, setStep] = useState<Step>(IDLE);
  const { busy, fault, run } = useAct();
  const { keyWork } = hands;
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  // Where the next thing is to be done; what had the focus is gone, or was disabled meanwhile.
  useEffect(() => {
    if (before.current === step && (busy || fault === null)) return;
    before.current = step;
    (place.current?.querySelector('input') ?? place.current)?.focus();
  }, [step, busy, fault]);
  // Whoever turns to another page leaves no root behind.
  useEffect(() => () => void keyWork('forget-root', {}), [keyWork]);
  const isMaking = step.kind !== 'idle';
  useEffect(() => {
    trust.making(isMaking);
    return () => trust.making(false);
  }, [trust, isMaking]);

  const make = () =>
    run(async () => {
      const made = await keyWork('make-root', {});
      if (!made.ok) return err('failed');
      setStep({ kind: 'shown', made: made.value });
      return ok(null);
    });
  const stop = () => {
    void keyWork('forget-root', {});
    setStep(IDLE);
  };
  const prove = async (made: Made, words: readonly string[]) => {
    let isOver = false;
    await run(async () => {
      const proved = await keyWork('prove-root', { words });
      isOver = !proved.ok;
      if (!proved.ok) return err('failed');
      if (!proved.value) return err('wrong-words');
      const certified = await certifyThisBrowser(hands, keys, made.publicKey);
      // A server that cannot for now is asked again by the next press: nobody writes 24 words down for nothing.
      isOver = certified.ok || certified.error !== 'unreachable';
      if (isOver) await keyWork('forget-root', {});
      const first = !keys.demonstration && !keys.roots.some(({ inUse }) => inUse);
      // Where nothing was in use there is nothing to end: nobody can answer before.
      return certified.ok && first ? setRootInUse(hands, made.publicKey, true) : certified;
    });
    if (isOver) setStep(IDLE);
  };

  if (step.kind === 'idle') {
    return (
      <div ref={place} tabIndex={-1} className={styles['section']}>
        <p className={styles['quiet']}>{t('trust.root.before')}</p>
        <FaultLine fault={fault} />
        <div className={styles['feet']}>
          <Button
            {...(keys.roots.length === 0 ? { look: 'main' } : {})}
            isDisabled={busy}
            onPress={() => void make()}
          >
            {t(keys.roots.length === 0 ? 'trust.root.make' : 'trust.root.make-successor')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div ref={place} tabIndex={-1}>
      {step.kind === 'shown' ? (
        <Words made={step.made} onDone={() => setStep({ ...step, kind: 'asked' })} onStop={stop} />
      ) : (
        <AskedBack
          made={step.made}
          busy={busy}
          onAnswer={(words) => void prove(step.made, words)}
          onStop={stop}
        >
          <FaultLine fault={fault} />
        </AskedBack>
      )}
    </div>
  );
};
