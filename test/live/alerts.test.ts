import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { join } from 'node:path';
import { createDelivery } from '@haven/server/alerts/deliver';
import type { Channel } from '@haven/server/alerts/channel';
import { createMail } from '@haven/server/alerts/mail';
import { createWebhook, SIGNATURE_HEADER } from '@haven/server/alerts/webhook';
import type { StandbyAlert } from '@haven/server/desk/facts';
import { createMemoryOnceStore, createRedisOnceStore } from '@haven/server/live/once-store';
import { connectRedis } from '@haven/server/live/redis-connection';
import { DEMONSTRATION } from '@haven/server/organisation/demonstration';
import type { DeskId } from '@haven/shared/ids';
import { minutes, seconds } from '@haven/shared/units';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/child';
import { createClosing } from '../support/closing';
import { startRedis } from '../support/redis-server';
import { within } from '../support/until';

const SECRET = 'the receiver of this webhook knows it too';
const organisation = { ...DEMONSTRATION, demonstration: true, roots: [] };
const ALERT: StandbyAlert = {
  desk: 'amsterdam' as DeskId,
  startedAt: Date.UTC(2026, 2, 2, 3),
  attempt: 1,
  waiting: 2,
  longest: minutes(4),
};

const closing = createClosing();
afterEach(closing.close);

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A receiver that answers as the story says, and keeps what it got. */
async function receiver(answer: (response: ServerResponse, count: number) => void) {
  const got: { readonly headers: IncomingMessage['headers']; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (body += part));
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      answer(response, got.length);
    });
  });
  const url = `http://127.0.0.1:${await listening(server)}/haven`;
  closing.defer(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url, got };
}

const webhook = (url: string): Channel =>
  createWebhook({
    url,
    secret: SECRET,
    organisation: () => organisation,
    now: () => ALERT.startedAt,
    patience: seconds(0.5),
  });

/** Whoever delivers on one node; its pauses are over at once. */
function node(channels: readonly Channel[], once = createMemoryOnceStore(() => ALERT.startedAt)) {
  const outcomes: string[] = [];
  const clock = {
    now: () => ALERT.startedAt,
    after: (_time: number, act: () => void) => {
      queueMicrotask(act);
      return () => undefined;
    },
  };
  const onOutcome = (kind: string, outcome: string) => outcomes.push(`${kind} ${outcome}`);
  return { deliver: createDelivery({ channels, once, clock, onOutcome }), outcomes };
}

const ok = (response: ServerResponse) => response.writeHead(204).end();

describe('An alert by webhook', () => {
  it('says which desk needs its standby, signed together with its time, and nothing of a chat', async () => {
    const { url, got } = await receiver(ok);
    expect(await node([webhook(url)]).deliver(ALERT)).toBe(true);
    const { headers, body } = got[0] ?? { headers: {}, body: '' };
    expect(JSON.parse(body)).toEqual({
      event: 'standby-alert',
      id: `amsterdam.${ALERT.startedAt}`,
      organisation: 'Veilige Haven',
      desk: 'amsterdam',
      text: {
        nl: 'Bureau Amsterdam: 2 wachtend, de eerste sinds 4 minuten. De achterwacht is nodig.',
        en: 'Amsterdam desk: 2 waiting, the first for 4 minutes. The standby is needed.',
      },
      waiting: 2,
      longestSeconds: 240,
    });
    const time = ALERT.startedAt / 1000;
    const digest = createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex');
    expect(headers[SIGNATURE_HEADER.toLowerCase()]).toBe(`t=${time},v1=${digest}`);
  });

  it('says when a desk will have nobody, by the organisation’s clock, and that the general desk takes over', async () => {
    const { url, got } = await receiver(ok);
    const hole = { from: Date.UTC(2026, 2, 7, 21), until: Date.UTC(2026, 2, 8, 7), isCaught: true };
    const deliver = node([webhook(url)]).deliver;
    expect(await deliver({ kind: 'roster-hole', desk: ALERT.desk, ...hole })).toBe(true);
    expect(await deliver({ kind: 'roster-hole', desk: ALERT.desk, ...hole })).toBe(true);
    expect(got.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      {
        event: 'roster-hole',
        id: `amsterdam.hole.${hole.from}`,
        organisation: 'Veilige Haven',
        desk: 'amsterdam',
        text: {
          nl: 'Bureau Amsterdam: niemand in het rooster van za 7 mrt 22:00 tot zo 8 mrt 08:00. Wie dan schrijft, komt bij het algemeen bureau.',
          en: 'Amsterdam desk: nobody on the roster from Sat 7 Mar 22:00 to Sun 8 Mar 08:00. Whoever writes then comes to the general desk.',
        },
        from: '2026-03-07T21:00:00.000Z',
        until: '2026-03-08T07:00:00.000Z',
      },
    ]);
  });

  it('says of who has just come that it is less than a minute', async () => {
    const { url, got } = await receiver(ok);
    await node([webhook(url)]).deliver({ ...ALERT, waiting: 1, longest: seconds(7) });
    const { text } = JSON.parse(got[0]?.body ?? '{}') as { text?: unknown };
    expect(text).toEqual({
      nl: 'Bureau Amsterdam: 1 wachtend, de eerste sinds minder dan een minuut. De achterwacht is nodig.',
      en: 'Amsterdam desk: 1 waiting, the first for less than a minute. The standby is needed.',
    });
  });

  it('does not promise the general desk where that one has nobody either', async () => {
    const { url, got } = await receiver(ok);
    const hole = { from: Date.UTC(2026, 2, 7, 21), until: Date.UTC(2026, 2, 8, 7), isCaught: false };
    const deliver = node([webhook(url)]).deliver;
    for (const desk of [ALERT.desk, organisation.generalDesk]) {
      await deliver({ kind: 'roster-hole', desk, ...hole });
    }
    const said = got.map(({ body }) => (JSON.parse(body) as { text: { nl: string } }).text.nl);
    expect(said).toEqual([
      'Bureau Amsterdam: niemand in het rooster van za 7 mrt 22:00 tot zo 8 mrt 08:00. Ook bij het algemeen bureau is er dan niet steeds iemand.',
      'Algemeen bureau: niemand in het rooster van za 7 mrt 22:00 tot zo 8 mrt 08:00.',
    ]);
  });

  it('is tried again when the receiver fails, hangs up or is slow, and told once', async () => {
    const { url, got } = await receiver((response, count) => {
      if (count === 1) response.writeHead(503).end();
      else if (count === 2) response.destroy();
      else ok(response);
    });
    const { deliver, outcomes } = node([webhook(url)]);
    expect(await deliver(ALERT)).toBe(true);
    expect(await deliver({ ...ALERT, attempt: 2 })).toBe(true);
    expect(got).toHaveLength(3);
    expect(outcomes).toEqual(['webhook delivered']);
  });

  it('is left to the next attempt when nobody answers in time, or at all', async () => {
    const silent = await receiver(() => undefined);
    const { deliver, outcomes } = node([webhook(silent.url), webhook('http://127.0.0.1:1/haven')]);
    expect(await deliver(ALERT)).toBe(false);
    expect(silent.got.length).toBeGreaterThan(0);
    expect(outcomes).toContain('webhook failed');
  });

  it('is not carried to wherever an answer points', async () => {
    const other = await receiver(ok);
    const { url } = await receiver((response) => response.writeHead(307, { Location: other.url }).end());
    expect(await node([webhook(url)]).deliver(ALERT)).toBe(false);
    expect(other.got).toEqual([]);
  });
});

/** A mail server with a certificate of its own for this machine, and what it took. */
async function mailServer(options: SMTPServerOptions = {}) {
  const folder = temporaryFolder('mail');
  closing.defer(folder.remove);
  const [key, cert] = [join(folder.path, 'key.pem'), join(folder.path, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'];
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', '-x509', ...made, ...subject, '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  });
  const mails: { readonly to: string; readonly text: string; readonly isEncrypted: boolean }[] = [];
  const server = new SMTPServer({
    key: readFileSync(key),
    cert: readFileSync(cert),
    authOptional: true,
    logger: false,
    onData: (stream, session, done) => {
      let text = '';
      stream.on('data', (part: Buffer) => (text += part.toString()));
      stream.on('end', () => {
        const [recipient] = session.envelope.rcptTo;
        mails.push({ to: recipient?.address ?? '', text, isEncrypted: session.secure });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  const port = await listening(server.server);
  closing.defer(() => new Promise<void>((resolve) => server.close(resolve)));
  return { url: `smtp://127.0.0.1:${port}`, mails, ca: readFileSync(cert, 'utf8') };
}

type Mail = Parameters<typeof createMail>[0];
const mail = (more: Pick<Mail, 'url'> & Partial<Mail>, to = ['levi@example.org', 'dewi@example.org']) =>
  createMail(
    {
      from: 'haven@example.org',
      organisation: () => organisation,
      requireTls: true,
      patience: seconds(0.7),
      ...more,
    },
    to,
  );

describe('An alert by mail', () => {
  it('goes encrypted to each standby by itself, with the desk and nothing of a chat', async () => {
    const { url, mails, ca } = await mailServer();
    expect(await node(mail({ url, ca })).deliver(ALERT)).toBe(true);
    expect(mails.map(({ to }) => to).toSorted()).toEqual(['dewi@example.org', 'levi@example.org']);
    for (const { text, isEncrypted } of mails) {
      expect(isEncrypted).toBe(true);
      expect(text).toContain('Bureau Amsterdam: 2 wachtend');
      expect(text).toContain('Amsterdam desk: 2 waiting');
    }
    expect(mails[0]?.text).not.toContain(mails[1]?.to);
  });

  it('is not sent in the clear, nor to a server whose certificate nobody vouches for', async () => {
    const plain = await mailServer({ disabledCommands: ['STARTTLS'] });
    expect(await node(mail({ url: plain.url })).deliver(ALERT)).toBe(false);
    const stranger = await mailServer();
    expect(await node(mail({ url: stranger.url })).deliver(ALERT)).toBe(false);
    expect([...plain.mails, ...stranger.mails]).toEqual([]);
  });

  it('reaches a server of this machine without encryption', async () => {
    const { url, mails } = await mailServer({ disabledCommands: ['STARTTLS'] });
    expect(await node(mail({ url, requireTls: false })).deliver(ALERT)).toBe(true);
    expect(mails).toHaveLength(2);
  });

  it('is tried again for the one whom the server refused, and not repeated to the other', async () => {
    let refusals = 0;
    const { url, mails, ca } = await mailServer({
      onRcptTo: ({ address }, _session, done) => {
        if (address !== 'levi@example.org' || refusals >= 3) return done();
        refusals += 1;
        return done(new Error('Try again later'));
      },
    });
    const { deliver } = node(mail({ url, ca }));
    expect(await deliver(ALERT)).toBe(false);
    expect(mails.map(({ to }) => to)).toEqual(['dewi@example.org']);
    expect(await deliver({ ...ALERT, attempt: 2 })).toBe(true);
    expect(mails.map(({ to }) => to)).toEqual(['dewi@example.org', 'levi@example.org']);
  });

  it('does not wait for ever for a server that says nothing', async () => {
    const server = createTcpServer();
    const port = await listening(server);
    closing.defer(() => void server.close());
    const delivery = node(mail({ url: `smtp://127.0.0.1:${port}` }, ['levi@example.org'])).deliver(ALERT);
    expect(await within(seconds(20), 'it gives up', delivery)).toBe(false);
  });
});

describe.each([{ kind: 'memory' }, { kind: 'Redis' }])(
  'Two nodes with the same alert ($kind)',
  ({ kind }) => {
    async function openOnce(now: () => number) {
      if (kind === 'memory') return createMemoryOnceStore(now);
      const { url } = closing.add(await startRedis());
      const connected = await connectRedis(url, () => undefined);
      if (!connected.ok) throw new Error('No connection to the Redis of this test');
      closing.defer(() => connected.value.close());
      return createRedisOnceStore(connected.value, now);
    }

    it('tell each standby once, though both have it in hand', async () => {
      const once = await openOnce(() => ALERT.startedAt);
      const { url, got } = await receiver(ok);
      const [one, other] = [node([webhook(url)], once), node([webhook(url)], once)];
      const told = await Promise.all([one.deliver(ALERT), other.deliver(ALERT)]);
      expect(told).toContain(true);
      expect(await other.deliver({ ...ALERT, attempt: 2 })).toBe(true);
      expect(got).toHaveLength(1);
      expect(await one.deliver({ ...ALERT, startedAt: ALERT.startedAt + minutes(10) })).toBe(true);
      expect(got).toHaveLength(2);
    });
  },
);

describe('A node that dies with an alert in hand', () => {
  it('leaves it to another one, which waits a minute, for the standby may have been told', async () => {
    let now: number = ALERT.startedAt;
    const once = createMemoryOnceStore(() => now);
    const dying = node(
      [{ name: 'webhook', kind: 'webhook', send: () => new Promise(() => undefined) }],
      once,
    );
    void dying.deliver(ALERT);
    const { url, got } = await receiver(ok);
    const alive = node([webhook(url)], once);
    now += seconds(45);
    expect(await alive.deliver({ ...ALERT, attempt: 2 })).toBe(false);
    expect(got).toEqual([]);
    now += seconds(60);
    expect(await alive.deliver({ ...ALERT, attempt: 3 })).toBe(true);
    expect(got).toHaveLength(1);
  });
});
