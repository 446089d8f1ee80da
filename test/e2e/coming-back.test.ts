import { describe, expect, test } from 'vitest';
import { meet } from '../support/browser-stage';
import { hostPage, openShadows } from '../support/page-host';
import { consolePage } from '../support/page-console';
import { until } from '../support/until';
import { stageOfFile } from '../support/stage-of-file';

const { stage } = stageOfFile();

const texts = (lines: readonly { readonly text: string }[]) => lines.map(({ text }) => text);
const urls = () => stage().haven.nodes.map(({ url }) => url) as [string, string];

/** She sits at one node, the visitor comes in at the other. */
async function together(staffId: string, name: string, region: string) {
  const [counsellorAt, visitorAt] = urls();
  return meet(stage(), { staffId, name, region, counsellorAt, visitorAt });
}

describe('a tab that is loaded again in the middle of a chat', () => {
  test('the visitor’s brings the whole conversation back and goes on', async () => {
    const { counsellor: sanne, visitor: mila } = await together('sanne', 'Sanne', 'Alkmaar');
    await mila.chat.send('Ik ben Mila');
    await sanne.desk.showsLine('Ik ben Mila');
    await sanne.desk.send('Dag Mila');
    await mila.chat.showsLine('Dag Mila');
    const words = await mila.chat.sixWords('Sanne');

    await mila.page.reload();
    await mila.chat.showsLine('Dag Mila');
    expect(texts(await mila.chat.lines())).toEqual(['Ik ben Mila', 'Dag Mila']);
    await mila.chat.talkingWith('Sanne');
    await mila.chat.send('Daar ben ik weer');
    await sanne.desk.showsLine('Daar ben ik weer');
    expect(texts(await sanne.desk.lines())).toEqual(['Ik ben Mila', 'Dag Mila', 'Daar ben ik weer']);
    // A new link has new words, and they are the same on both sides.
    const newWords = await mila.chat.sixWords('Sanne');
    expect(newWords).not.toEqual(words);
    expect(await sanne.desk.sixWords()).toEqual(newWords);
    expect(mila.watch.violations).toEqual([]);
    await Promise.all([mila.leave(), sanne.leave()]);
  });

  test('the visitor’s website brings the chat back inside it', async () => {
    const [a, b] = urls();
    const karim = await stage().counsellor(a, 'karim');
    await karim.desk.bePresent('available');
    const mila = await stage().people.arrive();
    await openShadows(mila.context);
    await mila.page.goto(`${b}/demo?lang=nl`);
    const host = hostPage(mila.page, 'nl');
    await host.launcher.click();
    await host.chat.queueUp('Almere');
    await karim.desk.claimOffer();
    await host.chat.talkingWith('Karim');
    await host.chat.send('Vanuit de website');
    await karim.desk.showsLine('Vanuit de website');

    await mila.page.reload();
    await host.launcher.click();
    await host.chat.showsLine('Vanuit de website');
    await host.chat.talkingWith('Karim');
    await host.chat.send('En weer verder');
    await karim.desk.showsLine('En weer verder');
    expect(texts(await karim.desk.lines())).toEqual(['Vanuit de website', 'En weer verder']);
    await Promise.all([mila.leave(), karim.leave()]);
  });

  test('the counsellor’s gets everything back from the visitor’s device, with nothing to click', async () => {
    const { counsellor: lotte, visitor: mila } = await together('lotte', 'Lotte', 'Haarlem');
    await mila.chat.send('Mijn broer bedreigt mij');
    await lotte.desk.showsLine('Mijn broer bedreigt mij');
    await lotte.desk.send('Wat naar voor je');
    await mila.chat.showsLine('Wat naar voor je');

    await lotte.page.reload();
    await lotte.desk.showsLine('Wat naar voor je');
    expect(texts(await lotte.desk.lines())).toEqual(['Mijn broer bedreigt mij', 'Wat naar voor je']);
    await lotte.desk.secure();
    await lotte.desk.send('Ik ben er weer');
    await mila.chat.showsLine('Ik ben er weer');
    await until(
      'Lotte sees that it arrived',
      async () => (await lotte.desk.lines()).at(-1)?.state === 'received',
    );
    expect(lotte.watch.violations).toEqual([]);
    await Promise.all([mila.leave(), lotte.leave()]);
  });
});

describe('two tabs of one counsellor', () => {
  test('are one presence; the chat goes where she goes on, and to the tab that is left', async () => {
    const [a, b] = urls();
    const colleague = await stage().counsellor(b, 'ravi');
    const { counsellor: femke, visitor: mila } = await together('femke', 'Femke', 'Hilversum');
    await mila.chat.send('Twee kinderen');
    await femke.desk.showsLine('Twee kinderen');

    const secondPage = await femke.context.newPage();
    await secondPage.goto(`${a}/console`);
    const second = consolePage(secondPage, 'nl');
    await second.presenceButton.waitFor();
    await second.text('banner.elsewhere').waitFor();
    // One presence: a colleague sees her once, with one chat.
    await colleague.desk.bePresent('available');
    expect(await second.chatList.count()).toBe(1);

    await second.button('banner.continue-here').click();
    await second.showsLine('Twee kinderen');
    await second.secure();
    await femke.desk.text('banner.elsewhere').waitFor();
    await second.send('Hier ga ik verder');
    await mila.chat.showsLine('Hier ga ik verder');

    await secondPage.close();
    await femke.desk.showsLine('Hier ga ik verder');
    await femke.desk.secure();
    await mila.chat.send('Dank je');
    await femke.desk.showsLine('Dank je');
    expect(texts(await femke.desk.lines())).toEqual(['Twee kinderen', 'Hier ga ik verder', 'Dank je']);
    await Promise.all([mila.leave(), femke.leave(), colleague.leave()]);
  });
});
