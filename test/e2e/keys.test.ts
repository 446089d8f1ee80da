import { toBase64Url } from '@haven/shared/crypto/bytes';
import { rootFromWords } from '@haven/shared/crypto/root';
import { loadSodium } from '@haven/shared/crypto/sodium';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyKeeper } from '../contract/key-keeper';
import { signIn, staff } from '../contract/peers';
import { tellScreensOfFailures } from '../support/browser-evidence';
import { type People, startPeople } from '../support/browser-people';
import { createClosing } from '../support/closing';
import { type HavenServer, startServer } from '../support/haven-server';
import { findBarriers } from '../support/page-accessibility';
import { consolePage } from '../support/page-console';
import { keysPage } from '../support/page-keys';
import { until } from '../support/until';
import { visitorPage } from '../support/page-visitor';
import { formsOf, startWireTap, type WireTap } from '../support/wire-tap';

const closing = createClosing();
let people: People;
beforeAll(async () => {
  people = closing.add(await startPeople());
});
afterAll(closing.close);
tellScreensOfFailures(() => [people.browser]);

const arriveAt = (url: string) => people.arrive({ allowed: [new URL(url).origin] });

/** A visitor whose window pins this root alone. */
async function visitorAt(url: string, pinned: string) {
  const person = await arriveAt(url);
  const query = new URLSearchParams({ root: pinned, lang: 'nl', exit: `${url}/exit` });
  await person.page.goto(`${url}/chat#${query.toString()}`);
  return { ...person, chat: visitorPage(person.page, 'nl') };
}

/** Wilma admits her, and her console opens anew by itself. */
async function admitSanne(
  keys: ReturnType<typeof keysPage>,
  desk: ReturnType<typeof consolePage>,
  read: readonly string[],
): Promise<void> {
  const anew = desk.page.waitForEvent('load');
  await keys.admit('Sanne', read);
  await anew;
  await desk.presenceButton.waitFor();
}

const publicKeyOf = async (words: readonly string[]) => {
  const root = rootFromWords(await loadSodium(), words);
  if (!root.ok) throw new Error('These are no words of a root.');
  return { seed: root.value.seed, pinned: toBase64Url(root.value.publicKey) };
};

test('Wilma makes the keys of the organisation, admits Sanne, and takes it back; the server learns no secret', async () => {
  const haven: HavenServer = closing.add(await startServer());
  const wire: WireTap = closing.add(await startWireTap(haven.target));
  const { url } = wire;
  const arrive = () => arriveAt(url);
  const wilma = await arrive();
  const keys = keysPage(wilma.page, 'nl');
  await keys.signIn(url, 'wilma');

  // Sanne is at the desk, with a key that the demonstration certified.
  const sanne = await arrive();
  const desk = consolePage(sanne.page, 'nl');
  await desk.signIn(url, 'sanne');
  const hers = keysPage(sanne.page, 'nl');

  const words = await keys.makeRoot();
  await keys.putRootToUse();
  const { seed, pinned } = await publicKeyOf(words);
  expect(await wilma.page.locator('code').innerText()).toContain(`data-root="${pinned}"`);

  // Her console opens anew by itself: her device waits to be admitted, and reads its words.
  const read = await hers.requestWords();
  expect(read).toHaveLength(4);
  for (const page of [wilma.page, sanne.page]) expect(await findBarriers(page)).toEqual([]);
  await keys.admit('Sanne', ['zebra', ...read.slice(1)]);
  await wilma.page.getByText(keys.say('trust.request.other-words')).waitFor();
  await admitSanne(keys, desk, read);
  await keys.section('trust.devices').getByRole('listitem').waitFor();
  await desk.bePresent('available');

  // Mila's window pins the root: only what it vouches for is believed.
  const mila = await visitorAt(url, pinned);
  const { chat } = mila;
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
  await sanne.page.goto(`${url}/demo/sign-in/sanne`);
  await sanne.page.getByText(desk.say('sign-in.reason.device-withdrawn')).waitFor();

  // What the pages do, their policies allow.
  for (const { watch } of [wilma, sanne, mila]) expect(watch.violations).toEqual([]);

  // Every byte that the server was ever sent, by whomever.
  const heard = wire.heard();
  const isHeard = (form: string | Buffer) => heard.some((bytes) => bytes.includes(form));
  expect(['keys:root', pinned, '/console/api/me', twin.device].filter((known) => !isHeard(known))).toEqual(
    [],
  );
  const secrets = words
    .slice(2)
    .map((word, index) => [words[index], words[index + 1], word])
    .flatMap((three) => [
      three.join(' '),
      three.join('","'),
      three.join(','),
      three.join('+'),
      three.join('%20'),
    ]);
  expect([...secrets, ...formsOf(seed)].filter(isHeard)).toEqual([]);
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

test('Wilma’s laptop is gone: the words make another browser an issuer, and later another root, and Sanne goes on', async () => {
  const { url } = closing.add(await startServer());
  const first = keysPage((await arriveAt(url)).page, 'nl');
  await first.signIn(url, 'wilma');
  const words = await first.makeRoot();
  const { pinned } = await publicKeyOf(words);
  await first.putRootToUse();
  const sanne = await arriveAt(url);
  const desk = consolePage(sanne.page, 'nl');
  await sanne.page.goto(`${url}/demo/sign-in/sanne`);
  const hers = keysPage(sanne.page, 'nl');
  await admitSanne(first, desk, await hers.requestWords());

  // At another computer, with the paper. Whoever has the laptop can admit nobody any more, nor can whom it admitted go on.
  const keys = keysPage((await arriveAt(url)).page, 'nl');
  await keys.signIn(url, 'wilma');
  await keys.page.getByText(keys.say('trust.issuer.none-here')).waitFor();
  await keys.becomeIssuer(words);
  await keys.withdrawOtherIssuer(words);
  const read = await hers.requestWords();
  for (const page of [keys.page, sanne.page]) expect(await findBarriers(page)).toEqual([]);
  await admitSanne(keys, desk, read);
  await desk.bePresent('available');

  // The root is changed in peace. A website that pins the first one finds her until that one is used no more.
  const next = await publicKeyOf(await keys.makeRoot());
  await keys.button('trust.root.use').click();
  await keys.page.getByText(`data-root="${pinned} ${next.pinned}"`).waitFor();
  const mila = await visitorAt(url, pinned);
  await mila.chat.queueUp('Alkmaar');
  await desk.claimOffer();
  await mila.chat.talkingWith('Sanne');
  await keys.button('trust.root.end').first().click();
  await keys.page.getByText(`data-root="${next.pinned}"`).waitFor();
  const amina = await visitorAt(url, next.pinned);
  await amina.chat.queueUp('Alkmaar');
  await desk.claimOffer();
  await amina.chat.talkingWith('Sanne');
});
