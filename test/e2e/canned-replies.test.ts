import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Counsellor, type Stage, startStage } from '../support/browser-stage';
import { findBarriers, findFaintText } from '../support/page-accessibility';
import { findLayoutFaults } from '../support/page-layout';

describe('Canned replies', () => {
  let stage: Stage;
  let noor: Counsellor;
  let fatma: Counsellor;
  beforeAll(async () => {
    stage = await startStage();
    const [one, other] = stage.haven.nodes;
    noor = await stage.counsellor(one.url, 'noor');
    fatma = await stage.counsellor(other.url, 'fatma');
  });
  afterAll(() => stage.stop());

  const openPage = async ({ page, desk }: Counsellor) => {
    await desk.goTo('pages.replies');
    await page.getByRole('heading', { name: desk.say('pages.replies') }).waitFor();
  };
  const fill = async ({ page, desk }: Counsellor, title: string, shortcut: string, text: string) => {
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(desk.plain('replies.title'), { exact: true }).fill(title);
    await dialog.getByLabel(desk.plain('replies.shortcut'), { exact: true }).fill(shortcut);
    await dialog.getByLabel(desk.plain('replies.text'), { exact: true }).fill(text);
    await dialog.getByRole('button', { name: desk.say('replies.save') }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  const choose = async ({ page, desk }: Counsellor, file: string, kind: 'json' | 'csv' = 'json') => {
    const mimeType = kind === 'json' ? 'application/json' : 'text/csv';
    await page
      .getByLabel(desk.plain('replies.file'), { exact: true })
      .setInputFiles({ name: `antwoorden.${kind}`, mimeType, buffer: Buffer.from(file) });
  };

  it('Noor keeps one of her own, and Fatma, on another node, one for Amsterdam', async () => {
    await openPage(noor);
    await noor.desk.button('replies.new').click();
    await fill(noor, 'Ik ben Noor', '/Noor', 'Hallo, ik ben Noor. Fijn dat je er bent.');
    await noor.page.getByRole('heading', { name: 'Ik ben Noor /noor' }).waitFor();

    await openPage(fatma);
    await fatma.page.getByLabel(fatma.desk.plain('replies.whose')).selectOption('desk amsterdam');
    await fatma.desk.button('replies.new').click();
    await fill(fatma, 'Adres in Amsterdam', 'adres', 'Je vindt ons bij het station.');
    await fatma.page.getByRole('heading', { name: 'Adres in Amsterdam /adres' }).waitFor();

    await noor.page.getByLabel(noor.desk.plain('replies.whose')).selectOption('desk amsterdam');
    await noor.page.getByRole('heading', { name: 'Adres in Amsterdam /adres' }).waitFor();
    expect(await noor.page.getByRole('button', { name: 'Adres in Amsterdam wijzigen' }).count()).toBe(0);
  });

  it('whoever is changing one sees that a colleague did so meanwhile, before she overwrites it', async () => {
    const wilma = await stage.people.arrive({ allowed: [new URL(stage.haven.nodes[0].url).origin] });
    await wilma.page.goto(`${stage.haven.nodes[0].url}/demo/sign-in/wilma`);
    await wilma.page.getByText('Wilma').first().waitFor();
    await wilma.page.goto(`${stage.haven.nodes[0].url}/console/replies`);
    const administrator = { ...wilma, desk: fatma.desk };
    await wilma.page.getByLabel(fatma.desk.plain('replies.whose')).selectOption('desk amsterdam');
    await fatma.page.getByRole('button', { name: 'Adres in Amsterdam wijzigen' }).click();
    await wilma.page.getByRole('button', { name: 'Adres in Amsterdam wijzigen' }).click();
    await fill(administrator, 'Adres in Amsterdam', 'adres', 'Je vindt ons bij de Dam.');
    const alert = fatma.page.getByRole('dialog').getByRole('alert');
    await alert.getByText('Je vindt ons bij de Dam.').waitFor();
    expect(await findBarriers(fatma.page)).toEqual([]);
    expect(await fatma.desk.button('replies.save').isDisabled()).toBe(true);
    await alert.getByRole('button', { name: fatma.desk.say('meanwhile.go-on') }).click();
    await fill(fatma, 'Adres in Amsterdam', 'adres', 'Je vindt ons bij het Museumplein.');
    await wilma.page.getByText('Je vindt ons bij het Museumplein.').waitFor();
    await wilma.leave();
  });

  it('a file that is wrong says where and changes nothing; a good one says what it will do, and does it', async () => {
    const { page, desk } = fatma;
    await desk.button('replies.import').click();
    await choose(fatma, '{"cannedReplies":[{"shortcut":"a b","language":"nl","title":"A","text":"A"}]}');
    await page.getByText(desk.plain('replies.file.refused')).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    const reply = (shortcut: string, text: string) => ({ shortcut, language: 'nl', title: shortcut, text });
    const cannedReplies = [reply('adres', 'Bel ons voor het adres.'), reply('route', 'Neem lijn 5.')];
    await choose(fatma, JSON.stringify({ cannedReplies }));
    await page.getByText('1 erbij, 1 gewijzigd, 0 blijven zoals ze zijn.').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: '2 antwoorden importeren' }).click();
    await page.getByRole('heading', { name: 'route /route' }).waitFor();
    await noor.page.getByText('Bel ons voor het adres.').waitFor();
    const download = page.waitForEvent('download');
    await desk.button('replies.export').click();
    expect((await download).suggestedFilename()).toBe('amsterdam.json');
  });

  it('a table of a spreadsheet says which row is wrong, comes in whole, and goes out as one that runs nothing', async () => {
    const { page, desk } = fatma;
    await desk.button('replies.import').click();
    const head = 'shelf;language;shortcut;title;text';
    const good = 'amsterdam;nl;som;Som;"=1+1,\r\nof ""twee"""\r\nalmere;nl;plein;Plein;Aan het plein.';
    await choose(fatma, `\uFEFF${head}\r\n${good}\r\namsterdam;nl;a b;A;A\r\n`, 'csv');
    await page.getByText(/^Rij 4: /).waitFor();
    expect(await page.getByRole('button', { name: 'Niets te importeren' }).isDisabled()).toBe(true);
    await choose(fatma, `\uFEFF${head}\r\n${good}\r\n`, 'csv');
    await page.getByText('1 erbij, 0 gewijzigd, 0 blijven zoals ze zijn.').waitFor();
    await page.getByText('1 rij is voor iets anders dan “Bureau Amsterdam”', { exact: false }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('button', { name: '1 antwoord importeren' }).click();
    await page.getByRole('heading', { name: 'Som /som' }).waitFor();
    const download = page.waitForEvent('download');
    await desk.button('replies.export-table').click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('amsterdam.csv');
    const written = await readFile(await file.path(), 'utf8');
    expect(written).toContain('"amsterdam";"nl";"som";"Som";"\'=1+1,\nof ""twee"""\r\n');
    expect(fatma.watch.violations).toEqual([]);
  });

  it('the page has no barriers, in light and in dark, and fits a telephone', async () => {
    const { page } = fatma;
    expect(await findBarriers(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await findFaintText(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await findLayoutFaults(page)).toEqual([]);
  });

  it('in a chat, a slash finds her own and those of the desk', async () => {
    const { page, desk } = noor;
    await desk.goTo('pages.desk');
    await desk.bePresent('available');
    const anna = await stage.visitor(stage.haven.nodes[1].url);
    await anna.chat.queueUp('Amsterdam');
    await desk.claimOffer();
    await desk.secure();
    const options = page
      .getByRole('listbox', { name: desk.say('canned.title') })
      .first()
      .getByRole('option');
    await desk.composer.fill('/noo');
    await options.getByText('Ik ben Noor', { exact: true }).waitFor();
    await desk.composer.fill('/rou');
    await options.getByText('Neem lijn 5.').waitFor();
    await desk.composer.press('Enter');
    expect(await desk.composer.inputValue()).toBe('Neem lijn 5.');
  });
});
