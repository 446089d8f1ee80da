import * as z from 'zod/mini';
import { isLoopback } from './alerts/loopback';

const mailAddress = z.email();
const addresses = z.pipe(
  z.string(),
  z.pipe(
    z.transform((text: string) => text.split(/[\s,]+/).filter((part) => part !== '')),
    z.array(mailAddress),
  ),
);

/** How the standby is told outside the consoles; see config.ts. */
export const ALERT_VARIABLES = {
  ALERT_WEBHOOK_URL: {
    schema: z.url({ protocol: /^https?$/ }),
    must: 'be the address that alerts of the standby are sent to',
    example: 'https://alerts.example.org/haven',
    secret: true,
  },
  ALERT_WEBHOOK_SECRET: {
    schema: z.string().check(z.minLength(32)),
    must: 'have at least 32 characters, known to the receiver of ALERT_WEBHOOK_URL',
    example: '$(openssl rand -base64 32)',
    secret: true,
  },
  SMTP_URL: {
    schema: z.url({ protocol: /^smtps?$/ }),
    must: 'be the address of a mail server',
    example: 'smtp://haven:password@mail.example.org:587',
    secret: true,
  },
  ALERT_MAIL_FROM: {
    schema: mailAddress,
    must: 'be the address that mails to the standby come from',
    example: 'haven@example.org',
  },
  ALERT_MAIL_TO: {
    schema: addresses,
    must: 'be the mail addresses of the standby',
    example: 'achterwacht@example.org',
  },
} as const;

type Given = {
  readonly ALERT_WEBHOOK_URL?: string;
  readonly ALERT_WEBHOOK_SECRET?: string;
  readonly SMTP_URL?: string;
  readonly ALERT_MAIL_FROM?: string;
  readonly ALERT_MAIL_TO?: readonly string[];
  readonly ALERT_ALLOW_PLAIN?: boolean;
};

export type AlertConfig = {
  readonly webhook: { readonly url: string; readonly secret: string } | null;
  readonly mail: { readonly url: string; readonly from: string; readonly to: readonly string[] } | null;
  /** Without encryption beyond this machine too. */
  readonly allowPlain: boolean;
};

export function alertConfig(given: Given): AlertConfig {
  const { ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: secret, SMTP_URL: smtp } = given;
  const { ALERT_MAIL_FROM: from, ALERT_MAIL_TO: to = [] } = given;
  return {
    webhook: url === undefined || secret === undefined ? null : { url, secret },
    mail: smtp === undefined || from === undefined ? null : { url: smtp, from, to },
    allowPlain: given.ALERT_ALLOW_PLAIN === true,
  };
}

export function alertContradictions(given: Given): readonly string[] {
  const faults: string[] = [];
  const { ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: secret, SMTP_URL: smtp } = given;
  if ((url === undefined) !== (secret === undefined)) {
    faults.push('ALERT_WEBHOOK_URL and ALERT_WEBHOOK_SECRET must be set together');
  }
  const mail = [smtp, given.ALERT_MAIL_FROM, given.ALERT_MAIL_TO];
  if (mail.includes(undefined) && mail.some((each) => each !== undefined)) {
    faults.push('SMTP_URL, ALERT_MAIL_FROM and ALERT_MAIL_TO must be set together');
  }
  if (url?.startsWith('http:') && !isLoopback(url) && given.ALERT_ALLOW_PLAIN !== true) {
    faults.push(
      'ALERT_WEBHOOK_URL must begin with https: unless it leads to this machine; ALERT_ALLOW_PLAIN=on allows it',
    );
  }
  return faults;
}
