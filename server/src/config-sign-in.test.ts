import { describe, expect, test } from 'vitest';
import { parseConfig } from './config';

const PROVIDER = {
  PUBLIC_URL: 'https://chat.example.org',
  OIDC_ISSUER: 'https://login.example.org/realms/staff',
  OIDC_CLIENT_ID: 'haven',
  OIDC_CLIENT_SECRET: 'hunter2 hunter2',
};
const faultsOf = (environment: Readonly<Record<string, string>>) => {
  const parsed = parseConfig(environment);
  return parsed.ok ? [] : parsed.error;
};

describe('The organisation’s provider', () => {
  test('is not there when nothing is set', () => {
    expect(parseConfig({})).toMatchObject({ ok: true, value: { provider: null } });
  });

  test('is known by three variables, and asks for names and groups by default', () => {
    expect(parseConfig(PROVIDER)).toMatchObject({
      value: {
        provider: {
          issuer: 'https://login.example.org/realms/staff',
          clientId: 'haven',
          scopes: 'openid profile',
          groups: [],
          groupsClaim: 'groups',
        },
      },
    });
  });

  test('has groups with blanks and signs in their names', () => {
    const parsed = parseConfig({
      ...PROVIDER,
      OIDC_GROUPS: 'Haven beheer=administrator, CN=Haven,OU=Zorg=x=counsellor',
    });
    // A comma parts two groups, so a name in the form of a directory is none.
    expect(parsed.ok).toBe(false);
    expect(
      parseConfig({ ...PROVIDER, OIDC_GROUPS: 'Haven beheer=administrator, a=b=counsellor' }),
    ).toMatchObject({
      value: {
        provider: {
          groups: [
            { group: 'Haven beheer', role: 'administrator' },
            { group: 'a=b', role: 'counsellor' },
          ],
        },
      },
    });
  });

  test.each([
    ['OIDC_ISSUER', 'http://login.example.org'],
    ['OIDC_ISSUER', 'http://localhost.elsewhere.example'],
    ['OIDC_SCOPES', 'profile'],
    ['OIDC_GROUPS', 'haven=boss'],
  ])('stops at %s=%s', (name, value) => {
    const faults = faultsOf({ ...PROVIDER, [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name} must .*; for example ${name}=`));
  });

  test('is not there by half, and its secret is repeated nowhere', () => {
    for (const name of Object.keys(PROVIDER)) {
      const faults = faultsOf({ ...PROVIDER, [name]: '' });
      expect(faults).toHaveLength(1);
      expect(faults[0]).toMatch(new RegExp(`^${name} must be set`));
      expect(faults.join()).not.toContain('hunter2');
    }
  });

  test('may be on this machine without encryption', () => {
    expect(faultsOf({ ...PROVIDER, OIDC_ISSUER: 'http://127.0.0.1:9000' })).toEqual([]);
  });
});
