import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadSodium } from '../sodium';
import { goldenInputs } from '../testing/golden-inputs';
import { nobleSodium } from '../testing/noble-sodium';
import { checkVectors } from './check';
import { computeVectors } from './compute';
import type { GoldenVectors } from './golden-vectors';

const sodium = await loadSodium();
const file = fileURLToPath(new URL('golden.json', import.meta.url));
const golden = JSON.parse(readFileSync(file, 'utf8')) as GoldenVectors;

test('the golden vectors are what their inputs give; `vitest -u` writes them anew', async () => {
  const computed = await computeVectors(sodium, goldenInputs(sodium));
  await expect(`${JSON.stringify(computed, null, 2)}\n`).toMatchFileSnapshot(file);
});

test('every byte of the golden vectors comes out of libsodium', async () => {
  expect(await checkVectors(sodium, golden)).toEqual([]);
});

test('every byte of the golden vectors comes out of an independent implementation of each primitive', async () => {
  expect(await checkVectors(nobleSodium, golden)).toEqual([]);
});

test('the check finds a changed input, a changed output, a missing part and a key that should not be needed', async () => {
  const { link, steps, trust } = golden;
  expect(
    await checkVectors(sodium, { ...golden, link: { ...link, th: link.th.replace(/^./, 'z') } }),
  ).toEqual(['link.th']);
  const { colleague } = golden;
  const asked = { ...colleague, accept: colleague.accept.replace(/.$/, '-') };
  expect(await checkVectors(sodium, { ...golden, colleague: asked })).toEqual(['colleague.accept']);
  const seed = `${trust.deviceSeed.slice(2)}00`;
  const found = await checkVectors(sodium, { ...golden, trust: { ...trust, deviceSeed: seed } });
  expect(found).toEqual(expect.arrayContaining(['trust.devicePk', 'link.offer', 'link.th', 'steps.0.frame']));
  const { rootWords: _lost, ...rest } = trust;
  const incomplete = { ...golden, trust: rest } as GoldenVectors;
  expect(await checkVectors(sodium, incomplete)).toEqual(['trust.rootWords']);
  const silent = steps.map((step) => (step.do === 'seal' ? { ...step, ratchetSk: '' } : step));
  expect(await checkVectors(sodium, { ...golden, steps: silent })).toEqual([
    expect.stringMatching(/^stopped: Draw 1/),
  ]);
});
