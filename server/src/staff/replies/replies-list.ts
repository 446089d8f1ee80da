import { ok } from '@haven/shared/result';
import { readReplies } from '../../records/canned-replies';
import type { StaffHandler } from '../connection';
import { repliesFor } from './replies-for';

export const repliesList: StaffHandler<'replies:list'> = async ({ records }, { profile }) =>
  ok({ replies: repliesFor(await readReplies(records.db), profile.staffId) });
