import type * as z from 'zod/mini';
import type { Reply } from './reply';
import type { displayPushes, displayRequests } from './display';
import type { staffPushes, staffRequests } from './staff-events';
import type { visitorPushes, visitorRequests } from './visitor-events';

type RequestTable = Record<string, { readonly payload: z.ZodMiniType; readonly reply: z.ZodMiniType }>;
type PushTable = Record<string, z.ZodMiniType>;

export type PayloadOf<T extends RequestTable, E extends keyof T> = z.infer<T[E]['payload']>;
export type ReplyOf<T extends RequestTable, E extends keyof T> = z.infer<T[E]['reply']>;

/** Socket.IO's event map of a table of requests: every request is acknowledged. */
type RequestMap<T extends RequestTable> = {
  [E in keyof T]: (payload: PayloadOf<T, E>, reply: (reply: Reply<ReplyOf<T, E>>) => void) => void;
};

type PushMap<T extends PushTable> = { [E in keyof T]: (payload: z.infer<T[E]>) => void };

export type VisitorRequests = typeof visitorRequests;
export type VisitorPushes = typeof visitorPushes;
export type DisplayRequests = typeof displayRequests;
export type StaffRequests = typeof staffRequests;
export type StaffPushes = typeof staffPushes;

export type VisitorRequestMap = RequestMap<VisitorRequests>;
export type VisitorPushMap = PushMap<VisitorPushes>;
export type StaffRequestMap = RequestMap<StaffRequests>;
export type StaffPushMap = PushMap<StaffPushes>;
export type DisplayRequestMap = RequestMap<DisplayRequests>;
export type DisplayPushMap = PushMap<typeof displayPushes>;
