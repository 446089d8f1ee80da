import { createHmac } from 'node:crypto';
import type { Organisation } from '@haven/shared/protocol/organisation';
import { type Instant, type Milliseconds, seconds } from '@haven/shared/units';
import { type Alert, alertId } from './alert';
import type { Channel } from './channel';
import { wordsOf } from './words';

const PATIENCE: Milliseconds = seconds(5);

export const SIGNATURE_HEADER = 'Haven-Signature';

/** `t=SECONDS,v1=HEX`: over the time as well, so that a receiver can refuse what is old. */
function signatureOf(secret: string, body: string, now: Instant): string {
  const time = Math.floor(now / 1000);
  return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`;
}

type Deps = {
  readonly url: string;
  readonly secret: string;
  readonly organisation: () => Organisation;
  readonly now: () => Instant;
  readonly patience?: Milliseconds;
};

const factsOf = (alert: Alert) =>
  'kind' in alert
    ? { from: new Date(alert.from).toISOString(), until: new Date(alert.until).toISOString() }
    : { waiting: alert.waiting, longestSeconds: Math.round(alert.longest / 1000) };

/**
 * One POST of JSON. The address is the administrator's and nobody else's, and an answer that leads elsewhere is a
 * failure: nothing that is sent or answered can choose where this server connects.
 */
export const createWebhook = ({ url, secret, organisation, now, patience = PATIENCE }: Deps): Channel => ({
  name: 'webhook',
  kind: 'webhook',
  send: async (alert) => {
    const body = JSON.stringify({
      event: 'kind' in alert ? alert.kind : 'standby-alert',
      id: alertId(alert),
      organisation: organisation().name,
      desk: alert.desk,
      text: wordsOf(organisation(), alert),
      ...factsOf(alert),
    });
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [SIGNATURE_HEADER]: signatureOf(secret, body, now()) },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`The webhook answers ${response.status}`);
  },
});
