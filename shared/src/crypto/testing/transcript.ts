import { fromBase64Url } from '../bytes';
import { decodeColleagueHello } from '../colleague-frames';
import { HEADER_BYTES, PREFIX_BYTES } from '../frame';
import { decodeAccept, decodeHello, decodeOffer } from '../handshake-frames';
import { fromUtf8 } from '../utf8';
import type { GoldenVectors } from '../vectors/golden-vectors';
import { fromHex, toHex } from '../vectors/hex';
import { must } from './organisation';

const LONGEST = 64;

/** Long parts show their first and last 16 bytes. */
const shown = (bytes: Uint8Array): string => {
  if (bytes.length <= LONGEST) return toHex(bytes);
  return `${toHex(bytes.slice(0, 16))} … ${toHex(bytes.slice(-16))}  (${bytes.length} bytes)`;
};

const line = (name: string, value: string): string => `  ${name.padEnd(13)}${value}`;
const part = (name: string, bytes: Uint8Array): string => line(name, shown(bytes));
const prefixLine = (frame: Uint8Array): string => {
  const fields = [frame.slice(0, 4), frame.slice(4, 8), frame.slice(8, 12), frame.slice(12, PREFIX_BYTES)];
  return line('prefix', fields.map(toHex).join(' '));
};
const bytesOf = (text: string): Uint8Array => must(fromBase64Url(text));

const handshake = ({ trust, link }: GoldenVectors): string[] => {
  const [hello, offer, accept] = [bytesOf(link.hello), bytesOf(link.offer), bytesOf(link.accept)];
  const said = must(decodeHello(hello));
  const offered = must(decodeOffer(offer));
  const accepted = must(decodeAccept(accept));
  return [
    `trust for ${trust.organisation}`,
    line('root', trust.rootPk),
    line('issuer', trust.issuerPk),
    line('device', `${trust.devicePk}  ${trust.staffId}, ${trust.role}`),
    '',
    `hello    visitor → staff    ${hello.length} bytes`,
    prefixLine(hello),
    part('nonce', said.nonce),
    part('visitorPk', said.visitorPk),
    '',
    `offer    staff → visitor    ${offer.length} bytes`,
    prefixLine(offer),
    line('role', toHex(Uint8Array.of(offered.roleCode))),
    part('issuer cert', offered.chain.issuer),
    part('device cert', offered.chain.device),
    part('K', offered.kemPk),
    part('Y', offered.ratchetPk),
    part('signature', offered.signature),
    '',
    `accept   visitor → staff    ${accept.length} bytes`,
    prefixLine(accept),
    part('ct', accepted.ciphertext),
    part('X', accepted.ratchetPk),
    part('sigV', accepted.signature),
    '',
    line('th', link.th),
    line('six words', link.sixWords),
  ];
};

type Steps = GoldenVectors['steps'] | GoldenVectors['colleague']['steps'];

const steps = (list: Steps, other: (end: string) => string, say: (content: Uint8Array) => string): string[] =>
  list.flatMap((step) => {
    if (step.do === 'open') {
      const changed = step.flip < 0 ? '' : `, lowest bit of byte ${step.flip} flipped`;
      return [`${step.by} opens the frame of step ${step.of}${changed}: ${step.outcome}`];
    }
    const frame = bytesOf(step.frame);
    return [
      `message  ${step.by} → ${other(step.by)}    ${frame.length} bytes`,
      line('content', say(fromHex(step.plaintext))),
      prefixLine(frame),
      part('ratchetPk', frame.slice(PREFIX_BYTES, PREFIX_BYTES + 32)),
      part('chainStart', frame.slice(PREFIX_BYTES + 32, HEADER_BYTES)),
      part('ciphertext', frame.slice(HEADER_BYTES)),
    ];
  });

const numbered = (lines: readonly string[]): string[] => {
  let step = -1;
  return lines.map((text) =>
    text.startsWith(' ') ? `     ${text}` : `${String(++step).padStart(3)}  ${text}`,
  );
};

const quoted = (content: Uint8Array): string => {
  const text = must(fromUtf8(content));
  return text.length > LONGEST ? `${text.slice(0, 16)}…  (${text.length} characters)` : `"${text}"`;
};

/** The golden conversation as docs/protocol.md shows it. */
export const transcript = (vectors: GoldenVectors): string => {
  const other = (end: string) => (end === 'visitor' ? 'staff' : 'visitor');
  return [...handshake(vectors), '', ...numbered(steps(vectors.steps, other, quoted))].join('\n');
};

/** The golden link between colleagues, in the same form. */
export const colleagueTranscript = ({ trust, colleague }: GoldenVectors): string => {
  const [hello, offer, accept] = [colleague.hello, colleague.offer, colleague.accept].map(bytesOf) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const said = must(decodeColleagueHello(hello));
  const offered = must(decodeOffer(offer));
  const accepted = must(decodeAccept(accept));
  const other = (end: string) => (end === 'opening' ? 'answering' : 'opening');
  return [
    line('opening', `${trust.devicePk}  ${trust.staffId}, ${trust.role}`),
    line('answering', `${colleague.devicePk}  ${colleague.staffId}, ${colleague.role}`),
    '',
    `hello    opening → answering    ${hello.length} bytes`,
    prefixLine(hello),
    part('nonce', said.nonce),
    line('meant for', said.to),
    part('issuer cert', said.chain.issuer),
    part('device cert', said.chain.device),
    '',
    `offer    answering → opening    ${offer.length} bytes`,
    prefixLine(offer),
    line('role', toHex(Uint8Array.of(offered.roleCode))),
    part('device cert', offered.chain.device),
    part('K', offered.kemPk),
    part('Y', offered.ratchetPk),
    part('signature', offered.signature),
    '',
    `accept   opening → answering    ${accept.length} bytes`,
    prefixLine(accept),
    part('ct', accepted.ciphertext),
    part('X', accepted.ratchetPk),
    part('signature', accepted.signature),
    '',
    line('th', colleague.th),
    line('six words', colleague.sixWords),
    '',
    ...numbered(steps(colleague.steps, other, shown)),
  ].join('\n');
};
