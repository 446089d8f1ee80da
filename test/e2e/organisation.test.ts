import { organisation } from '@haven/shared/protocol/organisation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, startStage } from '../support/browser-stage';
import type { Person } from '../support/browser-people';
import { findBarriers, findFaintText } from '../support/page-accessibility';
import { type ConsolePage, consolePage } from '../support/page-console';
import { findLayoutFaults } from '../support/page-layout';

describe('What the organisation says of itself', () => {
  let stage: Stage;
  let wilma: Person & { readonly desk: ConsolePage };
  beforeAll(async () => {
    stage = await startStage();
    wilma = await administrator(0);
  });
  afterAll(() => stage.stop());

  const administrator = async (node: 0 | 1) => {
    const { url } = stage.haven.nodes[node];
    const person = await stage.people.arrive({ allowed: [new URL(url).origin] });
    const desk = consolePage(person.page, 'nl');
    await person.page.goto(`${url}/demo/sign-in/wilma`);
    await desk.button('settings.title').waitFor();
    await desk.goTo('pages.organisation');
    await person.page.getByRole('heading', { name: desk.say('pages.organisation') }).waitFor();
    return { ...person, desk };
  };
  const numberOf = ({ page, desk }: typeof wilma, whose: string) =>
    page.getByRole('group', { name: whose }).getByLabel(desk.plain('organisation.number'), { exact: true });
  const save = ({ desk }: typeof wilma) => desk.button('organisation.save').click();

  it('Wilma types a number that cannot be dialled: it is said at the field, kept, and saved nowhere', async () => {
    const { page, desk } = wilma;
    const number = numberOf(wilma, 'Veilig Thuis');
    await number.fill('0800-HULP');
    await desk.text('organisation.unsaved', { names: desk.plain('organisation.part.telephones') }).waitFor();
    await save(wilma);
    await desk.text('organisation.fault.number').waitFor();
    expect(await number.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await findBarriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findFaintText(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    const before = page.viewportSize();
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await findLayoutFaults(page)).toEqual([]);
    await page.setViewportSize(before ?? { width: 1280, height: 720 });
    // To another page and back.
    await desk.goTo('pages.staff');
    await page.getByRole('heading', { name: desk.say('pages.staff') }).waitFor();
    await page.goBack();
    expect(await numberOf(wilma, 'Veilig Thuis').inputValue()).toBe('0800-HULP');
  });

  it('Wilma changes it, and a visitor who opens the chat on the other node sees the new number', async () => {
    const { page, desk } = wilma;
    await numberOf(wilma, 'Veilig Thuis').fill('020 123 45 67');
    await desk.text('organisation.dialled', { number: '0201234567' }).waitFor();
    await save(wilma);
    await desk.text('organisation.saved').waitFor();
    expect(await page.getByRole('region', { name: desk.say('organisation.unsaved-label') }).count()).toBe(0);

    const anna = await stage.visitor(stage.haven.nodes[1].url);
    await anna.chat.start();
    await anna.chat.title('ask.title').or(anna.chat.title('nobody.title')).waitFor();
    if (await anna.chat.title('ask.title').isVisible()) await anna.chat.enter();
    await anna.chat.title('nobody.title').waitFor();
    const call = anna.page.getByRole('link', { name: '020 123 45 67' });
    await call.waitFor();
    expect(await call.getAttribute('href')).toBe('tel:0201234567');
    expect(await anna.page.getByRole('link', { name: '0800-2000' }).count()).toBe(0);
    await anna.leave();
  });

  it('a colleague saves first: nothing of hers is overwritten, and nothing of Wilma’s is lost', async () => {
    const colleague = await administrator(1);
    const name = ({ page, desk }: typeof wilma) =>
      page.getByLabel(desk.plain('organisation.name'), { exact: true });
    await name(wilma).fill('Veilige Haven Noord');
    await numberOf(colleague, 'Veilig Thuis').fill('020 765 43 21');
    await save(colleague);
    await colleague.desk.text('organisation.saved').waitFor();
    await wilma.desk.text('organisation.changed-meanwhile').waitFor();
    expect(await wilma.desk.button('organisation.save').isDisabled()).toBe(true);
    expect(await findBarriers(wilma.page)).toEqual([]);
    await wilma.desk.button('organisation.go-on').click();
    expect(await numberOf(wilma, 'Veilig Thuis').inputValue()).toBe('020 765 43 21');
    await save(wilma);
    // In the top bar of both.
    await colleague.page.getByRole('banner').getByText('Veilige Haven Noord').waitFor();
    await wilma.page
      .getByRole('region', { name: wilma.desk.say('organisation.unsaved-label') })
      .waitFor({ state: 'detached' });
    expect(await numberOf(colleague, 'Veilig Thuis').inputValue()).toBe('020 765 43 21');
    await colleague.leave();
  });

  it('by keyboard alone: a new desk with a new region, and visitors are told of both', async () => {
    const { page, desk } = wilma;
    const focused = page.locator(':focus');
    const written = () =>
      focused.evaluate((field) => (field instanceof HTMLInputElement ? field.value : field.tagName));
    const type = async (text: string) => {
      // A field that is new has the focus once it is there.
      await expect.poll(written).toBe('');
      await page.keyboard.type(text);
      expect(await written()).toBe(text);
    };
    await desk.button('organisation.add-desk').press('Enter');
    await type('Bureau Texel');
    await page.keyboard.press('Tab');
    await type('Texel desk');
    await desk.button('organisation.add-region').press('Enter');
    await type('Texel');
    await page.keyboard.press('Tab');
    // The newest desk is the last to choose from.
    await page.keyboard.press('End');
    const chosen = page.locator('option:checked', { hasText: 'Bureau Texel' });
    await expect.poll(() => chosen.count()).toBe(1);
    await desk.button('organisation.save').press('Enter');
    await page
      .getByRole('region', { name: desk.say('organisation.unsaved-label') })
      .waitFor({ state: 'detached' });
    await page.getByText('Bedient Texel.').waitFor();
    const served = async () => {
      const response = await fetch(`${stage.haven.nodes[1].url}/organisation.json`);
      const { desks } = organisation.parse(await response.json());
      return desks.find(({ id }) => id === 'bureau-texel')?.regions;
    };
    await expect.poll(served).toEqual(['texel']);
  });
});
