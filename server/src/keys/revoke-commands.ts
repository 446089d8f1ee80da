import { armoured } from '@haven/shared/crypto/armour';
import { decodeIssuerCertificate, SERIAL_BYTES } from '@haven/shared/crypto/certificate';
import { signerFromSeed, signRevocations } from '@haven/shared/crypto/certify';
import { type Host, Refusal } from './host';
import { openIssuer, readIssuerCertificate } from './issuer-commands';
import type { KeyFolder } from './key-folder';
import { certificateFault } from './parse';
import { askForRoot } from './root-commands';

/** Lists of the issuer and of the root are counted apart: each signer has its own numbers. */
const LISTS = { issuer: 'revocations', root: 'root-revocations' } as const;

const nextNumber = (folder: KeyFolder, list: string): number => {
  const name = new RegExp(`^${list}-(\\d{1,9})\\.list$`);
  return Math.max(0, ...folder.names().map((file) => Number(name.exec(file)?.[1] ?? 0))) + 1;
};

/** Signs the next list of withdrawn devices. It replaces the one before, so it must name all that still matter. */
export const revokeDevices = async (
  host: Host,
  folder: KeyFolder,
  serials: readonly string[],
): Promise<void> => {
  const issuer = openIssuer(host, folder);
  const wrong = serials.find((serial) => !/^[0-9a-f]{32}$/.test(serial));
  if (wrong !== undefined || serials.length === 0) {
    throw new Refusal(
      `--serial must be ${SERIAL_BYTES * 2} characters of 0-9 and a-f, as \`keys device\` printed it.`,
    );
  }
  const number = nextNumber(folder, LISTS.issuer);
  const list = await signRevocations(issuer.signer, {
    organisation: issuer.claims.organisation,
    number,
    issuedAt: host.now,
    issuerCertificate: issuer.certificate,
    serials: serials.map((serial) => Uint8Array.from(Buffer.from(serial, 'hex'))),
  });
  const path = folder.write(`${LISTS.issuer}-${number}.list`, armoured('revocations', list));
  host.say(
    `List ${number} revokes ${serials.length === 1 ? 'one device' : `${serials.length} devices`}: ${path}.`,
  );
};

/** The root withdraws issuers, and with each all the devices that it certified. */
export const revokeIssuers = async (
  host: Host,
  folder: KeyFolder,
  certificates: readonly string[],
): Promise<void> => {
  const issuers = certificates.map((text) => {
    const decoded = decodeIssuerCertificate(readIssuerCertificate(text, '--certificate'));
    if (decoded.ok) return decoded.value.claims;
    throw new Refusal(`--certificate is no issuer's certificate: ${certificateFault(decoded.error)}.`);
  });
  const [first, ...rest] = new Set(issuers.map((issuer) => issuer.organisation));
  if (first === undefined) throw new Refusal('--certificate is missing.');
  if (rest.length > 0)
    throw new Refusal('These certificates are of more than one organisation: sign a list for each.');
  const root = await askForRoot(host, folder);
  const number = nextNumber(folder, LISTS.root);
  const list = await signRevocations(signerFromSeed(host.sodium, root.seed), {
    organisation: first,
    number,
    issuedAt: host.now,
    serials: issuers.map((issuer) => issuer.serial),
  });
  root.seed.fill(0);
  const path = folder.write(`${LISTS.root}-${number}.list`, armoured('revocations', list));
  host.say(
    `List ${number} of the root revokes ${issuers.length === 1 ? 'one issuer' : `${issuers.length} issuers`}: ${path}.`,
  );
};
