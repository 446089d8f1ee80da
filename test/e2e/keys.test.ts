import { toBase64Url } from '@haven/shared/crypto/bytes';
import { rootFromWords } from '@haven/shared/crypto/root';
import { loadSodium } from '@haven/shared/crypto/sodium';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyKeeper } from '../contract/key-keeper';
import { signIn, staff } from '../contract/peers';
import { tellScreensOfFailures } from '../support/browser-evidence';
import { type People, startPeople } from '../support/browser-people';
import { listenToServer } from '../support/browser-wire';
import { createClosing } from '../support/closing';
import { type HavenServer, startServer } from '../support/haven-server';
import { findBarriers } from '../support/page-accessibility';
import { consolePage } from '../support/page-console';
import { keysPage } from '../support/page-keys';
import { until } from '../support/until';
import { visitorPage } from '../support/page-visitor';

const closing = createClosing();
let haven: HavenServer;
let people: People;
beforeAll(async () => {
  haven = closing.add(await startServer());
  people = closing.add(await startPeople());
});
afterAll(closing.close);
tellScreensOfFailures(() => [people.browser]);

const arrive = () => people.arrive({ allowed: [new URL(haven.url).origin] });

test('Wilma makes the keys of the organisation, admits Sanne, and takes it back; the server learns no secret', async () => {
  const { url } = haven;
  const wilma = await arrive();
  const received = listenToServer(wilma.context);
  const keys = keysPage(wilma.page, 'nl');
  await keys.signIn(url, 'wilma');

  // Sanne is at the desk, with a key that the demonstration certified.
  const sanne = await arrive();
  const desk = consolePage(sanne.page, 'nl');
  await desk.signIn(url, 'sanne');
  const hers = keysPage(sanne.page, 'nl');

  const words = await keys.makeRoot();
  await keys.putRootToUse();
  const root = rootFromWords(await loadSodium(), words);
  if (!root.ok) throw new Error('These are no words of a root.');
  const pinned = toBase64Url(root.value.publicKey);
  expect(await wilma.page.locator('code').innerText()).toContain(`data-root="${pinned}"`);

  // Her console opens anew by itself: her device waits to be admitted, and reads its words.
  const read = await hers.requestWords();
  expect(read).toHaveLength(4);
  for (const page of [wilma.page, sanne.page]) expect(await findBarriers(page)).toEqual([]);
  await keys.admit('Sanne', ['zebra', ...read.slice(1)]);
  await wilma.page.getByText(keys.say('trust.request.other-words')).waitFor();
  await keys.admit('Sanne', read);
  await keys.section('trust.devices').getByRole('listitem').waitFor();
  await desk.presenceButton.waitFor();
  await desk.bePresent('available');

  // Mila's window pins the root: only what it vouches for is believed.
  const mila = await arrive();
  const query = new URLSearchParams({ root: pinned, lang: 'nl', exit: `${url}/exit` });
  await mila.page.goto(`${url}/chat#${query.toString()}`);
  const chat = visitorPage(mila.page, 'nl');
  await chat.queueUp('Alkmaar');
  await desk.claimOffer();
  await chat.talkingWith('Sanne');
  await desk.secure();
  await chat.send('Ben je het echt?');
  await desk.showsLine('Ben je het echt?');
  await desk.send('Ja, ik ben het.');
  await chat.showsLine('Ja, ik ben het.');

  // Somebody else, signed in as Sanne, talks Wilma into admitting another device: Sanne's own console says so at once,
  // and both consoles know the same log.
  const twin = await keyKeeper();
  const { cookie, body } = await signIn(url, 'sanne', twin.device);
  const impostor = await staff(url, cookie);
  await keys.admit('Sanne', await twin.enrol(impostor, body));
  await sanne.page
    .getByRole('alert')
    .filter({ hasText: `(${twin.device.slice(0, 8)}…)` })
    .waitFor();
  impostor.leave();
  const sannesTab = await sanne.context.newPage();
  await sannesTab.goto(`${url}/console/account`);
  const known = await keys.logWords();
  await until('Sanne’s browser shows the same four words of the log', async () => {
    const shown = await keysPage(sannesTab, 'nl').logWords();
    return shown.join() === known.join();
  });
  await sannesTab.close();

  // Sanne's laptop is stolen.
  await keys.withdraw('Sanne');
  await mila.page.getByText(chat.say('fault.revoked', { organisation: 'Veilige Haven' })).waitFor();
  await sanne.page.getByText(desk.say('sign-in.reason.ended-elsewhere')).waitFor();
  await sanne.page.goto(`${url}/console`);
  await sanne.page.getByText(desk.say('sign-in.reason.no-token')).waitFor();

  // What the pages do, their policies allow.
  for (const { watch } of [wilma, sanne, mila]) expect(watch.violations).toEqual([]);

  // All that the server ever heard from Wilma's browser.
  const heard = received().join('\n');
  expect(heard).toContain(pinned);
  const { seed } = root.value;
  const secrets = words
    .slice(2)
    .map((word, index) => [words[index], words[index + 1], word])
    .flatMap((three) => [three.join(' '), three.join('","'), three.join(',')]);
  for (const encoding of ['hex', 'base64', 'base64url'] as const) {
    const whole = Buffer.from(seed).toString(encoding);
    secrets.push(whole.slice(0, 16), whole.slice(20, 36));
  }
  expect(secrets.filter((secret) => heard.includes(secret))).toEqual([]);
  // The other private keys cannot be read by anybody, not even in the browser that holds them.
  const extractable = await wilma.page.evaluate(
    () =>
      new Promise<readonly boolean[]>((resolve, reject) => {
        const opening = indexedDB.open('haven-device');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('keys').objectStore('keys').getAll();
          all.onsuccess = () => {
            const pairs = (all.result as { privateKey?: CryptoKey }[]).flatMap(
              ({ privateKey }) => privateKey ?? [],
            );
            resolve(pairs.map((key) => key.extractable));
          };
        };
      }),
  );
  expect(extractable).toEqual([false, false]);
});
