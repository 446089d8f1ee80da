import { expect, test } from 'vitest';
import { findBarriers } from '../support/page-accessibility';
import { hostPage, openShadows } from '../support/page-host';
import { resize, staffFaults, WIDTHS } from '../support/page-inspection';
import { findLayoutFaults } from '../support/page-layout';
import { stageOfFile } from '../support/stage-of-file';

const { stage } = stageOfFile();

test('everybody can use the sign-in page, and the chat in the organisation’s website', async () => {
  const { url } = stage().haven.nodes[0];
  for (const language of ['nl', 'en'] as const) {
    const person = await stage().people.arrive();
    await openShadows(person.context);
    await person.page.goto(`${url}/console`);
    await person.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await staffFaults(person.page)).toEqual([]);
    await person.page.goto(`${url}/demo?lang=${language}`);
    const host = hostPage(person.page, language);
    expect(await findBarriers(person.page)).toEqual([]);
    await host.launcher.click();
    await host.chat.title('safe.title').waitFor();
    for (const width of WIDTHS) {
      await resize(person.page, width);
      expect([width, ...(await findLayoutFaults(person.page))]).toEqual([width]);
      expect([width, ...(await findLayoutFaults(await host.frame()))]).toEqual([width]);
    }
    expect(await findBarriers(person.page)).toEqual([]);
    await person.leave();
  }
});
