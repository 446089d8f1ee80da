import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createClosing } from '../support/closing';
import { startNetwork } from '../support/network-cut';
import { startRedis, watchCommands } from '../support/redis-server';
import { until } from '../support/until';

// A fault that does not happen proves nothing, so the faults themselves are tested first.

const closing = createClosing();
afterEach(closing.close);

/** A node that says its name to whoever connects and repeats what it hears. */
async function echo(name: string): Promise<{ target: { host: string; port: number }; stop(): void }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write(name);
    socket.on('data', (data) => socket.write(data));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    target: { host: '127.0.0.1', port: (server.address() as AddressInfo).port },
    stop: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** T is stopped. */
const processState = (pid: number) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0];

function caller(port: number) {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.on('error', () => undefined);
  socket.on('data', (data) => {
    heard += data.toString();
  });
  closing.add({ stop: () => void socket.destroy() });
  return { socket, heard: () => heard };
}

describe('the network between a peer and the nodes', () => {
  test('a stall holds back what is on the way, and nothing of it is lost or doubled', async () => {
    const node = closing.add(await echo('A'));
    const path = closing.add(await startNetwork(() => [node.target]));
    const anna = caller(path.port);
    await until('Anna hears the node', () => anna.heard() === 'A');
    anna.socket.write('1');
    await until('the first word comes back', () => anna.heard() === 'A1');
    path.stall();
    anna.socket.write('2');
    const bram = caller(path.port);
    await until('Bram is connected to the path', () => bram.socket.readyState === 'open');
    expect([anna.heard(), bram.heard()]).toEqual(['A1', '']);
    path.resume();
    await until('what was held back comes', () => anna.heard() === 'A12' && bram.heard() === 'A');
    anna.socket.write('3');
    await until('and goes on', () => anna.heard() === 'A123');
  });

  test('a cut breaks what is there and refuses what comes, until the path resumes', async () => {
    const node = closing.add(await echo('A'));
    const path = closing.add(await startNetwork(() => [node.target]));
    const anna = caller(path.port);
    await until('Anna hears the node', () => anna.heard() === 'A');
    path.cut();
    await until('Anna is cut off', () => anna.socket.closed);
    const bram = caller(path.port);
    await until('Bram gets nowhere', () => bram.socket.closed);
    expect(bram.heard()).toBe('');
    path.resume();
    const carla = caller(path.port);
    await until('Carla gets through', () => carla.heard() === 'A');
  });

  test('when the first node is gone the next connection goes to the other', async () => {
    const [first, second] = [await echo('A'), closing.add(await echo('B'))];
    const path = closing.add(await startNetwork(() => [first.target, second.target]));
    const anna = caller(path.port);
    await until('Anna hears the first node', () => anna.heard() === 'A');
    first.stop();
    await until('Anna is cut off', () => anna.socket.closed);
    const again = caller(path.port);
    await until('she hears somebody', () => again.heard() !== '');
    expect(again.heard()).toBe('B');
  });
});

describe('a Redis of one’s own', () => {
  test('forgets everything when it is killed and comes back on the same port', async () => {
    const redis = closing.add(await startRedis());
    await redis.command('SET', 'name', 'Anna');
    const before = redis.pid();
    await redis.restart();
    expect(await redis.command('GET', 'name')).toBeNull();
    expect(redis.pid()).not.toBe(before);
  });

  test('answers nobody while it is frozen, and everybody afterwards', async () => {
    const redis = closing.add(await startRedis());
    redis.freeze();
    const answer = redis.command('PING').then(
      () => 'answered',
      () => 'failed',
    );
    await until('the system has stopped it', () => processState(redis.pid()) === 'T');
    expect(await Promise.race([answer, Promise.resolve('nothing yet')])).toBe('nothing yet');
    redis.thaw();
    expect(await answer).toBe('answered');
  });

  test('shows a planted word in its dump and in the commands it was sent', async () => {
    const redis = closing.add(await startRedis());
    const commands = closing.add(await watchCommands(redis.port));
    const word = 'canary-'.repeat(40);
    await redis.command('SET', 'planted', word);
    await redis.command('PUBLISH', 'passing', 'bird-of-passage');
    await until('Redis has reported', () => commands.seen().includes('bird-of-passage'));
    const dump = await redis.dump();
    expect(dump.includes(word)).toBe(true);
    expect(dump.includes('bird-of-passage')).toBe(false);
  });

  test('reads the same settings that the server asks about', async () => {
    const plain = closing.add(await startRedis());
    const careless = closing.add(await startRedis({ persistent: true }));
    expect((await plain.info('persistence')).get('aof_enabled')).toBe('0');
    expect((await careless.info('persistence')).get('aof_enabled')).toBe('1');
  });
});
