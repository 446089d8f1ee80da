type Welcome = {
  readonly url: string;
  readonly isDemonstration: boolean;
  /** One-time links for those who sit at this machine. */
  readonly signIn: readonly { readonly who: string; readonly path: string }[];
  /** While no administrator can sign in. */
  readonly invitation: string | null;
};

/** For the person who just started it: where to click. */
export function welcome({ url, isDemonstration, signIn, invitation }: Welcome): string {
  const lines = ['', `  Haven is running at ${url}`, ''];
  if (isDemonstration) {
    lines.push(
      `  As a visitor:            ${url}/demo`,
      ...signIn.map(({ who, path }) => `  ${`As ${who}:`.padEnd(24)} ${url}${path}`),
      '',
      '  The links sign in once, within 15 minutes, on this machine. Ask for further ones by',
      `  opening ${url}/demo.`,
      '',
      '  This is a demonstration: its keys were made by this server, so they do not protect',
      '  anybody against this server. docs/keys.md says how to make real ones.',
    );
  } else {
    lines.push(`  The chat:    ${url}/chat`, `  The console: ${url}/console`);
  }
  if (invitation !== null) {
    lines.push(
      '',
      '  No administrator can sign in yet. This link makes the first passkey, once, within',
      '  three days; the next start prints another:',
      `  ${url}${invitation}`,
    );
  }
  return [...lines, '', ''].join('\n');
}
