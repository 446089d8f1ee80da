import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { dump } from '@haven/server/backup/dump';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesBelow } from '../support/files-below';
import { type HouseOfTwo, meet, openHouseOfTwo, talk } from '../support/house';
import { INSPECTABLE, type Inspector, openInspector } from '../support/inspector';
import type { Counsellor } from '../support/people/counsellor';
import type { Visitor } from '../support/people/visitor';
import { recordsAt } from '../support/records';
import { watchCommands } from '../support/redis-server';
import { until } from '../support/until';

// A whole conversation whose words and addresses exist nowhere else; afterwards everything the servers have is searched.

const unique = (what: string) => `${what}-${randomBytes(12).toString('hex')}`;
const WORDS = {
  question: unique('question'),
  answer: unique('answer'),
  draft: unique('draft'),
  summary: unique('summary'),
  colleague: unique('colleague'),
  aside: unique('aside'),
};
/** From the ranges that documents use; nobody has them. */
const ADDRESS = { visitor: '203.0.113.209', passer: '198.51.100.187' } as const;
/** Where the visitor's connection itself comes from; nobody else on this machine does. */
const LOOPBACK = `127.${randomInt(100, 250)}.${randomInt(100, 250)}.${randomInt(100, 250)}`;
const CANARIES = [...Object.values(WORDS), ...Object.values(ADDRESS), LOOPBACK];
/** What the servers do know, to see that each search finds things. */
let known: readonly string[];

let house: HouseOfTwo;
let commands: Awaited<ReturnType<typeof watchCommands>>;
let inspectors: readonly Inspector[];
let visitor: Visitor;
let counsellor: Counsellor;
let colleague: Counsellor;

beforeAll(async () => {
  house = await openHouseOfTwo({
    env: { TRUST_PROXY: '1', LOG_LEVEL: 'debug' },
    nodeOptions: [INSPECTABLE],
  });
  commands = await watchCommands(house.two.redis.port);
  inspectors = await Promise.all(house.nodes.map((node) => openInspector(node.output())));
  const [first, second] = [house.nodes[0]?.url ?? '', house.nodes[1]?.url ?? ''];
  counsellor = await house.counsellor('sanne', { url: second, presence: 'busy' });
  const headers = { 'x-forwarded-for': ADDRESS.visitor };
  visitor = await house.visitorFor(counsellor, { url: first, headers, localAddress: LOOPBACK });
  colleague = await house.counsellor('karim', { url: first, presence: 'available' });
  await converse();
  known = [visitor.view().chat, 'sanne'];
});
afterAll(async () => {
  for (const inspector of inspectors) inspector.stop();
  commands.stop();
  await house.stop();
});

/** Everything a contact may contain: words, a draft from before, a summary, a hand-over, a survey, errors, a block. */
async function converse(): Promise<void> {
  visitor.write(WORDS.draft);
  await meet(visitor, counsellor);
  await talk(visitor, counsellor, WORDS.question, WORDS.answer);
  const { chat } = visitor.view();
  const asked = counsellor.askTransfer(chat, colleague, WORDS.summary);
  await until('it rings at Karim', () => colleague.offers().some(({ item }) => item.chat === chat));
  await colleague.claim(chat);
  await asked;
  await until('the visitor is asked', () => visitor.state()?.ask?.summary === WORDS.summary);
  visitor.share('karim', 'summary');
  await until('Karim has the summary', () => colleague.state(chat)?.summary?.text === WORDS.summary);
  await talk(visitor, colleague, 'Dag Karim.', WORDS.colleague);
  // Past the visitor, from one console to the other, on another node.
  counsellor.writeTo(colleague, WORDS.aside);
  await until('Karim reads the aside, and Sanne knows', () =>
    counsellor.with(colleague)?.texts.some(({ delivery }) => delivery === 'received'),
  );
  // Mistakes that might be logged with what was sent.
  await visitor.port.ask('frame', { frame: WORDS.question });
  await visitor.port.ask('chat:enter', { text: WORDS.question });
  await visitor.port.ask(WORDS.question, {});
  await passBy('GET', `/${WORDS.question}?text=${WORDS.answer}`);
  await passBy('POST', '/exit', WORDS.summary);
  // The engine remembers the last string in which a regular expression found something; somebody always comes after.
  await passBy('GET', '/healthz', '', '192.0.2.1');
  // Her network is blocked: a hash of it is in the live state, for a day.
  const blocked = await colleague.port.ask('block:set', { chat, hours: 24, reason: 'Abuse' });
  expect(blocked).toMatchObject({ ok: true });
  await until('the chat is over for that', () => colleague.chat(chat)?.endReason === 'blocked');
}

/** A request on a connection of its own: Node holds the last request of a connection while that is open. */
async function passBy(method: string, path: string, body = '', from: string = ADDRESS.passer): Promise<void> {
  const asked = request(new URL(path, house.nodes[0]?.url), {
    method,
    agent: false,
    headers: { 'x-forwarded-for': from, referer: `https://x.example/${WORDS.draft}` },
  });
  asked.end(body);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'close');
}

const found = (haystack: string | Buffer, needles: readonly string[]) =>
  needles.filter((needle) => haystack.includes(needle));

describe('after a whole conversation', () => {
  test('a whole conversation leaves no word and no address in the memory of a node', async () => {
    const [node, inspector] = [house.nodes[0], inspectors[0]];
    if (node === undefined || inspector === undefined) throw new Error('There is no node.');
    // The control: what is planted in the memory is found there.
    const planted = unique('planted');
    await inspector.call('Runtime.evaluate', {
      expression: `globalThis.planted = ${JSON.stringify(planted)}`,
    });
    expect(found(await inspector.heapSnapshot(), [planted, ...known])).toContain(planted);
    for (const each of inspectors) expect(found(await each.heapSnapshot(), CANARIES)).toEqual([]);
  });

  test('Redis is told no word and no address', async () => {
    const { redis } = house.two;
    const planted = unique('planted');
    await redis.command('SET', 'planted', planted);
    const dump = await redis.dump();
    expect(found(dump, [planted, ...known])).toEqual([planted, ...known]);
    expect(found(dump, CANARIES)).toEqual([]);
    await until('Redis has reported everything', () => commands.seen().includes(planted));
    expect(found(commands.seen(), known)).toEqual([...known]);
    expect(found(commands.seen(), CANARIES)).toEqual([]);
  });

  test('the records are told no word and no address', async () => {
    const records = await recordsAt(house.two.databaseUrl);
    let text = '';
    await dump(records.db, async (line) => {
      text += line;
    });
    await records.stop();
    const { chat } = visitor.view();
    expect(found(Buffer.from(text), ['sanne', ...CANARIES, chat])).toEqual(['sanne']);
  });

  test('the logs and the data folder hold no word and no address', () => {
    const { chat } = visitor.view();
    for (const node of house.nodes) {
      expect(found(node.output(), ['listening'])).toEqual(['listening']);
      expect(found(node.output(), [...CANARIES, chat])).toEqual([]);
    }
    const files = [...filesBelow(house.two.dataDir)];
    expect(files.length).toBeGreaterThan(0);
    for (const [path, bytes] of files) {
      expect([path, found(bytes, [...CANARIES, chat])]).toEqual([path, []]);
    }
  });
});
