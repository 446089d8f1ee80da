import { PERMISSIONS } from '@haven/shared/protocol/permissions';
import type { Role } from '@haven/shared/protocol/presence';
import { type ComponentType, lazy } from 'react';
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
  {
    path: '/roster',
    title: 'pages.roster',
    roles: ['counsellor', 'supervisor', 'administrator'],
    Content: lazy(async () => ({ default: (await import('../roster/roster-page')).RosterPage })),
  },
  {
    path: '/replies',
    title: 'pages.replies',
    roles: PERMISSIONS['replies:list'],
    Content: lazy(() =>
      import('../canned-replies/replies-page').then(({ RepliesPage }) => ({ default: RepliesPage })),
    ),
  },
  {
    path: '/staff',
    title: 'pages.staff',
    roles: PERMISSIONS['people:list'],
    Content: lazy(() => import('../people/staff-page').then(({ StaffPage }) => ({ default: StaffPage }))),
  },
  {
    path: '/organisation',
    title: 'pages.organisation',
    roles: PERMISSIONS['organisation:change'],
    Content: lazy(() =>
      import('../organisation/organisation-page').then(({ OrganisationPage }) => ({
        default: OrganisationPage,
      })),
    ),
  },
  {
    path: '/account',
    title: 'pages.account',
    roles: PERMISSIONS['account:look'],
    Content: lazy(() =>
      import('../account/account-page').then(({ AccountPage }) => ({ default: AccountPage })),
    ),
  },
  {
    path: '/audit',
    title: 'pages.audit',
    roles: PERMISSIONS['audit:list'],
    Content: lazy(() => import('../audit/audit-page').then(({ AuditPage }) => ({ default: AuditPage }))),
  },
  {
    path: '/reports',
    title: 'pages.reports',
    roles: PERMISSIONS['reports:read'],
    Content: lazy(() =>
      import('../reports/reports-page').then(({ ReportsPage }) => ({ default: ReportsPage })),
    ),
  },
  {
    path: '/overflow',
    title: 'pages.overflow',
    roles: PERMISSIONS['overflow:look'],
    Content: lazy(() =>
      import('../overflow/overflow-page').then(({ OverflowPage }) => ({ default: OverflowPage })),
    ),
  },
  {
    path: '/board',
    title: 'pages.board',
    roles: PERMISSIONS['board:watch'],
    Content: lazy(() =>
      import('../supervision/board-page').then(({ BoardPage }) => ({ default: BoardPage })),
    ),
  },
  {
    path: '/keys',
    title: 'pages.keys',
    roles: PERMISSIONS['keys:certify'],
    Content: lazy(() => import('../trust/trust-page').then(({ TrustPage }) => ({ default: TrustPage }))),
  },
];

export const pagesFor = (role: Role): readonly Page[] => PAGES.filter(({ roles }) => roles.includes(role));
