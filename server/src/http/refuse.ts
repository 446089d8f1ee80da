import type { Response } from 'express';
import type { ErrorCode } from '@haven/shared/protocol/errors';

const STATUS: Partial<Record<ErrorCode, number>> = {
  malformed: 400,
  'unknown-event': 404,
  'not-signed-in': 401,
  'device-unproven': 401,
  'passkey-refused': 401,
  'not-yours': 403,
  'not-certified': 403,
  'not-fresh': 403,
  'invitation-over': 410,
  'too-frequent': 429,
  unavailable: 503,
};

export function refuse(response: Response, error: ErrorCode): void {
  response.status(STATUS[error] ?? 500).json({ error });
}
