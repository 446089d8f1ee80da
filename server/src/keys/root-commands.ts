import { equalBytes } from '@haven/shared/crypto/bytes';
import { generateRoot, type Root, rootFromWords, rootToWords } from '@haven/shared/crypto/root';
import { type Host, Refusal } from './host';
import type { KeyFolder } from './key-folder';
import { publicKeyText, readPublicKey } from './parse';

export const ROOT_PUBLIC_FILE = 'root.pub';
const WORDS_IN_A_ROW = 6;

/** Makes a root. Its words are on the screen once and nowhere else; only the public key is written. */
export const makeRoot = (host: Host, folder: KeyFolder): void => {
  folder.refuseExisting(ROOT_PUBLIC_FILE);
  const root = generateRoot(host.sodium, host.random);
  const path = folder.write(ROOT_PUBLIC_FILE, publicKeyText(root.publicKey));
  host.say(
    'The 24 words of your root. Write them on paper, twice; they are shown this once and stored nowhere:',
  );
  host.say('');
  const words = rootToWords(root).map((word, index) => `${String(index + 1).padStart(2)} ${word.padEnd(9)}`);
  for (let at = 0; at < words.length; at += WORDS_IN_A_ROW) {
    host.say(
      `  ${words
        .slice(at, at + WORDS_IN_A_ROW)
        .join(' ')
        .trimEnd()}`,
    );
  }
  root.seed.fill(0);
  host.say('');
  host.say(`Its public key, for data-root on your pages, is in ${path}:`);
  host.say(`  ${publicKeyText(root.publicKey)}`);
  host.say('Check what you wrote with `keys check-root`, then clear this screen.');
};

/** The root whose words the person types, if it is the one of this folder. The caller overwrites its seed. */
export const askForRoot = async (host: Host, folder: KeyFolder): Promise<Root> => {
  const expected = folder.read(ROOT_PUBLIC_FILE, 'make a root with `keys root`, or copy the file here.');
  const publicKey = readPublicKey(expected, folder.path(ROOT_PUBLIC_FILE));
  const typed = await host.ask('The 24 words of the root: ', { hidden: true });
  // The numbers that stand beside the words on paper may be typed along.
  const words = typed.split(/\s+/).filter((word) => !/^\d*$/.test(word));
  const root = rootFromWords(host.sodium, words);
  if (!root.ok)
    throw new Refusal('These are not the 24 words of a root: look for a wrong, missing or swapped word.');
  if (equalBytes(root.value.publicKey, publicKey)) return root.value;
  root.value.seed.fill(0);
  throw new Refusal(`These are the words of another root than the one in ${folder.path(ROOT_PUBLIC_FILE)}.`);
};

export const checkRoot = async (host: Host, folder: KeyFolder): Promise<void> => {
  const root = await askForRoot(host, folder);
  root.seed.fill(0);
  host.say(`The words are right: they are those of ${publicKeyText(root.publicKey)}.`);
};
