import { LIMITS } from '@haven/shared/protocol/limits';

const BASE64URL = /^[A-Za-z0-9_-]+$/;
const SHORTEST = 64;

/**
 * The hand-written equivalent of the schema `{ frame: wireFrame }`, which a test holds it to: every frame passes here.
 * Anything longer than a frame can be has a name of its own.
 */
export function checkFramePayload(payload: unknown): 'malformed' | 'too-large' | null {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return 'malformed';
  const { frame } = payload as { readonly frame?: unknown };
  if (typeof frame !== 'string' || frame.length < SHORTEST) return 'malformed';
  if (frame.length > LIMITS.frameCharacters) return 'too-large';
  return BASE64URL.test(frame) ? null : 'malformed';
}
