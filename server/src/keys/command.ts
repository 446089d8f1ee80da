import { parseArgs } from 'node:util';
import { certifyStaffDevice } from './device-commands';
import { type Host, Refusal } from './host';
import { certifyIssuerKey, makeIssuerKey } from './issuer-commands';
import { contentOf, KeyFolder } from './key-folder';
import { revokeDevices, revokeIssuers } from './revoke-commands';
import { checkRoot, makeRoot } from './root-commands';
import { verifyStaffChain } from './verify-command';

const USAGE = `npm run keys -- COMMAND [options]

  root                          make a root: shows its 24 words once, writes root.pub
  check-root                    type the words again: are they those of root.pub?
  issuer-key                    make an issuer's key: issuer.key, issuer.pub
  issuer --organisation NAME    let the root certify an issuer: issuer.cert
         [--public-key KEY]       its public key, when not in issuer.pub
         [--days N]               1 to 180; 180
  device --request TEXT         certify a device from its enrolment request: STAFF-SERIAL.chain
         [--days N]               1 to 7; 7
  revoke --serial HEX           sign the next list of withdrawn devices; repeat --serial: revocations-N.list
  revoke-issuer                 let the root withdraw issuers: root-revocations-N.list
         --certificate TEXT|FILE  repeat for each
  verify --chain TEXT|FILE      whom does a chain speak for?
         [--root KEY]             repeat for a successor; root.pub
         [--organisation NAME] [--revocations TEXT|FILE] [--at MOMENT]

Everywhere: --folder FOLDER       where the files are; keys
Files are never written over. docs/keys.md describes the ceremony.`;

const OPTIONS = {
  folder: { type: 'string', default: 'keys' },
  organisation: { type: 'string' },
  'public-key': { type: 'string' },
  days: { type: 'string' },
  request: { type: 'string' },
  serial: { type: 'string', multiple: true },
  certificate: { type: 'string', multiple: true },
  chain: { type: 'string' },
  root: { type: 'string', multiple: true },
  revocations: { type: 'string', multiple: true },
  at: { type: 'string' },
} as const;

/** Which options each command takes besides --folder. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  root: [],
  'check-root': [],
  'issuer-key': [],
  issuer: ['organisation', 'public-key', 'days'],
  device: ['request', 'days'],
  revoke: ['serial'],
  'revoke-issuer': ['certificate'],
  verify: ['chain', 'root', 'organisation', 'revocations', 'at'],
};

const isOption = (arg: string): boolean =>
  arg.startsWith('--') && Object.hasOwn(OPTIONS, arg.slice(2).split('=', 1)[0] ?? '');

/** A key may begin with a dash; `parseArgs` takes it for a value only when it is joined to its option. */
const joinDashed = (args: readonly string[]): string[] =>
  args.reduce<string[]>((joined, arg) => {
    const before = joined.at(-1);
    const isValue = before !== undefined && isOption(before) && !before.includes('=');
    if (isValue && arg.startsWith('-') && !isOption(arg)) joined[joined.length - 1] = `${before}=${arg}`;
    else joined.push(arg);
    return joined;
  }, []);

const read = (args: readonly string[]) => {
  try {
    return parseArgs({ args: joinDashed(args), options: OPTIONS, allowPositionals: true, tokens: true });
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
};

const required = (value: string | undefined, option: string): string => {
  if (value === undefined || value.trim() === '') throw new Refusal(`--${option} is missing.`);
  return value;
};

/** Runs one command. Refuses with a sentence for the person; whatever it wrote before is whole. */
export const runKeys = async (args: readonly string[], host: Host): Promise<void> => {
  const { values, positionals, tokens } = read(args);
  const [command = '', ...rest] = positionals;
  const takes = Object.hasOwn(TAKES, command) ? TAKES[command] : undefined;
  if (command === 'help') return host.say(USAGE);
  if (command === '') throw new Refusal(`Which command?\n\n${USAGE}`);
  if (!takes || rest.length > 0)
    throw new Refusal(`There is no command "${positionals.join(' ')}".\n\n${USAGE}`);
  const names = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  const foreign = names.find((name) => name !== 'folder' && !takes.includes(name));
  if (foreign !== undefined) throw new Refusal(`\`keys ${command}\` takes no --${foreign}.`);

  const folder = new KeyFolder(values.folder);
  switch (command) {
    case 'root':
      return makeRoot(host, folder);
    case 'check-root':
      return checkRoot(host, folder);
    case 'issuer-key':
      return makeIssuerKey(host, folder);
    case 'issuer':
      return certifyIssuerKey(host, folder, {
        organisation: required(values.organisation, 'organisation'),
        publicKey: values['public-key'],
        days: values.days ?? '180',
      });
    case 'device':
      return certifyStaffDevice(host, folder, {
        request: required(values.request, 'request'),
        days: values.days ?? '7',
      });
    case 'revoke':
      return revokeDevices(host, folder, values.serial ?? []);
    case 'revoke-issuer':
      return revokeIssuers(host, folder, (values.certificate ?? []).map(contentOf));
    default:
      return verifyStaffChain(host, folder, {
        chain: required(values.chain, 'chain'),
        roots: values.root ?? [],
        organisation: values.organisation,
        revocations: values.revocations ?? [],
        at: values.at,
      });
  }
};
