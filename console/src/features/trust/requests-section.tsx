import type { ReadRequest } from '@haven/shared/ceremony/keys-work';
import type { CertifiedIssuer, KeysState } from '@haven/shared/protocol/keys';
import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '../../ui/button';
import { useConsole } from '../../ui/console-context';
import { PagePart } from '../../ui/page-part';
import { useRowFocus } from '../../ui/use-row-focus';
import { FaultLine } from './fault-line';
import { certifyPeople, type Hands } from './trust-acts';
import { sameWords } from './trust-rules';
import styles from './trust.module.css';
import { useAct } from './use-trust';

type WaitingProps = Omit<Props, 'keys'> & { readonly read: ReadRequest; readonly onCertify: () => void };

type Props = { readonly keys: KeysState; readonly hands: Hands; readonly own: CertifiedIssuer | null };

/** The words are heard from the person and typed; they are not shown, so that nobody nods at what stands there. */
const Waiting = ({ read, hands, own, onCertify }: WaitingProps) => {
  const { t } = useConsole();
  const [typed, setTyped] = useState('');
  const [other, setOther] = useState(false);
  const { busy, fault, run } = useAct();
  const { person, words } = read;
  if (person === null) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const same = sameWords(typed, words);
    setOther(!same);
    if (!same || own === null) return;
    onCertify();
    void run(() => certifyPeople(hands, own, [person]));
  };
  return (
    <li>
      <form className={styles['row']} autoComplete="off" onSubmit={submit}>
        <span className={styles['what']}>
          <span className={styles['name']}>{person.displayName}</span>
          <span className={styles['quiet']}>
            {person.staffId} · {t(`role.${person.role}`)}
          </span>
        </span>
        <label className={styles['field']}>
          {t('trust.request.words', { name: person.displayName })}
          <input
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
        </label>
        <Button type="submit" look="main" isDisabled={busy || own === null}>
          {t('trust.request.certify')}
        </Button>
        <div className={styles['whole']}>
          {other && (
            <p role="alert" className={styles['fault']}>
              {t('trust.request.other-words')}
            </p>
          )}
          <FaultLine fault={fault} />
        </div>
      </form>
    </li>
  );
};

export const RequestsSection = ({ keys, hands, own }: Props) => {
  const { t } = useConsole();
  const [read, setRead] = useState<readonly ReadRequest[]>([]);
  const { list, removing } = useRowFocus<HTMLUListElement>(read.length);
  const { keyWork } = hands;
  const asked = keys.requests.join();
  useEffect(() => {
    const requests = asked === '' ? [] : asked.split(',');
    void keyWork('read-requests', { requests }).then((done) => setRead(done.ok ? done.value : []));
  }, [asked, keyWork]);
  return (
    <PagePart title={t('trust.requests')}>
      <p>{t('trust.requests.what')}</p>
      {read.length === 0 && <p className={styles['quiet']}>{t('trust.requests.none')}</p>}
      <ul ref={list} className={styles['list']}>
        {read.map((each, row) => (
          <Waiting key={each.request} read={each} hands={hands} own={own} onCertify={() => removing(row)} />
        ))}
      </ul>
    </PagePart>
  );
};
