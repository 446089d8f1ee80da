import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { DEVICE_VALIDITY_MAX, ISSUER_VALIDITY_MAX, ROLE_CODE } from '../certificate';
import { FRAME_ERRORS, HANDSHAKE_ERRORS } from '../errors';
import { MAX_FRAME_BYTES } from '../frame';
import { STAFF_TAG, TAG } from '../hash';
import { MAX_PLAINTEXT_BYTES, PADDED_SIZES } from '../padding';
import { MAX_SKIPPED } from '../ratchet';
import { colleagueTranscript, transcript } from '../testing/transcript';
import type { GoldenVectors } from './golden-vectors';

const file = fileURLToPath(new URL('../../../../docs/protocol.md', import.meta.url));
const document = readFileSync(file, 'utf8');
const golden = JSON.parse(
  readFileSync(fileURLToPath(new URL('golden.json', import.meta.url)), 'utf8'),
) as GoldenVectors;

describe('docs/protocol.md', () => {
  test('shows the conversations of the golden vectors; `vitest -u` writes it anew', async () => {
    const block = /(?<=<!-- transcript -->\n```text\n).*?(?=\n```)/s;
    const colleagues = /(?<=<!-- transcript between colleagues -->\n```text\n).*?(?=\n```)/s;
    expect(document).toMatch(block);
    expect(document).toMatch(colleagues);
    const shown = document
      .replace(block, () => transcript(golden))
      .replace(colleagues, () => colleagueTranscript(golden));
    await expect(shown).toMatchFileSnapshot(file);
  });

  test('names every domain tag, and none that does not exist', () => {
    const named = new Set([...document.matchAll(/`(haven\/1\/[^`]+)`/g)].map((match) => match[1]));
    expect(named).toEqual(new Set([...Object.values(TAG), ...Object.values(STAFF_TAG)]));
  });

  test('names every error, and none that does not exist', () => {
    const table = document.slice(document.indexOf('\n## Errors'), document.indexOf('\n## Relay events'));
    const named = [...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1]);
    expect(new Set(named)).toEqual(new Set([...HANDSHAKE_ERRORS, ...FRAME_ERRORS]));
  });

  test('states the numbers that the code uses', () => {
    const day = 86_400_000;
    for (const sentence of [
      `at most ${ISSUER_VALIDITY_MAX / day} days`,
      `at most ${DEVICE_VALIDITY_MAX / day} days`,
      `${PADDED_SIZES.join(', ').replace(/, (\d+)$/, ' or $1')} bytes`,
      `at most ${MAX_PLAINTEXT_BYTES} bytes`,
      `at most ${MAX_FRAME_BYTES} bytes`,
      `more than ${MAX_SKIPPED} `,
      `${ROLE_CODE.counsellor} counsellor, ${ROLE_CODE.supervisor} supervisor, ${ROLE_CODE.administrator} administrator`,
    ]) {
      expect(document.replaceAll(/\s+/g, ' ')).toContain(sentence);
    }
  });
});
