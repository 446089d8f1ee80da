import type { CannedReply, ReplyShelf } from '@haven/shared/protocol/canned-replies';
import { useState } from 'react';
import { Button } from '../../ui/button';
import { Choose } from '../../ui/choose';
import { useConsole, useSlice } from '../../ui/console-context';
import { Page } from '../../ui/page';
import { saveFile } from '../../ui/save-file';
import { TextField } from '../../ui/text-field';
import { useRowFocus } from '../../ui/use-row-focus';
import { PageOpening } from '../../ui/page-opening';
import { matchingReplies } from './canned';
import { ImportDialog } from './import-dialog';
import { RemoveDialog } from './remove-dialog';
import { replyFileOf } from './reply-file';
import { replyTableOf } from './reply-table';
import { ReplyDialog } from './reply-dialog';
import { ReplyRow } from './reply-row';
import styles from './replies-page.module.css';
import { mayKeep, onShelf, shelfKey, shelvesFor } from './shelves';
import { useShelfName } from './use-shelf';

/** What stands open above the list. */
type Open =
  | { readonly kind: 'new' | 'import' }
  | { readonly kind: 'change' | 'remove'; readonly reply: CannedReply };

type ShelfPartProps = { readonly shelf: ReplyShelf; readonly keeps: boolean };

/** The replies of one shelf, and what whoever keeps them can do. */
const ShelfPart = ({ shelf, keeps }: ShelfPartProps) => {
  const { stores, t, language } = useConsole();
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<Open | null>(null);
  const all = useSlice(stores.replies, ({ replies }) => replies);
  const mine = onShelf(all, shelf);
  const shown = matchingReplies(mine, language, search);
  const { list, adders, removing } = useRowFocus<HTMLUListElement, HTMLDivElement>(shown.length);
  const close = () => setOpen(null);
  const name = shelf.kind === 'desk' ? shelf.desk : t(`replies.file.${shelf.kind}`);
  const save = () =>
    saveFile(`${name}.json`, 'application/json', replyFileOf(matchingReplies(mine, language, '')));
  const saveTable = () =>
    saveFile(`${name}.csv`, 'text/csv', replyTableOf(matchingReplies(mine, language, ''), language));
  return (
    <>
      <div className={styles['tools']}>
        <TextField label={t('replies.search')} value={search} onChange={setSearch} />
        <div ref={adders} className={styles['buttons']}>
          {keeps && (
            <Button look="main" onPress={() => setOpen({ kind: 'new' })}>
              {t('replies.new')}
            </Button>
          )}
          {keeps && <Button onPress={() => setOpen({ kind: 'import' })}>{t('replies.import')}</Button>}
          <Button isDisabled={mine.length === 0} onPress={save}>
            {t('replies.export')}
          </Button>
          <Button isDisabled={mine.length === 0} onPress={saveTable}>
            {t('replies.export-table')}
          </Button>
        </div>
      </div>
      <p role="status" className={styles['quiet']}>
        {t(search === '' ? 'replies.count' : 'replies.found', { n: shown.length })}
      </p>
      <ul ref={list} className={styles['list']}>
        {shown.map((reply) => (
          <ReplyRow
            key={reply.id}
            reply={reply}
            {...(keeps && {
              onChange: () => setOpen({ kind: 'change', reply }),
              onRemove: () => setOpen({ kind: 'remove', reply }),
            })}
          />
        ))}
      </ul>
      {open?.kind === 'new' && <ReplyDialog shelf={shelf} opened={null} onClose={close} />}
      {open?.kind === 'change' && <ReplyDialog shelf={shelf} opened={open.reply} onClose={close} />}
      {open?.kind === 'remove' && (
        <RemoveDialog
          reply={open.reply}
          onRemoving={() => removing(shown.findIndex(({ id }) => id === open.reply.id))}
          onClose={close}
        />
      )}
      {open?.kind === 'import' && <ImportDialog shelf={shelf} onClose={close} />}
    </>
  );
};

/** Texts written beforehand: one's own, and those that a desk or everyone uses. */
export const RepliesPage = () => {
  const { stores, t } = useConsole();
  const nameOf = useShelfName();
  const organisation = useSlice(stores.desk, (desk) => desk.organisation);
  const role = useSlice(stores.signIn, ({ state }) =>
    state.kind === 'signed-in' ? state.identity.role : null,
  );
  const [chosen, choose] = useState('');
  if (organisation === null || role === null) return <PageOpening />;
  const shelves = shelvesFor(role, organisation);
  const shelf = shelves.find((each) => shelfKey(each) === chosen) ?? shelves[0];
  if (shelf === undefined) return null;
  const key = shelfKey(shelf);
  const keeps = mayKeep(role, shelf);
  return (
    <Page title={t('pages.replies')}>
      <p className={styles['quiet']}>{t('replies.intro')}</p>
      <Choose label={t('replies.whose')} value={key} onChoose={choose}>
        {shelves.map((each) => (
          <option key={shelfKey(each)} value={shelfKey(each)}>
            {nameOf(each)}
          </option>
        ))}
      </Choose>
      {!keeps && <p className={styles['quiet']}>{t('replies.kept-by-others')}</p>}
      <ShelfPart key={key} shelf={shelf} keeps={keeps} />
    </Page>
  );
};
