import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { PayloadOf, ReplyOf } from '@haven/shared/protocol/event-maps';
import { err, type Result } from '@haven/shared/result';
import type { Instant } from '@haven/shared/units';
import type * as z from 'zod/mini';
import { type Bucket, type Rate, take } from './bucket';

type RequestTable = Record<string, { readonly payload: z.ZodMiniType; readonly reply: z.ZodMiniType }>;

/** What handles one event: authorise, check, call, return. */
export type Handler<Edge, Connection, T extends RequestTable, E extends keyof T> = (
  edge: Edge,
  connection: Connection,
  payload: PayloadOf<T, E>,
) => Promise<Result<ReplyOf<T, E>, ErrorCode>>;

export type Handlers<Edge, Connection, T extends RequestTable> = {
  readonly [E in keyof T & string]: Handler<Edge, Connection, T, E>;
};

/** Everything a dispatch needs to know of a connection. */
export type Limited = { readonly frames: Bucket; readonly others: Bucket };

/** Frames have a rate of their own: after a reconnect an endpoint sends its whole outbox. */
export type Rates = { readonly frames: Rate; readonly others: Rate };

export type DispatchDeps<Edge, Connection, T extends RequestTable> = {
  readonly edge: Edge;
  readonly table: T;
  readonly handlers: Handlers<Edge, Connection, T>;
  /** In place of the schema of an event that passes often; null when the payload is right. */
  readonly checks: { readonly [E in keyof T]?: (payload: unknown) => ErrorCode | null };
  readonly rates: Rates;
  /** Whether this connection's holder may ask for this at all; asked before the payload is looked at. */
  readonly permits: (connection: Connection, event: keyof T & string) => boolean;
  readonly now: () => Instant;
  /** Every event that was handled, with `ok` or its error. */
  readonly onOutcome: (event: string, outcome: ErrorCode | 'ok') => void;
  readonly onFault: (event: string, thrown: unknown) => void;
};

type Route<Connection> = {
  readonly isFrame: boolean;
  /** The error of a payload that is wrong, else what comes of it. */
  readonly run: (connection: Connection, payload: unknown) => ErrorCode | Promise<Result<unknown, ErrorCode>>;
};

/** An event of a name that the table does not have; its own name is not counted or logged, a peer chose it. */
const UNKNOWN = 'unknown';

/**
 * One function for all events of all connections of a namespace. Every outcome is an acknowledgement if the peer asked
 * for one; nothing is thrown and nobody is disconnected.
 */
export function createDispatch<Edge, Connection extends Limited, T extends RequestTable>(
  deps: DispatchDeps<Edge, Connection, T>,
): (connection: Connection, event: unknown, args: readonly unknown[]) => void {
  const { rates, permits, now, onOutcome, onFault } = deps;
  const routes = routesOf(deps);

  const finish = (event: string, acknowledge: unknown, result: Result<unknown, ErrorCode>): void => {
    onOutcome(event, result.ok ? 'ok' : result.error);
    if (typeof acknowledge === 'function') (acknowledge as (reply: unknown) => void)(result);
  };

  return (connection, event, args) => {
    const acknowledge = args.at(-1);
    const route = typeof event === 'string' ? routes.get(event) : undefined;
    const name = route === undefined ? UNKNOWN : (event as string);
    const isFrame = route?.isFrame === true;
    const bucket = isFrame ? connection.frames : connection.others;
    if (!take(bucket, isFrame ? rates.frames : rates.others, now())) {
      finish(name, acknowledge, err('too-frequent'));
      return;
    }
    if (route === undefined) {
      finish(name, acknowledge, err('unknown-event'));
      return;
    }
    if (!permits(connection, name)) {
      finish(name, acknowledge, err('not-permitted'));
      return;
    }
    try {
      const running = route.run(connection, args[0]);
      if (typeof running === 'string') {
        finish(name, acknowledge, err(running));
        return;
      }
      running.then(
        (result) => finish(name, acknowledge, result),
        (thrown: unknown) => {
          onFault(name, thrown);
          finish(name, acknowledge, err('internal'));
        },
      );
    } catch (thrown) {
      onFault(name, thrown);
      finish(name, acknowledge, err('internal'));
    }
  };
}

function routesOf<Edge, Connection extends Limited, T extends RequestTable>({
  edge,
  table,
  handlers,
  checks,
}: DispatchDeps<Edge, Connection, T>): ReadonlyMap<string, Route<Connection>> {
  const routes = new Map<string, Route<Connection>>();
  for (const [event, { payload: schema }] of Object.entries(table)) {
    const check = checks[event];
    const handler = handlers[event] as Handler<Edge, Connection, T, keyof T>;
    routes.set(event, {
      isFrame: event === 'frame',
      run: check
        ? (connection, payload) =>
            check(payload) ?? handler(edge, connection, payload as PayloadOf<T, keyof T>)
        : (connection, payload) => {
            const parsed = schema.safeParse(payload);
            if (!parsed.success) return 'malformed';
            return handler(edge, connection, parsed.data as PayloadOf<T, keyof T>);
          },
    });
  }
  return routes;
}
