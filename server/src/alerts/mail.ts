import type { Organisation } from '@haven/shared/protocol/organisation';
import { type Milliseconds, seconds } from '@haven/shared/units';
import { createTransport } from 'nodemailer';
import { alertId } from './alert';
import type { Channel } from './channel';
import { wordsOf } from './words';

const PATIENCE: Milliseconds = seconds(10);

type Deps = {
  /** smtp: or smtps:, with name and password if the server wants them. */
  readonly url: string;
  readonly from: string;
  readonly organisation: () => Organisation;
  /** Nothing is sent, not even a name, to a server that does not begin to encrypt. */
  readonly requireTls: boolean;
  /** Certificates to trust besides the usual ones. */
  readonly ca?: string;
  readonly patience?: Milliseconds;
};

/** A mail to one address each, so that nobody learns of the others and each is tried again by itself. */
export function createMail(
  { url, from, organisation, requireTls, ca, patience = PATIENCE }: Deps,
  recipients: readonly string[],
): readonly Channel[] {
  const { hostname, port, protocol, username, password } = new URL(url);
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    ...(port === '' ? {} : { port: Number(port) }),
    secure: protocol === 'smtps:',
    requireTLS: requireTls,
    tls: {
      ...(ca === undefined ? {} : { ca }),
      minVersion: 'TLSv1.2',
      rejectUnauthorized: requireTls,
    },
    ...(username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return recipients.map((to) => ({
    name: `mail ${to}`,
    kind: 'mail',
    send: async (alert) => {
      const words = wordsOf(organisation(), alert);
      await transport.sendMail({
        from,
        to,
        subject: `${organisation().name}: ${words.nl}`,
        text: `${words.nl}\n${words.en}\n`,
        // Two mails of the same alert show as one where the reader's program can tell.
        messageId: `<${alertId(alert)}@haven.invalid>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
  }));
}
