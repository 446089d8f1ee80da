import { publicKey, type PublicKey } from '@haven/shared/ids';
import { err, ok, type Result } from '@haven/shared/result';
import * as z from 'zod/mini';
import { ALERT_VARIABLES, type AlertConfig, alertConfig, alertContradictions } from './config-alerts';
import { misspellings } from './config-hints';
import {
  assembleProvider,
  type ProviderConfig,
  providerContradictions,
  SIGN_IN_VARIABLES,
} from './config-sign-in';

const wholeNumber = (lowest: number, highest: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d{1,9}$/)),
    z.pipe(
      z.transform((text: string) => Number(text)),
      z.int().check(z.minimum(lowest), z.maximum(highest)),
    ),
  );

const SWITCH: Readonly<Record<string, boolean>> = {
  on: true,
  true: true,
  1: true,
  off: false,
  false: false,
  0: false,
};
const onOrOff = z.pipe(
  z.string(),
  z.pipe(
    z.transform((text: string) => SWITCH[text]),
    z.boolean(),
  ),
);

const listOf = <T extends z.ZodMiniType<unknown, string>>(element: T) =>
  z.pipe(
    z.string(),
    z.pipe(
      z.transform((text: string) => text.split(/[\s,]+/).filter((part) => part !== '')),
      z.array(element),
    ),
  );

/** Scheme, host and port, nothing after them. */
const origin = z.pipe(
  z.url({ protocol: /^https?$/ }).check(z.regex(/^[a-z]+:\/\/[^/?#@]+\/?$/i)),
  z.transform((text: string) => new URL(text).origin),
);

const frameAncestor = z
  .string()
  .check(z.regex(/^(?:'self'|'none'|https:|https?:\/\/(?:\*\.)?[A-Za-z0-9.-]+(?::(?:\d{1,5}|\*))?)$/));

const hops = wholeNumber(0, 16);
/** Addresses and subnets of proxies; `loopback` stands for this machine. */
const proxies = listOf(z.string().check(z.regex(/^(?:loopback|[0-9a-fA-F.:]+(?:\/\d{1,3})?)$/)));
const trustProxy = z.union([hops, proxies]);
export type TrustProxy = z.infer<typeof trustProxy>;

type Variable = {
  readonly schema: z.ZodMiniType;
  /** What the value must be, for the one line that stops the start. */
  readonly must: string;
  readonly example: string;
  /** A secret's value is not repeated in that line. */
  readonly secret?: true;
};

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Every variable the server reads. docs/operations.md says them at length; a test compares the two. */
export const VARIABLES = {
  PORT: { schema: wholeNumber(0, 65_535), must: 'be a port from 0 (any free one) to 65535', example: '3000' },
  HOST: {
    schema: z.string().check(z.regex(/^[A-Za-z0-9.:_-]+$/)),
    must: 'be an address to listen on',
    example: '127.0.0.1',
  },
  PUBLIC_URL: {
    schema: origin,
    must: 'be the address visitors use, without a path',
    example: 'https://chat.example.org',
  },
  REDIS_URL: {
    schema: z.url({ protocol: /^rediss?$/ }),
    must: 'be a Redis address',
    example: 'redis://127.0.0.1:6379',
    secret: true,
  },
  DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(?:ql)?$/ }),
    must: 'be a PostgreSQL address',
    example: 'postgres://haven:secret@127.0.0.1/haven',
    secret: true,
  },
  DATA_DIR: { schema: z.string(), must: 'be a folder', example: './data' },
  METRICS_PORT: {
    schema: wholeNumber(0, 65_535),
    must: 'be a port from 0 (any free one) to 65535; without it there are no metrics',
    example: '9464',
  },
  FRAME_ANCESTORS: {
    schema: listOf(frameAncestor),
    must: 'be the sites that may embed the chat',
    example: 'https://www.example.org https://*.example.net',
  },
  TRUST_PROXY: {
    schema: trustProxy,
    must: 'be the number of proxies in front, or their addresses',
    example: '1',
  },
  LOG_LEVEL: { schema: z.enum(LOG_LEVELS), must: `be one of ${LOG_LEVELS.join(', ')}`, example: 'info' },
  SERVER_SECRET: {
    schema: z.string().check(z.minLength(32)),
    must: 'have at least 32 characters, random and the same on every node',
    example: '$(openssl rand -base64 32)',
    secret: true,
  },
  DEMONSTRATION: { schema: onOrOff, must: 'be on or off', example: 'off' },
  DEMONSTRATION_ROSTER: { schema: onOrOff, must: 'be on or off', example: 'off' },
  ROOTS: {
    schema: listOf(publicKey),
    must: 'be public root keys, 43 characters each',
    example: 'cR1fB8Tqv0nq2xVq3Yw5m7o9KzL1eHs4uJ6dGt8aNpA',
  },
  CONTACT_RECORD_MONTHS: {
    schema: wholeNumber(1, 120),
    must: 'be how many months, from 1 to 120, contact records are kept after the end of their year',
    example: '24',
  },
  ALLOW_PERSISTENT_REDIS: { schema: onOrOff, must: 'be on or off', example: 'off' },
  EXIT_URL: {
    schema: z.url({ protocol: /^https?$/ }),
    must: 'be the page the quick exit leads to',
    example: 'https://www.example.org/weather',
  },
  ORGANISATION_FILE: {
    schema: z.string(),
    must: 'be the path of a JSON file',
    example: './organisation.json',
  },
  ...SIGN_IN_VARIABLES,
  ...ALERT_VARIABLES,
  ALERT_ALLOW_PLAIN: { schema: onOrOff, must: 'be on or off', example: 'off' },
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof VARIABLES;
type Given = { readonly [N in VariableName]?: z.infer<(typeof VARIABLES)[N]['schema']> };

export type Config = {
  readonly port: number;
  readonly host: string;
  /** An origin; null when only the address in use is known. */
  readonly publicUrl: string | null;
  readonly redisUrl: string | null;
  /** Null: the records are embedded, in a folder of `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly metricsPort: number | null;
  readonly frameAncestors: readonly string[];
  readonly trustProxy: TrustProxy;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly serverSecret: string | null;
  readonly demonstration: boolean;
  /** Whether the demonstration organisation is given a roster, by which chats then find their counsellors. */
  readonly demonstrationRoster: boolean;
  readonly roots: readonly PublicKey[];
  /** How long contact records are kept after the end of their year. */
  readonly contactRecordMonths: number;
  readonly allowPersistentRedis: boolean;
  readonly exitUrl: string | null;
  readonly organisationFile: string | null;
  /** The organisation's own provider; null where nobody signs in by one. */
  readonly provider: ProviderConfig | null;
  readonly alerts: AlertConfig;
  /** Variables that are set, not read, and look like one that is. */
  readonly hints: readonly string[];
};

export type Environment = Readonly<Record<string, string | undefined>>;

/** The configuration, or one line per fault; an empty variable counts as not set. */
export function parseConfig(environment: Environment): Result<Config, readonly string[]> {
  const faults: string[] = [];
  const given: Record<string, unknown> = {};
  for (const [name, variable] of Object.entries<Variable>(VARIABLES)) {
    const text = environment[name]?.trim();
    if (text === undefined || text === '') continue;
    const parsed = z.safeParse(variable.schema, text);
    if (parsed.success) given[name] = parsed.data;
    else faults.push(fault(name, variable, text));
  }
  const config = assemble(given as Given, misspellings(Object.keys(VARIABLES), environment));
  if (faults.length === 0) faults.push(...contradictions(given as Given, config));
  return faults.length > 0 ? err(faults) : ok(config);
}

function fault(name: string, { must, example, secret }: Variable, text: string): string {
  const now = secret === true ? '' : ` (it is "${text}")`;
  return `${name} must ${must}${now}; for example ${name}=${example}`;
}

function assemble(given: Given, hints: readonly string[]): Config {
  const roots = given.ROOTS ?? [];
  const demonstration = given.DEMONSTRATION ?? roots.length === 0;
  return {
    port: given.PORT ?? 3000,
    host: given.HOST ?? '127.0.0.1',
    publicUrl: given.PUBLIC_URL ?? null,
    redisUrl: given.REDIS_URL ?? null,
    databaseUrl: given.DATABASE_URL ?? null,
    dataDir: given.DATA_DIR ?? './data',
    metricsPort: given.METRICS_PORT ?? null,
    frameAncestors: given.FRAME_ANCESTORS ?? ["'self'"],
    trustProxy: given.TRUST_PROXY ?? 0,
    logLevel: given.LOG_LEVEL ?? 'info',
    serverSecret: given.SERVER_SECRET ?? null,
    demonstration,
    // An organisation of one's own has other people.
    demonstrationRoster:
      demonstration && given.ORGANISATION_FILE === undefined && (given.DEMONSTRATION_ROSTER ?? true),
    roots,
    contactRecordMonths: given.CONTACT_RECORD_MONTHS ?? 24,
    allowPersistentRedis: given.ALLOW_PERSISTENT_REDIS ?? false,
    exitUrl: given.EXIT_URL ?? null,
    organisationFile: given.ORGANISATION_FILE ?? null,
    provider: assembleProvider(given),
    alerts: alertConfig(given),
    hints,
  };
}

function contradictions(given: Given, config: Config): string[] {
  const faults = [...alertContradictions(given), ...providerContradictions(given, config.publicUrl)];
  if (config.demonstration && config.roots.length > 0) {
    faults.push(
      'DEMONSTRATION must be off where ROOTS names real keys: demonstration keys are made by this server; for example DEMONSTRATION=off',
    );
  }
  if (given.FRAME_ANCESTORS?.includes("'none'") === true && given.FRAME_ANCESTORS.length > 1) {
    faults.push("FRAME_ANCESTORS must be 'none' alone, or sites; for example FRAME_ANCESTORS='self'");
  }
  if (config.redisUrl !== null && config.databaseUrl === null) {
    faults.push(
      `DATABASE_URL must be set where REDIS_URL is: nodes that share a Redis share their records too; for example DATABASE_URL=${VARIABLES.DATABASE_URL.example}`,
    );
  }
  return faults;
}
