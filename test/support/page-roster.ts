import type { Language } from '@haven/shared/protocol/organisation';
import type { Page } from 'playwright-core';
import { consoleWords } from './browser-words';

type ByHand = {
  readonly person: string;
  readonly day: string;
  readonly from: string;
  readonly until: string;
};

/** The planner, as somebody uses it who makes the roster by hand. */
export function rosterPage(page: Page, language: Language) {
  const { say } = consoleWords(language);
  const grid = page.getByRole('grid', { name: say('roster.grid') });
  const dialog = page.getByRole('dialog');
  const within = (key: Parameters<typeof say>[0]) => dialog.getByRole('button', { name: say(key) });

  return {
    open: async (url: string): Promise<void> => {
      await page.goto(`${url}/console/roster`);
      await grid.waitFor();
    },
    /** A shift for a region, from any of its cells. */
    add: async (region: string, { person, day, from, until }: ByHand): Promise<void> => {
      const row = grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name: region }) });
      await row.getByRole('gridcell').first().click();
      await within('roster.add').click();
      await dialog.getByLabel(say('roster.person')).selectOption({ label: person });
      await dialog.getByLabel(say('roster.day')).fill(day);
      await dialog.getByLabel(say('roster.from')).fill(from);
      await dialog.getByLabel(say('roster.until')).fill(until);
      await within('roster.save').click();
      await dialog.waitFor({ state: 'detached' });
    },
    /** What publishing would mean, before it is done. */
    lookAtPublishing: () => page.getByRole('button', { name: say('roster.publish') }).click(),
    cancel: () => within('roster.cancel').click(),
    publish: async (how: 'roster.publish' | 'roster.publish-and-renew' = 'roster.publish'): Promise<void> => {
      await within(how).click();
      await dialog.waitFor({ state: 'detached' });
    },
  };
}
