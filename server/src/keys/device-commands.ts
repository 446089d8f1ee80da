import { chainText } from '@haven/shared/crypto/armour';
import { DEVICE_VALIDITY_MAX, decodeDeviceCertificate } from '@haven/shared/crypto/certificate';
import { certifyDevice } from '@haven/shared/crypto/certify';
import { fourWords, readEnrolmentRequest } from '@haven/shared/crypto/enrolment';
import { days } from '@haven/shared/units';
import { type Host, Refusal } from './host';
import { openIssuer } from './issuer-commands';
import type { KeyFolder } from './key-folder';
import { certificateFault, dateText, validity } from './parse';

const wordsIn = (text: string): string =>
  text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .join(' ');
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

export interface DeviceOptions {
  readonly request: string;
  readonly days: string;
}

/** Certifies a staff member's device after its four words were compared. */
export const certifyStaffDevice = async (
  host: Host,
  folder: KeyFolder,
  options: DeviceOptions,
): Promise<void> => {
  const issuer = openIssuer(host, folder);
  const read = readEnrolmentRequest(host.sodium, options.request.trim());
  if (!read.ok)
    throw new Refusal('--request is not an enrolment request, or not whole: copy the line again.');
  const request = read.value;
  const { organisation } = issuer.claims;
  if (request.organisation !== organisation) {
    throw new Refusal(
      `The request is for ${request.organisation}, and this issuer certifies for ${organisation}.`,
    );
  }
  const time = validity(options.days, DEVICE_VALIDITY_MAX / days(1), host.now);
  const notAfter = Math.min(time.notAfter, issuer.claims.notAfter);
  host.say(`${request.displayName} (${request.staffId}) asks to be a ${request.role} of ${organisation}.`);
  const heard = await host.ask('The four words on their screen, as they read them to you: ');
  if (wordsIn(heard) !== fourWords(host.sodium, request).join(' ')) {
    throw new Refusal(
      'The words are not those of this request: it may have been changed on the way. Nothing was signed.',
    );
  }
  const claims = { ...request, notBefore: time.notBefore, notAfter };
  const device = await certifyDevice(host.sodium, issuer.signer, claims, host.random);
  if (!device.ok) throw new Refusal(`No certificate was made: ${certificateFault(device.error)}.`);
  const { serial } = mustDecode(device.value);
  const name = `${request.staffId}-${hexOf(serial).slice(0, 8)}.chain`;
  const path = folder.write(name, chainText({ issuer: issuer.certificate, device: device.value }));
  host.say(`Certified until ${dateText(notAfter)}; serial ${hexOf(serial)}.`);
  host.say(`The chain for the device is in ${path}.`);
};

const mustDecode = (certificate: Uint8Array): { readonly serial: Uint8Array } => {
  const decoded = decodeDeviceCertificate(certificate);
  if (!decoded.ok) throw new Refusal(`No certificate was made: ${certificateFault(decoded.error)}.`);
  return decoded.value.claims;
};
