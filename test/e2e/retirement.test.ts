import { organisation } from '@haven/shared/protocol/organisation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../support/browser-people';
import { type Counsellor, type Stage, startStage } from '../support/browser-stage';
import { findBarriers, findFaintText } from '../support/page-accessibility';
import { type ConsolePage, consolePage } from '../support/page-console';
import { findLayoutFaults } from '../support/page-layout';
import { visitorPage } from '../support/page-visitor';

const HAARLEM = 'Bureau Haarlem';

describe('A desk that is given up', () => {
  let stage: Stage;
  let wilma: Person & { readonly desk: ConsolePage };
  let fatma: Counsellor;
  beforeAll(async () => {
    stage = await startStage();
    const { url } = stage.haven.nodes[0];
    const person = await stage.people.arrive({ allowed: [new URL(url).origin] });
    wilma = { ...person, desk: consolePage(person.page, 'nl') };
    await person.page.goto(`${url}/demo/sign-in/wilma`);
    await wilma.desk.button('settings.title').waitFor();
    await openPage('pages.organisation');
    fatma = await stage.counsellor(stage.haven.nodes[1].url, 'fatma');
  });
  afterAll(() => stage.stop());

  const openPage = async (title: 'pages.organisation' | 'pages.audit') => {
    const { page, desk } = wilma;
    await desk.goTo(title);
    await page.getByRole('heading', { name: desk.say(title), level: 2 }).waitFor();
  };
  const retire = () => wilma.desk.button('retire.label', { name: HAARLEM });
  const dialog = () => wilma.page.getByRole('alertdialog');
  const served = async () => {
    const response = await fetch(`${stage.haven.nodes[1].url}/organisation.json`);
    return organisation.parse(await response.json()).desks.map(({ id }) => id);
  };
  const hasFocus = (name: string) =>
    expect
      .poll(() =>
        wilma.page.evaluate(
          () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id,
        ),
      )
      .toBe(name);

  it('is refused while it is the only one for a region; Wilma reads what to do, by keyboard', async () => {
    const { page, desk } = wilma;
    await retire().press('Enter');
    await dialog().getByText(desk.plain('retire.not-yet')).waitFor();
    await dialog()
      .getByText(desk.say('retire.obstacle.serves', { names: 'Haarlem' }))
      .waitFor();
    expect(
      await dialog()
        .getByRole('button', { name: desk.say('retire.do') })
        .count(),
    ).toBe(0);
    expect(await findBarriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await hasFocus(`${HAARLEM} opheffen…`);
    // The general desk stays whatever comes.
    expect(await desk.button('retire.label', { name: 'Algemeen bureau' }).count()).toBe(0);
  });

  it('asks for what is written to be saved first, and then says what it will mean', async () => {
    const { page, desk } = wilma;
    await page
      .getByRole('group', { name: 'Haarlem', exact: true })
      .getByLabel(desk.plain('organisation.served-by'))
      .selectOption({ label: 'Bureau Zaanstad' });
    await retire().press('Enter');
    await desk.text('retire.save-first').waitFor();
    expect(await dialog().count()).toBe(0);
    await desk.button('organisation.save').press('Enter');
    await page
      .getByRole('region', { name: desk.say('organisation.unsaved-label') })
      .waitFor({ state: 'detached' });
    await retire().press('Enter');
    await dialog().getByText(desk.plain('retire.means.desk')).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findFaintText(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    const before = page.viewportSize();
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await findLayoutFaults(page)).toEqual([]);
    await page.setViewportSize(before ?? { width: 1280, height: 720 });
    expect(await served()).toContain('haarlem');
  });

  it('is gone everywhere at once when she retires it, on the board of the other node too', async () => {
    const { page, desk } = wilma;
    await fatma.desk.goTo('pages.board');
    const row = fatma.page.getByRole('row', { name: /Bureau Haarlem/ });
    await row.first().waitFor();
    await dialog()
      .getByRole('button', { name: desk.say('retire.do') })
      .press('Enter');
    await desk.text('retire.done', { name: HAARLEM }).waitFor();
    await page.getByRole('heading', { name: desk.plain('retire.desks') }).waitFor();
    await hasFocus(`${HAARLEM} weer instellen`);
    await expect.poll(() => row.count()).toBe(0);
    await expect.poll(served).not.toContain('haarlem');
    expect(await findBarriers(page)).toEqual([]);
  });

  it('is not missed by whoever comes from a website that names it: she is asked for her region as always', async () => {
    const { url } = stage.haven.nodes[1];
    const anna = await stage.people.arrive({ allowed: [new URL(url).origin] });
    await anna.page.goto(`${stage.chatUrl(url, 'nl')}&desk=haarlem`);
    const chat = visitorPage(anna.page, 'nl');
    await chat.start();
    await chat.title('ask.title').or(chat.title('nobody.title')).waitFor();
    // Nobody is on duty in this story.
    await chat.title('nobody.title').or(chat.button('ask.start')).first().waitFor();
    expect(await anna.page.getByText('Bureau Haarlem').count()).toBe(0);
    await anna.leave();
  });

  it('keeps its name in the audit log, and is there again when Wilma brings it back', async () => {
    const { page, desk } = wilma;
    await openPage('pages.audit');
    await page
      .getByRole('row', { name: /bureau opgeheven.*Bureau Haarlem|Bureau Haarlem.*bureau opgeheven/ })
      .waitFor();
    await openPage('pages.organisation');
    await desk.button('retire.bring-back-label', { name: HAARLEM }).press('Enter');
    await desk.text('retire.back.desk', { name: HAARLEM }).waitFor();
    await expect.poll(served).toContain('haarlem');
    await hasFocus('organisation-desk-haarlem-nl');
    await fatma.page
      .getByRole('row', { name: /Bureau Haarlem/ })
      .first()
      .waitFor();
    expect(await page.getByRole('heading', { name: desk.plain('retire.desks') }).count()).toBe(0);
  });
});
