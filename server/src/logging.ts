import { type DestinationStream, pino } from 'pino';

export type LogFields = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/**
 * One JSON line per event. What a peer sent is never a field: errors come by their code, faults by their name and the
 * place in our code where they arose.
 */
export type Log = {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
  /** Something was thrown. Its message may quote what was sent, so it stays out. */
  fault(event: string, thrown: unknown): void;
};

/** Should a field of one of these names ever be logged, its value is not. */
const NEVER = [
  'address',
  'answers',
  'capability',
  'chat',
  'cookie',
  'device',
  'frame',
  'headers',
  'ip',
  'message',
  'payload',
  'secret',
  'text',
  'token',
];

export function createLog(level: string, destination: DestinationStream): Log {
  const lines = pino(
    {
      level,
      base: null,
      redact: { paths: [...NEVER, ...NEVER.map((name) => `*.${name}`)], censor: '(left out)' },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    destination,
  );
  return {
    info: (event, fields) => lines.info({ event, ...fields }),
    warn: (event, fields) => lines.warn({ event, ...fields }),
    error: (event, fields) => lines.error({ event, ...fields }),
    fault: (event, thrown) => lines.error({ event, ...describe(thrown) }),
  };
}

const FRAMES_SHOWN = 6;

function describe(thrown: unknown): { fault: string; at?: readonly string[] } {
  if (!(thrown instanceof Error)) return { fault: typeof thrown };
  const code = (thrown as { readonly code?: unknown }).code;
  const fault = typeof code === 'string' ? `${thrown.name} ${code}` : thrown.name;
  const at = (thrown.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES_SHOWN)
    .map((line) => line.trim());
  return { fault, at };
}
