import { describe, expect, test } from 'vitest';
import { parseConfig, type VariableName, VARIABLES } from './config';

const ROOT = 'cR1fB8Tqv0nq2xVq3Yw5m7o9KzL1eHs4uJ6dGt8aNpA';

/** What is set together. */
const COMPANIONS: readonly (readonly VariableName[])[] = [
  ['REDIS_URL', 'DATABASE_URL'],
  [
    'OIDC_ISSUER',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
    'OIDC_SCOPES',
    'OIDC_GROUPS',
    'OIDC_GROUPS_CLAIM',
    'PUBLIC_URL',
  ],
  ['ALERT_WEBHOOK_URL', 'ALERT_WEBHOOK_SECRET'],
  ['SMTP_URL', 'ALERT_MAIL_FROM', 'ALERT_MAIL_TO'],
];

describe('The configuration', () => {
  test('needs nothing: one node with its own memory, on this machine only, as a demonstration', () => {
    const parsed = parseConfig({});
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        port: 3000,
        host: '127.0.0.1',
        redisUrl: null,
        dataDir: './data',
        metricsPort: null,
        frameAncestors: ["'self'"],
        trustProxy: 0,
        demonstration: true,
        hints: [],
      },
    });
  });

  test('takes an empty variable as one that is not set', () => {
    expect(parseConfig({ PORT: '', ROOTS: ' ', FRAME_ANCESTORS: '' })).toEqual(parseConfig({}));
  });

  test('reads what an installation behind a proxy sets', () => {
    const parsed = parseConfig({
      PORT: '8080',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://chat.example.org/',
      REDIS_URL: 'redis://:secret@redis:6379/2',
      DATABASE_URL: 'postgres://haven:secret@postgres/haven',
      METRICS_PORT: '9464',
      FRAME_ANCESTORS: 'https://www.example.org, https://*.example.net',
      TRUST_PROXY: '10.0.0.0/8 loopback',
      ROOTS: ROOT,
      EXIT_URL: 'https://www.example.org/weather',
    });
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        port: 8080,
        publicUrl: 'https://chat.example.org',
        frameAncestors: ['https://www.example.org', 'https://*.example.net'],
        trustProxy: ['10.0.0.0/8', 'loopback'],
        roots: [ROOT],
        demonstration: false,
      },
    });
    expect(parseConfig({ TRUST_PROXY: '2' })).toMatchObject({ ok: true, value: { trustProxy: 2 } });
  });

  test.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['HOST', 'a b'],
    ['PUBLIC_URL', 'https://chat.example.org/help'],
    ['PUBLIC_URL', 'chat.example.org'],
    ['REDIS_URL', 'http://redis:6379'],
    ['DATABASE_URL', 'mysql://haven@127.0.0.1/haven'],
    ['METRICS_PORT', '-1'],
    ['FRAME_ANCESTORS', "https://www.example.org; script-src 'unsafe-inline'"],
    ['TRUST_PROXY', 'everyone'],
    ['LOG_LEVEL', 'loud'],
    ['SERVER_SECRET', 'short'],
    ['DEMONSTRATION', 'perhaps'],
    ['ROOTS', 'not-a-key'],
    ['ALLOW_PERSISTENT_REDIS', 'maybe'],
    ['EXIT_URL', 'data:text/html,weather'],
  ])('stops at %s=%s with one line that names it and gives an example', (name, value) => {
    const parsed = parseConfig({ [name]: value });
    if (parsed.ok) throw new Error('It was taken');
    expect(parsed.error).toHaveLength(1);
    expect(parsed.error[0]).toMatch(new RegExp(`^${name} must .*; for example ${name}=`));
    expect(parsed.error[0]).not.toContain('\n');
  });

  test('takes every example it gives', () => {
    for (const [name, { example }] of Object.entries(VARIABLES)) {
      if (name === 'SERVER_SECRET') continue;
      const value = name === 'DEMONSTRATION' ? 'on' : example;
      const others = COMPANIONS.find((each) => each.some((other) => other === name)) ?? [];
      const exampleOf = (other: VariableName): string => VARIABLES[other].example;
      const together = {
        ...Object.fromEntries(others.map((other) => [other, exampleOf(other)])),
        // Its example is a command.
        ...(others.includes('ALERT_WEBHOOK_SECRET') ? { ALERT_WEBHOOK_SECRET: 's'.repeat(32) } : {}),
      };
      expect({ name, ok: parseConfig({ [name]: value, ...together }).ok }).toEqual({ name, ok: true });
    }
  });

  test('does not repeat a secret', () => {
    const parsed = parseConfig({
      SERVER_SECRET: 'hunter2',
      REDIS_URL: 'redi://:hunter2@host',
      DATABASE_URL: 'postgre://haven:hunter2@host/haven',
    });
    expect(parsed.ok ? '' : parsed.error.join('\n')).not.toContain('hunter2');
    expect(parsed.ok).toBe(false);
  });

  test('refuses demonstration keys beside real ones; neither waits for the ceremony in the console', () => {
    expect(parseConfig({ DEMONSTRATION: 'on', ROOTS: ROOT }).ok).toBe(false);
    expect(parseConfig({ DEMONSTRATION: 'off' }).ok).toBe(true);
    expect(parseConfig({ DEMONSTRATION: 'off', ROOTS: ROOT }).ok).toBe(true);
  });

  test('refuses nodes that would share a Redis and each have records of its own', () => {
    const parsed = parseConfig({ REDIS_URL: 'redis://127.0.0.1' });
    expect(parsed.ok ? '' : parsed.error.join('\n')).toMatch(/^DATABASE_URL must be set where REDIS_URL is/);
  });

  test('refuses alerts that would go nowhere, unsigned, or in the clear', () => {
    const faultOf = (environment: Record<string, string>) => {
      const parsed = parseConfig(environment);
      return parsed.ok ? '' : parsed.error.join('\n');
    };
    const secret = 's'.repeat(32);
    const webhook = (url: string) => ({ ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: secret });
    expect(faultOf({ ALERT_WEBHOOK_URL: 'https://alerts.example.org' })).toContain('ALERT_WEBHOOK_SECRET');
    expect(faultOf({ SMTP_URL: 'smtp://mail.example.org' })).toContain('ALERT_MAIL_FROM');
    expect(faultOf(webhook('http://alerts.example.org'))).toContain('https:');
    expect(faultOf(webhook('http://localhost.example.org'))).toContain('https:');
    for (const url of ['http://127.0.0.1:8080/haven', 'http://[::1]/', 'https://alerts.example.org']) {
      expect(faultOf(webhook(url))).toBe('');
    }
    expect(faultOf({ ...webhook('http://alerts.example.org'), ALERT_ALLOW_PLAIN: 'on' })).toBe('');
  });

  test('points out a name that looks like one of its own', () => {
    const parsed = parseConfig({
      FRAME_ANCESTOR: 'https://www.example.org',
      HAVEN_PORT: '8080',
      redis_url: 'redis://127.0.0.1',
      HOME: '/home/haven',
      PATH: '/bin',
    });
    expect(parsed.ok && parsed.value.hints).toEqual([
      'FRAME_ANCESTOR is not read; did you mean FRAME_ANCESTORS?',
      'HAVEN_PORT is not read; did you mean PORT?',
      'redis_url is not read; did you mean REDIS_URL?',
    ]);
  });
});
