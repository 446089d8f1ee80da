import { expect, test } from 'vitest';
import { findBarriers, findFaintText } from '../support/page-accessibility';
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

test('what looks for barriers finds them, in a frame as well', async () => {
  const { page, leave } = await stage().people.arrive();
  const faint = '<p style="color: #bbb; background: #fff">Nauwelijks te lezen</p>';
  const frame = `<html lang='nl'><title>Kader</title><main><button></button></main></html>`;
  await page.setContent(
    `<html lang="nl"><title>Proef</title><main><h1>Proef</h1>${faint}<iframe title="kader" srcdoc="${frame}"></iframe></main></html>`,
  );
  const barriers = (await findBarriers(page)).map((line) => line.split(' | ')[0]);
  expect(barriers).toEqual(expect.arrayContaining(['button-name', 'color-contrast']));
  expect((await findFaintText(page)).map((line) => line.split(' | ')[0])).toEqual(['color-contrast']);
  await leave();
});

test('what looks for faults of the layout finds each kind, and none where there is none', async () => {
  const { page, leave } = await stage().people.arrive();
  const show = (body: string) => page.setContent(`<html lang="nl"><title>Proef</title>${body}</html>`);
  await show(`
    <div style="overflow: hidden; width: 40px; white-space: nowrap"><b>te lang voor hier</b></div>
    <div style="overflow: hidden; height: 6px"><b>te hoog</b></div>
    <div style="position: absolute; left: -30px; top: 200px">naar buiten</div>
    <div style="height: 20px"><em>een</em></div><div style="margin-top: -20px"><em>twee</em></div>
    <div style="width: 3000px">breed</div>`);
  const faults = (await findLayoutFaults(page)).join('\n');
  expect(faults).toMatch(/the page scrolls sideways/);
  expect(faults).toMatch(/“te lang voor hier” is cut off at the side by div/);
  expect(faults).toMatch(/“te hoog” is cut off above or below by div/);
  expect(faults).toMatch(/“naar buiten” in div reaches out of the window/);
  expect(faults).toMatch(/“een” and “twee” lie over each other/);
  await show(`
    <div style="overflow: hidden; text-overflow: ellipsis; width: 40px; white-space: nowrap">met puntjes</div>
    <div style="overflow: auto; height: 20px"><p>een</p><p>twee</p><p>drie</p></div>
    <span style="position: absolute; clip-path: inset(50%)">alleen te horen</span><p>gewoon</p>`);
  expect(await findLayoutFaults(page)).toEqual([]);
  await leave();
});
