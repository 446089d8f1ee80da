import type { Organisation } from '@haven/shared/protocol/organisation';
import type { Instant } from '@haven/shared/units';
import type { Config } from '../config';
import type { Channel } from './channel';
import { isLoopback } from './loopback';
import { createMail } from './mail';
import { createWebhook } from './webhook';

/** Those that the configuration names; none: the standby sits at a console. */
export function channelsOf(
  { alerts }: Pick<Config, 'alerts'>,
  organisation: () => Organisation,
  now: () => Instant,
): readonly Channel[] {
  const { webhook, mail, allowPlain } = alerts;
  const requireTls = mail !== null && !allowPlain && !isLoopback(mail.url);
  return [
    ...(webhook === null ? [] : [createWebhook({ ...webhook, organisation, now })]),
    ...(mail === null ? [] : createMail({ ...mail, organisation, requireTls }, mail.to)),
  ];
}
