import * as z from 'zod/mini';
import { type ErrorCode, isErrorCode } from '../protocol/errors';
import { err, ok, type Result } from '../result';
import type { Clock, SocketPort } from './socket-port';
import { TRANSPORT_TIMING } from './timing';

/** What can come of asking once, beside an answer of the relay's own. */
export type CallError = ErrorCode | 'no-answer' | 'disconnected' | 'garbage';

const reply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);

/** Asks once and reads the answer with suspicion: what does not fit the schema changes nothing and is counted. */
export class Messenger {
  readonly #port: SocketPort;
  readonly #clock: Clock;
  readonly #open = new Set<() => void>();
  #garbage = 0;

  constructor(port: SocketPort, clock: Clock) {
    this.#port = port;
    this.#clock = clock;
    port.onDisconnect(() => {
      for (const abandon of this.#open) abandon();
    });
  }

  /** Answers and pushes that did not fit their schema. */
  get garbage(): number {
    return this.#garbage;
  }

  call<R extends z.ZodMiniType>(
    event: string,
    schema: { readonly reply: R },
    payload: unknown,
  ): Promise<Result<z.infer<R>, CallError>> {
    if (!this.#port.connected) return Promise.resolve(err('disconnected'));
    return new Promise((resolve) => {
      const finish = (result: Result<z.infer<R>, CallError>): void => {
        cancel();
        if (this.#open.delete(abandon)) resolve(result);
      };
      const abandon = (): void => finish(err('disconnected'));
      const cancel = this.#clock.after(TRANSPORT_TIMING.answer, () => finish(err('no-answer')));
      this.#open.add(abandon);
      this.#port.emit(event, payload, (answer) => finish(this.#read(schema.reply, answer)));
    });
  }

  listen<S extends z.ZodMiniType>(event: string, schema: S, hear: (payload: z.infer<S>) => void): void {
    this.#port.on(event, (payload) => {
      const parsed = z.safeParse(schema, payload);
      if (parsed.success) hear(parsed.data);
      else this.#garbage += 1;
    });
  }

  #read<R extends z.ZodMiniType>(schema: R, answer: unknown): Result<z.infer<R>, CallError> {
    const parsed = z.safeParse(reply, answer);
    if (parsed.success && !parsed.data.ok && isErrorCode(parsed.data.error)) return err(parsed.data.error);
    const value = parsed.success && parsed.data.ok ? z.safeParse(schema, parsed.data.value) : null;
    if (value?.success) return ok(value.data);
    this.#garbage += 1;
    return err('garbage');
  }
}
