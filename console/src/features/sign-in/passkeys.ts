import type { PasskeyCeremony } from '@haven/shared/protocol/sign-in';
import { err, ok, type Result } from '@haven/shared/result';

type Credential = Record<string, unknown>;
/** `cancelled`: the person or the browser ended it; nothing was sent. `taken`: this device has a passkey for her. */
export type PasskeyFault = 'cancelled' | 'taken' | 'unavailable';

/** Loaded when it is needed: whoever is signed in waits for none of it. */
const library = () => import('@simplewebauthn/browser');

const faultOf = (thrown: unknown): PasskeyFault => {
  const name = thrown instanceof Error ? thrown.name : '';
  if (name === 'InvalidStateError') return 'taken';
  return name === 'NotAllowedError' || name === 'AbortError' ? 'cancelled' : 'unavailable';
};

export const askPasskey = async ({ options }: PasskeyCeremony): Promise<Result<Credential, PasskeyFault>> => {
  try {
    const { startAuthentication } = await library();
    return ok({ ...(await startAuthentication({ optionsJSON: options as never })) });
  } catch (thrown) {
    return err(faultOf(thrown));
  }
};

export const makePasskey = async ({
  options,
}: PasskeyCeremony): Promise<Result<Credential, PasskeyFault>> => {
  try {
    const { startRegistration } = await library();
    return ok({ ...(await startRegistration({ optionsJSON: options as never })) });
  } catch (thrown) {
    return err(faultOf(thrown));
  }
};
