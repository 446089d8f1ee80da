import type { Organisation } from '@haven/shared/protocol/organisation';
import { describe, expect, it, vi } from 'vitest';
import { ORGANISATION } from '../chat/testing/facts';
import { createLook } from './look';

function asking(answers: Readonly<Record<string, (() => unknown)[]>>) {
  const asked: string[] = [];
  const timers: (() => void)[] = [];
  const organisations: Organisation[] = [];
  const open: boolean[] = [];
  const look = createLook({
    fetchJson: async (path) => {
      asked.push(path);
      return answers[path]?.shift()?.();
    },
    clock: {
      now: () => 0,
      after: (_delay, act) => {
        timers.push(act);
        return () => undefined;
      },
    },
    onOrganisation: (organisation) => organisations.push(organisation),
    onStatus: (is) => open.push(is),
  });
  return { look, asked, organisations, open, timers };
}

const fail = () => {
  throw new TypeError('no network');
};

describe('Asking who the organisation is', () => {
  it('goes on until there is an answer that makes sense, and then stops', async () => {
    const { look, asked, organisations, timers } = asking({
      '/organisation.json': [fail, () => ({ name: 'half an answer' }), () => ORGANISATION],
    });
    look();
    for (let tries = 1; tries < 3; tries++) {
      await vi.waitFor(() => expect(timers).toHaveLength(1));
      timers.splice(0).forEach((act) => act());
    }
    await vi.waitFor(() => expect(organisations).toEqual([ORGANISATION]));
    look();
    await Promise.resolve();
    expect(asked.filter((path) => path === '/organisation.json')).toHaveLength(3);
    expect(timers).toHaveLength(0);
  });
});

describe('Asking whether somebody is there', () => {
  it('is done anew each time, and an answer that makes no sense changes nothing', async () => {
    const { look, open } = asking({
      '/organisation.json': [() => ORGANISATION],
      '/status.json': [
        () => ({ open: true, band: 'within-5', closed: [] }),
        fail,
        () => 'open',
        () => ({ open: false, band: 'nobody', closed: [] }),
      ],
    });
    for (let times = 0; times < 4; times++) look();
    await vi.waitFor(() => expect(open).toEqual([true, false]));
  });
});
