import { SESSION } from './session';

/** The cookie that holds a session's secret. */
export type SessionCookie = {
  /** The value of Set-Cookie. */
  issue(held: string): string;
  clear(): string;
  /** From the header Cookie. */
  read(header: string | undefined): string | null;
  /** Which session that is, whether or not the secret is its own. */
  sessionIn(header: string | undefined): string | null;
};

export function createSessionCookie(isHttps: boolean): SessionCookie {
  const name = isHttps ? '__Host-haven-staff' : 'haven-staff';
  const attributes = `Path=/; HttpOnly; SameSite=Strict${isHttps ? '; Secure' : ''}`;
  const read: SessionCookie['read'] = (header) => {
    const pair = (header ?? '')
      .split(';')
      .map((each) => each.trim())
      .find((each) => each.startsWith(`${name}=`));
    return pair?.slice(name.length + 1) ?? null;
  };
  return {
    issue: (held) => `${name}=${held}; Max-Age=${SESSION.limit / 1000}; ${attributes}`,
    clear: () => `${name}=; Max-Age=0; ${attributes}`,
    read,
    sessionIn: (header) => read(header)?.split('.')[0] ?? null,
  };
}
