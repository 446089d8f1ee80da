import { staffId, type StaffId } from '@haven/shared/ids';
import { err, ok, type Result } from '@haven/shared/result';
import { TIMING } from '@haven/shared/protocol/limits';
import { minutes, type Instant } from '@haven/shared/units';
import * as z from 'zod/mini';
import type { ChatSnapshot } from '../desk/records';
import { chatSnapshot } from './chat-snapshot';
import type { Keyring } from './keyring';

/** Who may present it: the visitor of the chat, or one staff member in it. */
export type Bearer = 'visitor' | StaffId;

export type Capability = {
  readonly bearer: Bearer;
  readonly snapshot: ChatSnapshot;
  readonly issuedAt: Instant;
};

/** Nodes' clocks differ a little. */
const FROM_THE_FUTURE_AT_MOST = minutes(5);

const content = z.object({
  b: z.union([z.literal('visitor'), staffId]),
  i: z.number(),
  s: chatSnapshot,
});

export function issueCapability(
  keyring: Keyring,
  bearer: Bearer,
  snapshot: ChatSnapshot,
  now: Instant,
): string {
  const text = JSON.stringify({ b: bearer, i: now, s: snapshot });
  return keyring.sign('capability', Buffer.from(text).toString('base64url'));
}

export function openCapability(
  keyring: Keyring,
  token: string,
  now: Instant,
): Result<Capability, 'bad-capability' | 'expired-capability'> {
  const text = keyring.open('capability', token);
  if (text === null) return err('bad-capability');
  const parsed = content.safeParse(parseJson(Buffer.from(text, 'base64url').toString()));
  if (!parsed.success) return err('bad-capability');
  const { b, i, s } = parsed.data;
  if (i > now + FROM_THE_FUTURE_AT_MOST || now >= i + TIMING.capability) return err('expired-capability');
  return ok({ bearer: b, snapshot: s, issuedAt: i });
}

/** What we signed is JSON; a node of another version may have signed something else. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
