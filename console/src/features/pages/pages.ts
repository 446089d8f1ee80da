import type { Role } from '@haven/shared/protocol/presence';
import type { ComponentType } from 'react';
import type { MessageKey } from '../../i18n/message-types';
import { DeskPage } from '../desk-page/desk-page';

export const DESK_PATH = '/';

/** One window of the console, below the top bar and the offers, which stay whatever is read or set. */
export type Page = {
  /** Below `/console`. */
  readonly path: string;
  readonly title: Extract<MessageKey, `pages.${string}`>;
  /** Who finds it in the menu; the server decides for itself who is answered. */
  readonly roles: readonly Role[];
  /** Loaded when it is opened (`lazy`), except the desk: a counsellor waits for nothing that she does not use. */
  readonly Content: ComponentType;
};

/** All pages, in the order of the menu. */
const PAGES: readonly Page[] = [
  {
    path: DESK_PATH,
    title: 'pages.desk',
    roles: ['counsellor', 'supervisor', 'administrator'],
    Content: DeskPage,
  },
];

export const pagesFor = (role: Role): readonly Page[] => PAGES.filter(({ roles }) => roles.includes(role));
