import type { Language } from '@haven/shared/protocol/organisation';
import type { CDPSession, Page } from 'playwright-core';
import { consoleWords } from './browser-words';

const BUILT_IN = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
} as const;

/** What makes and keeps passkeys for one page: a telephone, a key, a finger on the laptop. */
async function giveAuthenticator(cdp: CDPSession) {
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', { options: BUILT_IN });
  return {
    credentials: async () =>
      (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
    lose: () => cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }),
  };
}

/** Signing in as people do, at a page of the console, with passkeys. */
export async function passkeyPage(page: Page, language: Language) {
  const { say, plain } = consoleWords(language);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  let authenticator = await giveAuthenticator(cdp);
  const button = (...words: Parameters<typeof say>) => page.getByRole('button', { name: say(...words) });
  const inside = () => button('settings.title').waitFor();
  /** The one-time link on the screen, which goes away then. */
  const readLink = async (): Promise<string> => {
    const link = await page.getByLabel(say('staff.link.label')).inputValue();
    await button('staff.done').click();
    return link;
  };

  return {
    page,
    say,
    plain,
    button,
    inside,
    passkeys: () => authenticator.credentials(),
    /** The telephone is gone, and there is another one. */
    replaceAuthenticator: async (): Promise<void> => {
      await authenticator.lose();
      authenticator = await giveAuthenticator(cdp);
    },
    /** Opens a one-time link and makes the first passkey, or the first after all were lost. */
    join: async (link: string, purpose: 'join' | 'recover' = 'join'): Promise<void> => {
      await page.goto(link);
      await page.getByText(say(`invitation.${purpose}`)).waitFor();
      await button('invitation.accept').click();
      await inside();
    },
    signIn: async (): Promise<void> => {
      await button('sign-in.with-passkey').click();
      await inside();
    },
    /** From the menu of one's presence. */
    signOut: async (): Promise<void> => {
      await page.getByRole('button', { name: new RegExp(`^${plain('presence.label')}: `) }).click();
      await button('presence.sign-out').click();
      await page
        .getByRole('alertdialog')
        .getByRole('button', { name: say('presence.sign-out') })
        .click();
      await page.getByText(say('sign-in.reason.signed-out')).waitFor();
    },
    /** On the page of one's account. */
    signOutEverywhere: async (): Promise<void> => {
      await button('account.sign-out-everywhere').click();
      const question = page.getByRole('alertdialog');
      await question.getByRole('button', { name: say('account.sign-out-everywhere') }).click();
    },
    /** From the page of one's account, on which passkeys and sign-ins are. */
    addPasskey: async (name: string): Promise<void> => {
      await button('passkey.add').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').fill(name);
      await dialog.getByRole('button', { name: say('passkey.add') }).click();
      await page.getByRole('listitem').filter({ hasText: name }).waitFor();
    },
    /** On the page of the staff; gives the one-time link. */
    invite: async (name: string, desk: string, role?: 'supervisor' | 'administrator'): Promise<string> => {
      await button('staff.invite').click();
      const form = page.getByRole('dialog');
      await form.getByLabel(say('staff.name')).fill(name);
      if (role !== undefined) await form.getByText(say(`role.${role}`), { exact: true }).click();
      await form.getByText(desk, { exact: true }).click();
      await form.getByRole('button', { name: say('staff.send-invitation') }).click();
      return readLink();
    },
    /** On the page of the staff: all that can be done about somebody's access. */
    manage: async (name: string): Promise<void> => {
      await button('staff.manage-label', { name }).click();
      await page.getByRole('dialog', { name }).waitFor();
    },
    readLink,
  };
}
