import type { Place, Retirement } from '@haven/shared/protocol/retirement';
import { useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import { Modal, ModalFeet } from '../../ui/modal';
import { useAsked } from '../../ui/use-asked';
import { usePeople } from '../people/use-people';
import { inOrder, obstacleWords } from './obstacle-words';
import styles from './organisation.module.css';

/** What it comes to, in the order in which somebody would ask. */
const Meaning = ({
  place,
  people,
  shifts,
}: Pick<Retirement, 'people' | 'shifts'> & { readonly place: Place }) => {
  const { t } = useConsole();
  const { people: everybody } = usePeople();
  const nameOf = (id: string) => everybody?.find(({ staffId }) => staffId === id)?.displayName ?? id;
  const { kind } = place;
  return (
    <>
      <p>{t('retire.means')}</p>
      <ul className={styles['means']}>
        <li>{t(`retire.means.${kind}`)}</li>
        {people.length > 0 && (
          <li>{t('retire.means.people', { n: people.length, names: people.map(nameOf).join(', ') })}</li>
        )}
        {shifts > 0 && <li>{t('retire.means.shifts', { n: shifts })}</li>}
        <li>{t(`retire.means.${kind}-kept`)}</li>
        <li>{t(`retire.means.${kind}-website`)}</li>
        <li>{t(`retire.means.${kind}-back`)}</li>
      </ul>
    </>
  );
};

const Obstacles = ({ obstacles }: Pick<Retirement, 'obstacles'>) => {
  const { stores, t, language, times } = useConsole();
  const known = useSlice(stores.desk, (desk) => desk.organisation);
  const words = inOrder(obstacles).flatMap((each) => obstacleWords(each, { known, t, language, times }));
  return (
    <>
      <p>{t('retire.not-yet')}</p>
      <ol className={styles['means']}>
        {words.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ol>
    </>
  );
};

type RetireDialogProps = {
  readonly place: Place;
  readonly name: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Says what stands in the way, or what will happen; nothing happens before somebody has read it. */
export const RetireDialog = ({ place, name, onDone, onClose }: RetireDialogProps) => {
  const { actions, stores, t } = useConsole();
  const { value: meaning, look } = useAsked('organisation:retire', { place, dry: true });
  const [isBusy, setBusy] = useState(false);
  const isFree = meaning !== null && meaning.obstacles.length === 0;
  const retire = async () => {
    setBusy(true);
    const answer = await actions.ask('organisation:retire', { place, dry: false });
    setBusy(false);
    if (!answer.ok) stores.notices.say('problem', noticeOf(answer.error));
    if (answer.ok && answer.value.done) onDone();
    // Something came in between: it is read before anything else.
    else look();
  };
  return (
    <Modal title={t('retire.title', { name })} onClose={onClose} question>
      <div role="status" className={styles['meaning']}>
        {meaning === null && <p>{t('retire.looking')}</p>}
        {meaning !== null && !isFree && <Obstacles obstacles={meaning.obstacles} />}
        {meaning !== null && isFree && <Meaning {...meaning} place={place} />}
      </div>
      <ModalFeet>
        <Button autoFocus onPress={onClose}>
          {t('retire.cancel')}
        </Button>
        {meaning !== null && !isFree && <Button onPress={look}>{t('retire.look-again')}</Button>}
        {isFree && (
          <Button look="grave" isDisabled={isBusy} onPress={() => void retire()}>
            {t('retire.do')}
          </Button>
        )}
      </ModalFeet>
    </Modal>
  );
};
