import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeSeeds } from '@haven/server/organisation/demonstration-keys';
import { organisation } from '@haven/shared/protocol/organisation';
import { afterEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/child';
import { createClosing } from '../support/closing';
import { freshDatabase } from '../support/fresh-database';
import { type HavenServer, startFails, startServer } from '../support/haven-server';
import { startRedis } from '../support/redis-server';
import { until } from '../support/until';
import { introduce } from './devices';
import { answers, counsellor, staff, visitor } from './peers';

const closing = createClosing();
afterEach(closing.close);

const rootsOf = async ({ url }: HavenServer) => {
  const response = await fetch(`${url}/organisation.json`);
  return organisation.parse(await response.json()).roots;
};
const folder = () => {
  const made = temporaryFolder('start');
  closing.defer(made.remove);
  return made.path;
};

describe('The start stops with one line', () => {
  const line = async (settings: Parameters<typeof startFails>[0]) => {
    const { code, output } = await startFails(settings);
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toHaveLength(1);
    return output;
  };

  test('at a wrong value, which it names', async () => {
    expect(await line({ env: { TRUST_PROXY: 'everyone' } })).toMatch(
      /^TRUST_PROXY must .*; for example TRUST_PROXY=1$/m,
    );
  });

  test('at a Redis that writes to disk, and says why; unless it is told to accept it', async () => {
    const redis = closing.add(await startRedis({ persistent: true }));
    const refusal = await line({ redisUrl: redis.url });
    expect(refusal).toContain('REDIS_URL leads to a Redis that writes to disk: snapshots');
    expect(refusal).toContain('an append-only file');
    expect(refusal).toContain('ALLOW_PERSISTENT_REDIS=on');
    const accepted = closing.add(
      await startServer({ redisUrl: redis.url, env: { ALLOW_PERSISTENT_REDIS: 'on' } }),
    );
    expect((await fetch(`${accepted.url}/readyz`)).status).toBe(200);
  });

  test('at a port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    closing.defer(() => void other.close());
    const { port } = other.address() as AddressInfo;
    expect(await line({ env: { PORT: String(port) } })).toContain(`PORT ${port} on 127.0.0.1 is in use`);
  });

  test('at an organisation file that is not right, and says where', async () => {
    const path = join(folder(), 'organisation.json');
    expect(await line({ env: { ORGANISATION_FILE: path } })).toContain('must be a file that can be read');
    writeFileSync(path, '{"organisation":{}}');
    expect(await line({ env: { ORGANISATION_FILE: path } })).toContain('organisation.id is missing or wrong');
  });

  test('at a folder that is none, and at a secret in it that is none', async () => {
    const path = folder();
    writeFileSync(join(path, 'server-secret'), '');
    expect(await line({ dataDir: join(path, 'server-secret') })).toContain('DATA_DIR must be a folder');
    expect(await line({ dataDir: path })).toContain('DATA_DIR holds a secret that is too short');
  });

  test('at demonstration keys other than those of the other nodes', async () => {
    const redis = closing.add(await startRedis());
    const own = folder();
    const seeds = makeSeeds((length) => randomBytes(length));
    writeFileSync(join(own, 'demonstration-keys.json'), JSON.stringify(seeds));
    const databaseUrl = closing.add(await freshDatabase()).url;
    const shared = { redisUrl: redis.url, databaseUrl };
    const first = closing.add(await startServer({ ...shared, dataDir: folder() }));
    expect((await rootsOf(first)).length).toBe(1);
    expect(await line({ ...shared, dataDir: own })).toContain('DATA_DIR holds other demonstration keys');
  });
});

test('Nodes with folders of their own agree on the demonstration keys, and know each other’s sign-ins and chats', async () => {
  const redis = closing.add(await startRedis());
  const shared = { redisUrl: redis.url, databaseUrl: closing.add(await freshDatabase()).url };
  const one = closing.add(await startServer({ ...shared, dataDir: folder() }));
  const two = closing.add(await startServer({ ...shared, dataDir: folder() }));
  expect(await rootsOf(two)).toEqual(await rootsOf(one));
  const sanne = await counsellor(one.url, 'sanne');
  const amina = await visitor(one.url);
  const { capability } = await amina.ask('chat:enter', answers());
  const elsewhere = await visitor(two.url);
  expect((await elsewhere.ask('chat:resume', { capability, seen: 0 })).view.phase).toBe('waiting');
  // What one node asked a device to sign, the other takes.
  const proof = await introduce(one.url, sanne.cookie);
  const tab = await staff(two.url, sanne.cookie, { auth: proof });

  // All nodes' memory is Redis' way back to what they share.
  await redis.empty();
  const secrets = () => redis.command('HLEN', '{haven}:secrets');
  await until('the secrets are there again', async () => Number(await secrets()) > 0);
  const three = closing.add(await startServer({ ...shared, dataDir: one.dataDir }));
  const returned = await visitor(three.url);
  expect((await returned.ask('chat:resume', { capability, seen: 0 })).view.phase).toBe('waiting');
  for (const peer of [sanne, tab, amina, elsewhere, returned]) peer.leave();
});

test('What a single node must keep is readable by its account only, and is the same after a restart', async () => {
  const dataDir = folder();
  const first = await startServer({ dataDir, databaseUrl: null });
  const before = await rootsOf(first);
  const sanne = await counsellor(first.url, 'sanne');
  const amina = await visitor(first.url);
  const { capability } = await amina.ask('chat:enter', answers());
  await first.stop();
  expect(readdirSync(dataDir).toSorted()).toEqual(['demonstration-keys.json', 'records', 'server-secret']);
  const modeOf = (path: string) => statSync(join(dataDir, path)).mode & 0o777;
  for (const file of ['demonstration-keys.json', 'server-secret']) expect(modeOf(file)).toBe(0o600);
  expect(modeOf('records')).toBe(0o700);
  const second = closing.add(await startServer({ dataDir, databaseUrl: null }));
  expect(await rootsOf(second)).toEqual(before);
  const back = await visitor(second.url);
  expect((await back.ask('chat:resume', { capability, seen: 0 })).view.phase).toBe('waiting');
  expect(readFileSync(join(dataDir, 'server-secret'), 'utf8')).toHaveLength(43);
  for (const peer of [sanne, amina, back]) peer.leave();
});

test('What the first start put into the records holds, whatever file a later one brings, which is said', async () => {
  const databaseUrl = closing.add(await freshDatabase()).url;
  const first = await startServer({ databaseUrl });
  const known = organisation.parse(await (await fetch(`${first.url}/organisation.json`)).json());
  await first.stop();
  const path = join(folder(), 'organisation.json');
  const { demonstration: _, roots: __, ...own } = known;
  writeFileSync(path, JSON.stringify({ organisation: { ...own, name: 'Stichting De Haven' }, staff: [] }));
  const second = closing.add(await startServer({ databaseUrl, env: { ORGANISATION_FILE: path } }));
  const after = organisation.parse(await (await fetch(`${second.url}/organisation.json`)).json());
  expect(after.name).toBe(known.name);
  const hints = second.log().filter(({ event }) => event === 'configuration');
  expect(String(hints[0]?.['hint'])).toContain('ORGANISATION_FILE is not what the records were made of');
});

test('SIGTERM ends it with success, whoever is still connected', async () => {
  const server = await startServer();
  closing.add(server);
  const amina = await visitor(server.url);
  await server.sigterm();
  expect(await server.exited).toEqual({ code: 0, signal: null });
  expect(amina.pushes('node:leaving')).toHaveLength(1);
  expect(server.log().map(({ event }) => event)).toEqual(['listening', 'leaving', 'left']);
});

test('The metrics name what happened, and count it', async () => {
  const server = closing.add(await startServer());
  const amina = await visitor(server.url);
  await amina.refused('chat:enter', answers());
  await amina.refused('chat:look', {});
  const sanne = await counsellor(server.url, 'sanne');
  const metrics = await server.metrics();
  expect(
    metrics.get('haven_events_total{namespace="visitor",event="chat:enter",outcome="turned-away"}'),
  ).toBe(1);
  expect(metrics.get('haven_events_total{namespace="visitor",event="chat:look",outcome="not-entered"}')).toBe(
    1,
  );
  expect(metrics.get('haven_decisions_total{command="staff-enter",outcome="ok"}')).toBe(1);
  expect(metrics.get('haven_connections{namespace="visitor"}')).toBe(1);
  await until(
    'the desk is seen to be staffed',
    async () => (await server.metrics()).get('haven_staff_on_duty') === 1,
  );
  expect(metrics.has('haven_nodejs_eventloop_lag_p99_seconds')).toBe(true);
  expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
  amina.leave();
  sanne.leave();
});
