import { createContext, type ReactNode, use } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { SeatId } from '@haven/shared/ids';
import type { Language } from '@haven/shared/protocol/organisation';
import type { Notifier } from '../features/attention/notifier';
import type { Sound } from '../features/attention/sound';
import type { Translate } from '../i18n/message-types';
import type { Stores } from '../state/stores';
import type { DeskActions } from '../transport/desk-actions';
import type { Times } from './times';

export type ConsoleContents = {
  /** This tab. */
  readonly seat: SeatId;
  readonly stores: Stores;
  readonly actions: DeskActions;
  readonly attention: { readonly sound: Sound; readonly notifier: Notifier };
  readonly t: Translate;
  readonly times: Times;
  readonly language: Language;
};

const Context = createContext<ConsoleContents | null>(null);

export const ConsoleProvider = ({
  contents,
  children,
}: {
  readonly contents: ConsoleContents;
  readonly children: ReactNode;
}) => <Context value={contents}>{children}</Context>;

export const useConsole = (): ConsoleContents => {
  const contents = use(Context);
  if (contents === null) throw new Error('A part of the console stands outside its provider.');
  return contents;
};

/** What a store holds; renders again when the selected part changed. */
export const useSlice = <S, T>(owner: { readonly store: StoreApi<S> }, select: (state: S) => T): T =>
  useStore(owner.store, select);

/** The server's time, moving once a second. */
export const useNow = (): number => useSlice(useConsole().stores.clock, ({ now }) => now);
