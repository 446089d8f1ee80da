// @vitest-environment happy-dom
import { createKeysDesk } from '@haven/shared/ceremony/keys-desk';
import type { KeysTask } from '@haven/shared/ceremony/keys-work';
import { signerFromSeed } from '@haven/shared/crypto/certify';
import { loadSodium, systemRandom } from '@haven/shared/crypto/sodium';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import { err, ok } from '@haven/shared/result';
import { act } from 'react';
import { expect, it, vi } from 'vitest';
import { NIGHT } from '../../testing/duty-desk';
import { keysState } from '../../testing/keys-state';
import { show } from '../../testing/show';
import { wouldLose } from '../shell/use-leaving-guard';
import { RootCeremony } from './root-ceremony';
import type { Hands } from './trust-acts';

const KEYS = keysState({ demonstration: true });

/** Wilma at the page, with the keys of a real browser; `fault`: what the server answers now. */
const atTheTable = async () => {
  const sodium = await loadSodium();
  const [device, issuer] = [1, 2].map((seed) => signerFromSeed(sodium, new Uint8Array(32).fill(seed)));
  if (device === undefined || issuer === undefined) throw new Error('There are two.');
  const desk = createKeysDesk({
    sodium,
    random: systemRandom(sodium),
    now: () => NIGHT,
    device: async () => device,
    issuer: async () => issuer,
    memory: { read: async () => undefined, write: async () => undefined },
  });
  const server = { fault: null as ErrorCode | null, asked: [] as string[] };
  const hands: Hands = {
    keyWork: async <T extends KeysTask>(task: T, given: unknown) =>
      ok(await (desk[task] as (given: unknown) => Promise<never>)(given)),
    ask: (event: string) => {
      server.asked.push(event);
      return Promise.resolve(server.fault === null ? ok({} as never) : err(server.fault));
    },
    lookAtKeys: () => Promise.resolve(),
  };
  const page = show(<RootCeremony keys={KEYS} hands={hands} />);
  const button = (name: string) =>
    [...page.place.querySelectorAll('button')].find((each) => each.textContent === name);
  const press = async (name: string) => {
    await act(async () => button(name)?.click());
  };
  return { ...page, server, button, press };
};

const read = (place: HTMLElement) =>
  [...place.querySelectorAll('li')].map((item) => item.textContent.replace(/^\d+/, ''));

const fill = (place: HTMLElement, words: readonly string[]) => {
  for (const field of place.querySelectorAll('input')) {
    const number = Number(/\d+/.exec(field.closest('label')?.textContent ?? '')?.[0]);
    act(() => {
      Reflect.set(HTMLInputElement.prototype, 'value', words[number - 1] ?? '', field);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
};

it('a server that is away when the words are checked costs nobody her paper', async () => {
  const { place, stores, server, button, press, leave } = await atTheTable();
  expect(wouldLose(stores)).toBe(false);
  await press('Hoofdsleutel maken');
  await vi.waitFor(() => expect(read(place)).toHaveLength(24));
  const words = read(place);
  expect(wouldLose(stores)).toBe(true);
  await press('Opgeschreven');

  fill(place, words.toReversed());
  const [first] = place.querySelectorAll('input');
  expect(document.activeElement).toBe(first);
  first?.blur();
  await press('Controleren');
  await vi.waitFor(() => expect(place.textContent).toContain('Deze woorden kloppen niet.'));
  expect(document.activeElement).toBe(first);

  fill(place, words);
  server.fault = 'unavailable';
  await press('Controleren');
  await vi.waitFor(() => expect(place.textContent).toContain('De server is nu niet te bereiken.'));
  expect(place.querySelectorAll('input')).toHaveLength(4);
  expect(wouldLose(stores)).toBe(true);

  server.fault = null;
  await press('Controleren');
  await vi.waitFor(() => expect(button('Hoofdsleutel maken')).toBeDefined());
  expect(place.querySelector('[role="alert"]')).toBeNull();
  expect(server.asked).toEqual(['keys:root', 'keys:root', 'keys:issuer']);
  expect(wouldLose(stores)).toBe(false);
  leave();
});

it('what a server refuses for good is said where one begins again', async () => {
  const { place, server, button, press, leave } = await atTheTable();
  await press('Hoofdsleutel maken');
  await vi.waitFor(() => expect(read(place)).toHaveLength(24));
  const words = read(place);
  await press('Opgeschreven');
  fill(place, words);
  server.fault = 'keys-refused';
  await press('Controleren');
  await vi.waitFor(() => expect(button('Hoofdsleutel maken')).toBeDefined());
  expect(place.querySelector('[role="alert"]')?.textContent).toContain('De server nam dit niet aan');
  leave();
});
