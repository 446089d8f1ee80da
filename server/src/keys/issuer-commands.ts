import { armoured, readArmoured } from '@haven/shared/crypto/armour';
import { equalBytes } from '@haven/shared/crypto/bytes';
import { ISSUER_VALIDITY_MAX, type IssuerClaims } from '@haven/shared/crypto/certificate';
import { certifyIssuer, type Signer, signerFromSeed } from '@haven/shared/crypto/certify';
import { verifyIssuer } from '@haven/shared/crypto/chain';
import { days } from '@haven/shared/units';
import { type Host, Refusal } from './host';
import type { KeyFolder } from './key-folder';
import { certificateFault, dateText, publicKeyText, readPublicKey, validity } from './parse';
import { askForRoot, ROOT_PUBLIC_FILE } from './root-commands';

const ISSUER_KEY_FILE = 'issuer.key';
const ISSUER_PUBLIC_FILE = 'issuer.pub';
const ISSUER_CERTIFICATE_FILE = 'issuer.cert';
const SEED_BYTES = 32;

/** Makes the key that certifies devices. It stays on this machine. */
export const makeIssuerKey = (host: Host, folder: KeyFolder): void => {
  folder.refuseExisting(ISSUER_KEY_FILE, ISSUER_PUBLIC_FILE);
  const seed = host.random(SEED_BYTES);
  const { publicKey } = signerFromSeed(host.sodium, seed);
  const path = folder.write(ISSUER_KEY_FILE, armoured('issuerKey', seed));
  folder.write(ISSUER_PUBLIC_FILE, publicKeyText(publicKey));
  host.say(`The issuer's key is in ${path}: keep it to yourself.`);
  host.say('Its public key, to be certified by the root:');
  host.say(`  ${publicKeyText(publicKey)}`);
};

export interface IssuerOptions {
  readonly organisation: string;
  /** Of the issuer; without it, the one in this folder. */
  readonly publicKey: string | undefined;
  readonly days: string;
}

/** The root certifies an issuer's public key. */
export const certifyIssuerKey = async (
  host: Host,
  folder: KeyFolder,
  options: IssuerOptions,
): Promise<void> => {
  folder.refuseExisting(ISSUER_CERTIFICATE_FILE);
  const given =
    options.publicKey ??
    folder.read(ISSUER_PUBLIC_FILE, 'make it with `keys issuer-key`, or give --public-key.');
  const publicKey = readPublicKey(
    given,
    options.publicKey ? '--public-key' : folder.path(ISSUER_PUBLIC_FILE),
  );
  const time = validity(options.days, ISSUER_VALIDITY_MAX / days(1), host.now);
  const { organisation } = options;
  const root = await askForRoot(host, folder);
  const signer = signerFromSeed(host.sodium, root.seed);
  const claims = { organisation, publicKey, ...time };
  const certificate = await certifyIssuer(host.sodium, signer, claims, host.random);
  root.seed.fill(0);
  if (!certificate.ok) throw new Refusal(`No certificate was made: ${certificateFault(certificate.error)}.`);
  const path = folder.write(ISSUER_CERTIFICATE_FILE, armoured('issuerCertificate', certificate.value));
  host.say(`${organisation} has an issuer until ${dateText(time.notAfter)}; its certificate is in ${path}.`);
};

/** @param where what to call the text when it is none */
export const readIssuerCertificate = (text: string, where: string): Uint8Array => {
  const certificate = readArmoured('issuerCertificate', text, 1);
  const bytes = certificate.ok ? certificate.value[0] : undefined;
  if (!bytes) throw new Refusal(`${where} holds no issuer's certificate.`);
  return bytes;
};

export interface Issuer {
  readonly signer: Signer;
  readonly certificate: Uint8Array;
  readonly claims: IssuerClaims;
}

/** The issuer of this folder, ready to sign: its certificate holds now, under the folder's root, for its own key. */
export const openIssuer = (host: Host, folder: KeyFolder): Issuer => {
  const key = readArmoured('issuerKey', folder.read(ISSUER_KEY_FILE, 'make it with `keys issuer-key`.'), 1);
  const written = folder.read(ISSUER_CERTIFICATE_FILE, 'let the root make it with `keys issuer`.');
  const seed = key.ok ? key.value[0] : undefined;
  if (seed?.length !== SEED_BYTES)
    throw new Refusal(`${folder.path(ISSUER_KEY_FILE)} holds no issuer's key.`);
  const bytes = readIssuerCertificate(written, folder.path(ISSUER_CERTIFICATE_FILE));
  const root = readPublicKey(
    folder.read(ROOT_PUBLIC_FILE, 'copy it here from where the root was made.'),
    folder.path(ROOT_PUBLIC_FILE),
  );
  const issuer = verifyIssuer(host.sodium, bytes, { roots: [root], now: host.now });
  if (!issuer.ok) {
    throw new Refusal(
      `The certificate in ${folder.path(ISSUER_CERTIFICATE_FILE)} does not hold: ${certificateFault(issuer.error)}.`,
    );
  }
  const signer = signerFromSeed(host.sodium, seed);
  if (!equalBytes(signer.publicKey, issuer.value.publicKey)) {
    throw new Refusal('The issuer certificate in this folder is for another key than the one beside it.');
  }
  return { signer, certificate: bytes, claims: issuer.value };
};
