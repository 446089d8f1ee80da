import type { StaffRequests } from './event-maps';
import type { Role } from './presence';

const EVERYBODY = ['counsellor', 'supervisor', 'administrator'] as const;
/** Those who talk with visitors. An administrator manages staff and keys, and gets no chats. */
const DUTY = ['counsellor', 'supervisor'] as const;
/** Those who make the roster. */
const PLANNERS = ['supervisor', 'administrator'] as const;

const SUPERVISION = ['supervisor'] as const;
const REPORTS = ['supervisor', 'administrator'] as const;
const ADMINISTRATION = ['administrator'] as const;
const LEADING = ['supervisor', 'administrator'] as const;
/** Those who sign, or have signed, for the organisation. */
const KEYS = ['administrator'] as const;

/** What each desk goes by. */
const SETTING = ['supervisor', 'administrator'] as const;

/** The one table of who may ask for what. A request that has no row does not compile. */
export const PERMISSIONS = {
  // An administrator's console is connected like any other; it is shown no queue and rings at nobody.
  'desk:enter': EVERYBODY,
  'desk:look': EVERYBODY,
  'presence:set': DUTY,
  'capacity:set': DUTY,
  'chat:claim': DUTY,
  'offer:decline': DUTY,
  'link:request': DUTY,
  frame: DUTY,
  'frames:since': DUTY,
  'transfer:ask': DUTY,
  'transfer:cancel': DUTY,
  'consult:ask': DUTY,
  'consult:end': DUTY,
  // To colleagues of these roles, too: an administrator has no part in what is said at the desk.
  'colleague:send': DUTY,
  'safety:set': DUTY,
  'chat:close': DUTY,
  'wrap-up:finish': DUTY,
  'audit:list': ADMINISTRATION,
  'overflow:look': SETTING,
  'overflow:set': SETTING,
  'overflow:preview': SETTING,
  'hours:look': SETTING,
  'hours:set': SETTING,
  'hand:overflow': SUPERVISION,
  'hand:intake': SUPERVISION,
  'hand:move': SUPERVISION,
  'hand:take-off': SUPERVISION,
  // Whose chat it is decides as well.
  'block:set': DUTY,
  'block:list': SUPERVISION,
  'block:lift': SUPERVISION,
  'board:watch': SUPERVISION,
  'board:set-thresholds': SUPERVISION,
  'board:leave': SUPERVISION,
  'display:list': SUPERVISION,
  'display:make': SUPERVISION,
  'display:end': SUPERVISION,
  'roster:look': EVERYBODY,
  'roster:mine': EVERYBODY,
  'roster:holes': PLANNERS,
  'roster:plan': EVERYBODY,
  'roster:arrange': PLANNERS,
  'roster:edit': PLANNERS,
  'roster:generate': PLANNERS,
  'roster:copy-week': PLANNERS,
  'roster:difference': PLANNERS,
  'roster:publish': PLANNERS,
  'roster:swaps': EVERYBODY,
  'roster:swap-ask': DUTY,
  // Whose step it is depends on the swap as well: the colleague accepts, a planner approves.
  'roster:swap-step': EVERYBODY,
  'roster:feeds': EVERYBODY,
  'roster:feed-make': EVERYBODY,
  'roster:feed-revoke': EVERYBODY,

  // A supervisor may be the second person of a recovery, or the one who asks.
  'people:list': LEADING,
  'people:invite': ADMINISTRATION,
  'people:invite-again': ADMINISTRATION,
  'people:change': ADMINISTRATION,
  'people:activate': ADMINISTRATION,
  'people:deactivate': ADMINISTRATION,
  'people:sign-out': ADMINISTRATION,
  'organisation:look': ADMINISTRATION,
  'organisation:change': ADMINISTRATION,
  'organisation:retire': ADMINISTRATION,
  'organisation:bring-back': ADMINISTRATION,
  'recovery:ask': LEADING,
  'recovery:confirm': LEADING,
  'recovery:cancel': LEADING,

  'account:look': EVERYBODY,
  'account:end-session': EVERYBODY,
  'account:sign-out-everywhere': EVERYBODY,
  'passkey:rename': EVERYBODY,
  'passkey:remove': EVERYBODY,
  'debrief:list': EVERYBODY,
  'debrief:ask': DUTY,
  'debrief:withdraw': DUTY,
  'debrief:take': SUPERVISION,
  'debrief:done': SUPERVISION,
  'replies:list': EVERYBODY,
  'replies:write-own': DUTY,
  'replies:remove-own': DUTY,
  'replies:write': SETTING,
  'replies:remove': SETTING,
  'reports:grid': REPORTS,
  'reports:read': REPORTS,
  'reports:forecast': REPORTS,
  'keys:look': EVERYBODY,
  'keys:log': EVERYBODY,
  'keys:enrol': EVERYBODY,
  'keys:root': KEYS,
  'keys:use-root': KEYS,
  'keys:issuer': KEYS,
  'keys:certify': KEYS,
  'keys:revoke': KEYS,
} as const satisfies Record<keyof StaffRequests, readonly Role[]>;

/** The server refuses by it, and the console shows by it what somebody can do. */
export const may = (role: Role, request: keyof StaffRequests): boolean =>
  (PERMISSIONS[request] as readonly Role[]).includes(role);
