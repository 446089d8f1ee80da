import { PERMISSIONS } from '@haven/shared/protocol/permissions';
import type { Role } from '@haven/shared/protocol/presence';
import type { ComponentType } from 'react';
import type { MessageKey } from '../../i18n/message-types';
import { DeskPage } from '../desk-page/desk-page';
import { later } from './later';

export const DESK_PATH = '/';

/** One window of the console, below the top bar and the offers, which stay whatever is read or set. */
export type Page = {
  /** Below `/console`. */
  readonly path: string;
  readonly title: Extract<MessageKey, `pages.${string}`>;
  /** Who finds it in the menu; the server decides for itself who is answered. */
  readonly roles: readonly Role[];
  /** Loaded when it is opened (`later`), except the desk: a counsellor waits for nothing that she does not use. */
  readonly Content: ComponentType;
};

/** All pages, in the order of the menu. */
const PAGES: readonly Page[] = [
  {
    path: DESK_PATH,
    title: 'pages.desk',
    roles: PERMISSIONS['chat:claim'],
    Content: DeskPage,
  },
  {
    path: DESK_PATH,
    title: 'pages.start',
    roles: ['administrator'],
    Content: later(async () => (await import('../start/start-page')).StartPage),
  },
  {
    path: '/roster',
    title: 'pages.roster',
    roles: ['counsellor', 'supervisor', 'administrator'],
    Content: later(async () => (await import('../roster/roster-page')).RosterPage),
  },
  {
    path: '/replies',
    title: 'pages.replies',
    roles: PERMISSIONS['replies:list'],
    Content: later(async () => (await import('../canned-replies/replies-page')).RepliesPage),
  },
  {
    path: '/staff',
    title: 'pages.staff',
    roles: PERMISSIONS['people:list'],
    Content: later(async () => (await import('../people/staff-page')).StaffPage),
  },
  {
    path: '/organisation',
    title: 'pages.organisation',
    roles: PERMISSIONS['organisation:change'],
    Content: later(async () => (await import('../organisation/organisation-page')).OrganisationPage),
  },
  {
    path: '/account',
    title: 'pages.account',
    roles: PERMISSIONS['account:look'],
    Content: later(async () => (await import('../account/account-page')).AccountPage),
  },
  {
    path: '/audit',
    title: 'pages.audit',
    roles: PERMISSIONS['audit:list'],
    Content: later(async () => (await import('../audit/audit-page')).AuditPage),
  },
  {
    path: '/reports',
    title: 'pages.reports',
    roles: PERMISSIONS['reports:read'],
    Content: later(async () => (await import('../reports/reports-page')).ReportsPage),
  },
  {
    path: '/overflow',
    title: 'pages.overflow',
    roles: PERMISSIONS['overflow:look'],
    Content: later(async () => (await import('../overflow/overflow-page')).OverflowPage),
  },
  {
    path: '/board',
    title: 'pages.board',
    roles: PERMISSIONS['board:watch'],
    Content: later(async () => (await import('../supervision/board-page')).BoardPage),
  },
  {
    path: '/keys',
    title: 'pages.keys',
    roles: PERMISSIONS['keys:certify'],
    Content: later(async () => (await import('../trust/trust-page')).TrustPage),
  },
];

export const pagesFor = (role: Role): readonly Page[] => PAGES.filter(({ roles }) => roles.includes(role));
