import { useConsole, useSlice } from '../../ui/console-context';
import { BlockDialog } from '../block/block-dialog';
import { CloseDialog } from '../chat/close-dialog';
import { ConsultDialog } from '../consult/consult-dialog';
import { SettingsDialog } from '../settings/settings-dialog';
import { SheetDialog } from '../shortcuts/sheet-dialog';
import { SignOutDialog } from '../sign-in/sign-out-dialog';
import { TransferDialog } from '../transfer/transfer-dialog';

export const Dialogs = () => {
  const { stores } = useConsole();
  const dialog = useSlice(stores.view, (view) => view.dialog);
  const chats = useSlice(stores.chats, ({ known }) => known.items);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'settings':
      return <SettingsDialog />;
    case 'keys':
      return <SheetDialog />;
    case 'sign-out':
      return <SignOutDialog />;
    case 'transfer':
    case 'consult':
    case 'close':
    case 'block': {
      const chat = chats.get(dialog.chat);
      // The chat may end or leave while the question stands open.
      if (chat === undefined || chat.phase === 'ended') return null;
      if (dialog.kind === 'block') {
        return <BlockDialog chat={dialog.chat} onClose={() => stores.view.dialog(null)} />;
      }
      if (dialog.kind === 'consult') return <ConsultDialog chat={chat} />;
      return dialog.kind === 'transfer' ? <TransferDialog chat={chat} /> : <CloseDialog chat={chat} />;
    }
  }
};
