import type { MessageKey } from '../../i18n/message-types';
import { type ApiError, createConsoleApi } from '../../transport/console-api';
import { noticeOf } from '../../transport/notice-of';
import type { ProveDevice } from '../../transport/prove-device';
import { makePasskey } from '../sign-in/passkeys';

/** Null when it was made, else what to say. */
export const addPasskey = async (name: string, proveDevice: ProveDevice): Promise<MessageKey | null> => {
  const say = (error: ApiError): MessageKey =>
    error === 'unreachable' ? 'error.unreachable' : noticeOf(error);
  const api = createConsoleApi((input, init) => fetch(input, init));
  const ceremony = await api.beginAdding();
  if (!ceremony.ok) return say(ceremony.error);
  const credential = await makePasskey(ceremony.value);
  if (!credential.ok) return `sign-in.reason.passkey-${credential.error}`;
  // After the passkey, for a person may take her time and a proof is good for a minute.
  const device = await proveDevice();
  if (!device.ok) return say(device.error);
  const { flow } = ceremony.value;
  const added = await api.addPasskey({ flow, credential: credential.value, name, device: device.value });
  return added.ok ? null : say(added.error);
};
