import type { MessageKey } from '../../i18n/message-types';
import { createConsoleApi } from '../../transport/console-api';
import { noticeOf } from '../../transport/notice-of';
import { makePasskey } from '../sign-in/passkeys';

/** Null when it was made, else what to say. */
export const addPasskey = async (name: string): Promise<MessageKey | null> => {
  const api = createConsoleApi((input, init) => fetch(input, init));
  const ceremony = await api.beginAdding();
  if (!ceremony.ok) return ceremony.error === 'unreachable' ? 'error.unreachable' : noticeOf(ceremony.error);
  const credential = await makePasskey(ceremony.value);
  if (!credential.ok) return `sign-in.reason.passkey-${credential.error}`;
  const added = await api.addPasskey({ flow: ceremony.value.flow, credential: credential.value, name });
  if (added.ok) return null;
  return added.error === 'unreachable' ? 'error.unreachable' : noticeOf(added.error);
};
