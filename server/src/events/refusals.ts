import { ERRORS, type ErrorCode } from '@haven/shared/protocol/errors';
import { type Instant, seconds } from '@haven/shared/units';
import type { Log } from '../logging';

/** One line at most per event and error in this time: who sends nonsense in a flood fills no disk. */
const QUIET = seconds(10);

export type RefusalLog = (event: string, error: ErrorCode) => void;

/** Logs errors by code and event, at the level that the table of errors says, and how many were not logged. */
export function createRefusalLog(log: Log, now: () => Instant): RefusalLog {
  const last = new Map<string, { at: Instant; unsaid: number }>();
  return (event, error) => {
    const level = ERRORS[error].log;
    if (level === 'none') return;
    const key = `${event} ${error}`;
    const before = last.get(key);
    if (before !== undefined && now() - before.at < QUIET) {
      before.unsaid += 1;
      return;
    }
    last.set(key, { at: now(), unsaid: 0 });
    const unsaid = before?.unsaid ?? 0;
    log[level](event, { error, ...(unsaid > 0 ? { unsaid } : {}) });
  };
}
