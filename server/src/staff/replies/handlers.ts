import { repliesList } from './replies-list';
import { repliesRemove, repliesRemoveOwn } from './replies-remove';
import { repliesWrite, repliesWriteOwn } from './replies-write';

export const REPLIES_HANDLERS = {
  'replies:list': repliesList,
  'replies:write-own': repliesWriteOwn,
  'replies:remove-own': repliesRemoveOwn,
  'replies:write': repliesWrite,
  'replies:remove': repliesRemove,
} as const;
