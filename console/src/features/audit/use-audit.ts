import type { StaffId } from '@haven/shared/ids';
import type { AuditAct, AuditEntry, AuditHead } from '@haven/shared/protocol/audit';
import { useCallback, useEffect, useState } from 'react';
import { noticeOf } from '../../transport/notice-of';
import { askUntilAnswered } from '../../ui/ask-until-answered';
import { useConsole, useSlice } from '../../ui/console-context';

export type AuditFilter = { readonly by: StaffId | null; readonly act: AuditAct | null };

type Shown = {
  readonly entries: readonly AuditEntry[];
  readonly more: boolean;
  readonly head: AuditHead | null;
  readonly people: readonly StaffId[];
};

/** The entries shown so far, the newest first; null until there are any. */
export function useAudit(filter: AuditFilter): {
  readonly shown: Shown | null;
  readonly older: () => void;
} {
  const { actions, stores } = useConsole();
  const connection = useSlice(stores.desk, (desk) => desk.connection);
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    if (connection !== 'up') return undefined;
    return askUntilAnswered(() => actions.ask('audit:list', { ...filter, before: null }), {
      answered: setShown,
      refused: (error) => stores.notices.hold(noticeOf(error)),
    });
  }, [actions, stores, connection, filter]);

  const older = useCallback(() => {
    const before = shown?.entries.at(-1)?.number ?? null;
    void actions.ask('audit:list', { ...filter, before }).then((answer) => {
      if (!answer.ok) {
        stores.notices.say('problem', noticeOf(answer.error));
        return;
      }
      // Of another filter meanwhile: its answer has replaced what these would follow.
      setShown((now) =>
        now === shown && now !== null
          ? { ...answer.value, entries: [...now.entries, ...answer.value.entries] }
          : now,
      );
    });
  }, [actions, stores, filter, shown]);
  return { shown, older };
}
