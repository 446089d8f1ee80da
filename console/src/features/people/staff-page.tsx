import type { DeskId, StaffId } from '@haven/shared/ids';
import { LANGUAGES } from '@haven/shared/protocol/organisation';
import type { OneTimeLink, Person } from '@haven/shared/protocol/people';
import { may } from '@haven/shared/protocol/permissions';
import { useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { Button } from '../../ui/button';
import { useConsole, useSlice } from '../../ui/console-context';
import { Hidden } from '../../ui/hidden';
import { Modal } from '../../ui/modal';
import { TextField } from '../../ui/text-field';
import { PageOpening } from '../../ui/page-opening';
import { LinkDialog } from './link-dialog';
import { found, inOrder, nameOf } from './people';
import { PersonDialog } from './person-dialog';
import { useSignInWords } from './person-words';
import { type Position, PositionForm } from './position-form';
import styles from './staff-page.module.css';
import { usePeople } from './use-people';

/** What stands open above the list. */
type Open =
  | { readonly kind: 'invite' }
  | { readonly kind: 'person'; readonly staffId: StaffId }
  | { readonly kind: 'link'; readonly name: string; readonly link: OneTimeLink };

type PersonRowProps = {
  readonly person: Person;
  readonly people: readonly Person[];
  readonly onManage: () => void;
};

const PersonRow = ({ person, people, onManage }: PersonRowProps) => {
  const { stores, t, language } = useConsole();
  const desks = useSlice(stores.desk, ({ organisation }) => organisation?.desks ?? []);
  const words = useSignInWords();
  const { displayName, role } = person;
  const deskName = (id: DeskId) => desks.find((desk) => desk.id === id)?.name[language] ?? id;
  return (
    <tr className={styles['row']}>
      <th scope="row" className={styles['name']}>
        {displayName}
      </th>
      <td className={styles['short']}>{t(`role.${role}`)}</td>
      <td>{person.desks.map(deskName).join(', ')}</td>
      <td className={styles['short']}>
        {person.languages.map((one) => t(`staff.language.${one}`)).join(', ')}
      </td>
      <td>
        <ul>
          {words(person, people).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </td>
      <td>
        <Button size="small" aria-label={t('staff.manage-label', { name: displayName })} onPress={onManage}>
          {t('staff.manage')}
        </Button>
      </td>
    </tr>
  );
};

const COLUMNS = ['staff.name', 'staff.role', 'staff.desks', 'staff.languages', 'staff.sign-in'] as const;

/** Who works here, and whether they can sign in. */
export const StaffPage = () => {
  const { actions, stores, t, language } = useConsole();
  const { people, look } = usePeople();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const self = useSlice(stores.signIn, ({ state }) => (state.kind === 'signed-in' ? state.identity : null));
  const close = () => setOpen(null);
  if (people === null || self === null) return <PageOpening />;

  const invite = async (position: Position) => {
    const reply = await actions.ask('people:invite', position);
    if (!reply.ok) return stores.notices.say('problem', noticeOf(reply.error));
    await look();
    setOpen({ kind: 'link', name: position.displayName, link: reply.value });
  };
  const shown = inOrder(found(people, search), language);
  const person = open?.kind === 'person' ? people.find(({ staffId }) => staffId === open.staffId) : undefined;
  return (
    <main id="page" tabIndex={-1} className={styles['page']}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>{t('pages.staff')}</h2>
        {may(self.role, 'people:invite') && (
          <Button look="main" onPress={() => setOpen({ kind: 'invite' })}>
            {t('staff.invite')}
          </Button>
        )}
      </div>
      <div className={styles['search']}>
        <TextField label={t('staff.search')} value={search} onChange={setSearch} />
        <p role="status" className={styles['quiet']}>
          {t('staff.count', { n: shown.length })}
        </p>
      </div>
      {shown.length > 0 && (
        <table className={styles['table']}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
              <th scope="col">
                <Hidden>{t('staff.manage')}</Hidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <PersonRow
                key={each.staffId}
                person={each}
                people={people}
                onManage={() => setOpen({ kind: 'person', staffId: each.staffId })}
              />
            ))}
          </tbody>
        </table>
      )}
      {open?.kind === 'invite' && (
        <Modal title={t('staff.invite')} onClose={close}>
          <PositionForm
            position={{ displayName: '', role: 'counsellor', desks: [], languages: [LANGUAGES[0]] }}
            submit={t('staff.send-invitation')}
            onSubmit={(position) => void invite(position)}
            onCancel={close}
          />
        </Modal>
      )}
      {person !== undefined && (
        <PersonDialog
          person={person}
          people={people}
          onChanged={look}
          onLink={(link) => setOpen({ kind: 'link', name: nameOf(people, link.staffId), link })}
          onClose={close}
        />
      )}
      {open?.kind === 'link' && <LinkDialog name={open.name} link={open.link} onClose={close} />}
    </main>
  );
};
