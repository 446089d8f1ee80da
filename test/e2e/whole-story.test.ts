import { expect, test } from 'vitest';
import { findInProfile } from '../support/browser-profile';
import { tellScreensOfFailures } from '../support/browser-evidence';
import type { Counsellor } from '../support/browser-stage';
import { watchContext } from '../support/browser-watch';
import { listenToSockets, NOTHING_STORED, storedBy } from '../support/browser-wire';
import { type PersistentBrowser, startChromium } from '../support/chromium';
import { hostPage, openShadows } from '../support/page-host';
import { stageOfFile } from '../support/stage-of-file';
import { until } from '../support/until';

const { stage, closing } = stageOfFile();
let persistent: PersistentBrowser | undefined;
tellScreensOfFailures(() => [persistent?.context]);

/** Words that stand nowhere else, so that the least of them left behind would be found. */
const MILA = {
  draft: 'Hij-heet-Bartholomeus-Kwakernaak en ik durf niet naar huis',
  emoji: 'Ik ben zo bang-Q7Zsterrenregen 😢💔👩‍👧 en moe',
  arabic: 'أنا خائفة من زوجي-Q7Zحديقة-الزيتون',
  long: `Dit-is-een-lang-verhaal-Q7Z ${'en toen gebeurde het weer, en weer, en nog een keer. '.repeat(70)}einde-Q7Z`,
  toThomas: 'Dag-Thomas-Q7Z, ik begin opnieuw bij jou',
  toNoorAgain: 'Hallo-weer-Noor-Q7Z',
  last: 'Daar-komt-hij-Q7Zvoetstappen',
} as const;
const NOOR = {
  hello: 'Welkom-hier-Q7Zlantaarn, fijn dat je er bent',
  summary: 'Samenvatting-Q7Zvuurtoren: twee kinderen, wil naar haar zus',
} as const;
const THOMAS = {
  hello: 'Goedemiddag-Q7Zzeemeeuw, ik ben Thomas',
  summary: 'Samenvatting-Q7Zankerplaats: zoekt vandaag een plek',
} as const;

/** Asks Thomas and lets the visitor answer. */
async function handOver(from: Counsellor, to: Counsellor, name: string, summary?: string): Promise<void> {
  await from.desk.askTransfer(name, summary);
  await to.desk.claimIncoming();
}

test('Mila is answered, handed over as she chooses, and leaves no trace', async () => {
  const [nodeA, nodeB] = stage().haven.nodes;
  const allowed = [nodeB.url, stage().neutral.origin];
  // Somebody is on duty, with a cup of tea.
  const thomas = await stage().counsellor(nodeB.url, 'thomas');
  await thomas.desk.bePresent('pause');

  // Mila has a browser with a profile on disk, and comes by the organisation's website on node B.
  const browser = closing.add(await startChromium({ viewport: { width: 390, height: 844 } }));
  persistent = browser;
  await openShadows(browser.context);
  const watch = await watchContext(browser.context, allowed);
  const page = await browser.context.newPage();
  const wire = listenToSockets(page);
  await page.goto(`${nodeB.url}/demo?lang=nl`);
  const host = hostPage(page, 'nl');
  const mila = host.chat;
  await host.launcher.click();
  await mila.title('safe.title').waitFor();
  await mila.start();
  await mila.answer({ forWhom: 'myself', topics: ['safety', 'children'], region: 'Amsterdam' });
  await mila.enter();
  await mila.title('wait.title').waitFor();
  await mila.write(MILA.draft);

  // Noor comes on duty at node A and is offered the chat.
  const noor = await stage().counsellor(nodeA.url, 'noor');
  await noor.desk.bePresent('available');
  await noor.desk.claimOffer();
  await mila.talkingWith('Noor');
  await noor.desk.secure();
  expect(await mila.sixWords('Noor')).toEqual(await noor.desk.sixWords());
  expect(await noor.desk.lines()).toEqual([]);
  expect(await mila.field.inputValue()).toBe(MILA.draft);

  // They talk.
  await mila.button('chat.send').click();
  for (const text of [MILA.emoji, MILA.arabic, MILA.long.trim()]) await mila.send(text);
  const said = [MILA.draft, MILA.emoji, MILA.arabic, MILA.long.trim()];
  await noor.desk.showsLine(said[3] ?? '');
  expect((await noor.desk.lines()).map(({ text }) => text)).toEqual(said);
  await noor.desk.composer.pressSequentially('Ik');
  await mila.text('chat.typing', { name: 'Noor' }).waitFor();
  await noor.desk.send(NOOR.hello);
  await mila.showsLine(NOOR.hello);
  await until(
    'Noor sees that it arrived',
    async () => (await noor.desk.lines()).at(-1)?.state === 'received',
  );
  await until('Mila sees that all arrived', async () => {
    const own = (await mila.lines()).filter(({ text }) => text !== NOOR.hello);
    return own.length === 4 && own.every(({ state }) => state === 'received');
  });
  await mila.option('page.typing');
  await mila.field.pressSequentially('Mag');
  await noor.desk.messages.getByText(noor.desk.say('chat.visitor-typing')).waitFor();
  await mila.write('');
  await noor.desk.judge('orange');
  await until('the list says orange', async () =>
    (await noor.desk.chats()).some((chat) => chat.includes(noor.desk.plain('safety.orange'))),
  );

  // Noor asks Thomas, who sits at node B. He declines once.
  await thomas.desk.bePresent('available');
  await noor.desk.askTransfer('Thomas');
  await thomas.desk.declineOffer();
  await noor.desk.text('transfer.failed.declined', { name: 'Thomas' }).waitFor();
  await noor.desk.button('transfer.dismiss').click();

  // He accepts, and Mila would rather stay.
  await handOver(noor, thomas, 'Thomas');
  await mila.handOver('Noor', 'Thomas').waitFor();
  await mila.share('stay', 'Noor');
  await noor.desk.text('transfer.failed.visitor-refused').waitFor();
  await noor.desk.button('transfer.dismiss').click();
  await thomas.desk.text('chats.empty').waitFor();

  // Once more, and she goes, sharing nothing.
  await handOver(noor, thomas, 'Thomas', NOOR.summary);
  await mila.handOver('Noor', 'Thomas').getByText(NOOR.summary).waitFor();
  await mila.share('nothing', 'Noor');
  await mila.talkingWith('Thomas');
  await thomas.desk.secure();
  await thomas.desk.text('transfer.shared.nothing').waitFor();
  await noor.desk.text('chats.empty').waitFor();
  expect(await mila.sixWords('Thomas')).toEqual(await thomas.desk.sixWords());
  await mila.send(MILA.toThomas);
  await thomas.desk.showsLine(MILA.toThomas);
  await thomas.desk.send(THOMAS.hello);
  await mila.showsLine(THOMAS.hello);
  expect((await thomas.desk.lines()).map(({ text }) => text)).toEqual([MILA.toThomas, THOMAS.hello]);
  expect(await thomas.page.getByText(NOOR.summary).count()).toBe(0);

  // Back to Noor with the summary alone.
  await noor.desk.bePresent('available');
  await handOver(thomas, noor, 'Noor', THOMAS.summary);
  await mila.handOver('Thomas', 'Noor').waitFor();
  await mila.share('summary', 'Thomas');
  await mila.talkingWith('Noor');
  await noor.desk.secure();
  await noor.desk.text('transfer.shared.summary').waitFor();
  await noor.page.getByText(THOMAS.summary).waitFor();
  await mila.send(MILA.toNoorAgain);
  await noor.desk.showsLine(MILA.toNoorAgain);
  expect((await noor.desk.lines()).map(({ text }) => text)).toEqual([MILA.toNoorAgain]);

  // And to Thomas with the whole conversation.
  await handOver(noor, thomas, 'Thomas');
  await mila.handOver('Noor', 'Thomas').waitFor();
  await mila.share('conversation', 'Noor');
  await mila.talkingWith('Thomas');
  await thomas.desk.secure();
  const whole = [...said, NOOR.hello, MILA.toThomas, THOMAS.hello, MILA.toNoorAgain];
  await thomas.desk.showsLine(MILA.toNoorAgain);
  expect((await thomas.desk.lines()).map(({ text }) => text)).toEqual(whole);
  expect((await mila.lines()).map(({ text }) => text)).toEqual(whole);

  // Somebody comes in.
  await mila.send(MILA.last);
  await thomas.desk.showsLine(MILA.last);
  const secrets = [...wire.values('chat'), ...wire.values('capability')];
  expect(secrets.length).toBeGreaterThanOrEqual(2);
  await mila.exit.click();
  await page.waitForURL(stage().neutral.url);
  await thomas.page.getByRole('region', { name: thomas.desk.say('wrap-up.title') }).waitFor();
  await thomas.desk.text('ended.emergency-exit').waitFor();
  await thomas.desk.finishWrapUp();
  await thomas.desk.text('chats.empty').waitFor();

  // What is left of it: nothing.
  await page.goto(`${nodeB.url}/healthz`);
  expect(await storedBy(page)).toEqual(NOTHING_STORED);
  expect(await browser.context.cookies()).toEqual([]);
  await browser.close();
  const words = [...Object.values(MILA), ...Object.values(NOOR), ...Object.values(THOMAS), ...secrets];
  expect(findInProfile(browser.profile, [...words, 'Bartholomeus-Kwakernaak'])).toEqual([]);

  for (const { strangers, violations, errors } of [watch, noor.watch, thomas.watch]) {
    expect({ strangers, violations, errors }).toEqual({ strangers: [], violations: [], errors: [] });
  }
});
