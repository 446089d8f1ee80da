import { TIMING } from '@haven/shared/protocol/limits';
import { DONE, type Rule } from './decision';
import type { ChatRecord } from './records';

/**
 * Late peers have had time to learn why it ended, the counsellor to fill in the form and the visitor to answer two
 * questions: what is known now is its contact record, and nothing of the chat is kept.
 */
export const retentionOver: Rule<'retention-over'> = (desk, { chat: id }, now) => {
  const chat = desk.chat(id);
  if (!chat?.ended || now < chat.ended.at + TIMING.retention) return DONE;
  const { desk: at, answers, enteredAt, takenAt, safety, form, survey, ended } = chat;
  if (isContact(chat)) {
    const contact = { desk: at, answers, enteredAt, takenAt, safety, form, survey, ended };
    desk.notify({ kind: 'contact', contact });
  }
  desk.forgetChat(id);
  return DONE;
};

/** Entries without proof of work count once a counsellor has taken them: a flood of them is no demand. */
const isContact = ({ takenAt, proven }: ChatRecord): boolean => takenAt !== null || proven;
