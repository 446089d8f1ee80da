import type { Alert } from './alert';

/** One way to one person or service outside the consoles. */
export type Channel = {
  /** Names it among the others; never logged, for it may be an address. */
  readonly name: string;
  readonly kind: 'webhook' | 'mail';
  /** Resolves when the other side has taken the alert, and rejects when it has not in good time. */
  send(alert: Alert): Promise<void>;
};
