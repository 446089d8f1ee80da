import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { contents } from '../protocol/content';
import { LIMITS, TIMING } from '../protocol/limits';
import { ENDPOINT_LIMITS, ENDPOINT_TIMING } from './timing';

const file = fileURLToPath(new URL('../../../docs/protocol.md', import.meta.url));
const document = readFileSync(file, 'utf8');
const section = (from: string, to: string): string =>
  document
    .slice(document.indexOf(`\n## ${from}\n`), document.indexOf(`\n## ${to}\n`))
    .replaceAll(/\s+/g, ' ');

describe('docs/protocol.md', () => {
  test('lists every kind of content by its number, and none that does not exist', () => {
    const rows = [...document.matchAll(/^\| (\d+) \| `([a-z-]+)` \| (?:both|staff|visitor) \|/gm)];
    const listed = rows.map(([, number, kind]) => [kind, Number(number)]);
    expect(Object.fromEntries(listed)).toEqual(
      Object.fromEntries(Object.entries(contents).map(([kind, { kind: number }]) => [kind, number])),
    );
  });

  const seconds = (time: number): string => `${time / 1_000} s`;
  const [, ...waits] = ENDPOINT_TIMING.attempts.map((wait) => wait / 1_000);

  test.each<[string, string, string]>([
    ['Inside the encryption', 'Acknowledgement and retransmission', `${LIMITS.textCharacters} UTF-16 units`],
    ['Inside the encryption', 'Acknowledgement and retransmission', `a summary ${LIMITS.summaryCharacters};`],
    [
      'Inside the encryption',
      'Acknowledgement and retransmission',
      `every ${seconds(ENDPOINT_TIMING.typingRepeat)} while it lasts, forgotten after ${seconds(ENDPOINT_TIMING.typingForgotten)}`,
    ],
    ['Acknowledgement and retransmission', 'Coming back', `${ENDPOINT_TIMING.acknowledge} ms`],
    [
      'Acknowledgement and retransmission',
      'Coming back',
      `${seconds(ENDPOINT_TIMING.firstRetry)}, then doubling up to ${seconds(ENDPOINT_TIMING.longestRetry)}`,
    ],
    ['Acknowledgement and retransmission', 'Coming back', `unsealed | ${ENDPOINT_LIMITS.window} |`],
    [
      'Acknowledgement and retransmission',
      'Coming back',
      `go up to | ${ENDPOINT_LIMITS.windowWithAcknowledgements} |`,
    ],
    ['Acknowledgement and retransmission', 'Coming back', `is made | ${seconds(ENDPOINT_TIMING.silence)} |`],
    [
      'Acknowledgement and retransmission',
      'Coming back',
      `the same | ${seconds(ENDPOINT_TIMING.alteredPatience)} |`,
    ],
    [
      'Acknowledgement and retransmission',
      'Coming back',
      `at once, then after ${waits.join(', ')} and again ${waits.at(-1)} s`,
    ],
    [
      'Acknowledgement and retransmission',
      'Coming back',
      `a link that lasted ${seconds(ENDPOINT_TIMING.settled)} starts the count again`,
    ],
    [
      'Acknowledgement and retransmission',
      'Coming back',
      `waits ${seconds(ENDPOINT_TIMING.handshake)} for its offer (${seconds(2 * ENDPOINT_TIMING.handshake)} and ${seconds(4 * ENDPOINT_TIMING.handshake)}`,
    ],
    [
      'Acknowledgement and retransmission',
      'Coming back',
      `handed over again every ${seconds(ENDPOINT_TIMING.repeatHello)}`,
    ],
    ['Acknowledgement and retransmission', 'Coming back', `open for ${seconds(ENDPOINT_TIMING.offer)}`],
    ['Acknowledgement and retransmission', 'Coming back', `bad for ${seconds(ENDPOINT_TIMING.badLink)}`],
    [
      'Coming back',
      'Transfer',
      `${ENDPOINT_LIMITS.messagesPerLink} messages, or ${ENDPOINT_TIMING.freshHandshake / 60_000} minutes`,
    ],
    ['Transfer', 'Joining', `at most ${seconds(ENDPOINT_TIMING.closing)}`],
    ['Transfer', 'Joining', `after ${TIMING.transferAnswer / 60_000} minutes`],
    ['Joining', 'Sample transcript', `at most ${seconds(ENDPOINT_TIMING.closing)}`],
    ['Joining', 'Sample transcript', `by ${TIMING.transferAnswer / 60_000} minutes without a link`],
  ])('%s (before %s) says: %s', (from, to, sentence) => {
    expect(section(from, to)).toContain(sentence);
  });
});
