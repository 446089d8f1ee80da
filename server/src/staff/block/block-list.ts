import { ok } from '@haven/shared/result';
import type { StaffHandler } from '../connection';

export const blockList: StaffHandler<'block:list'> = async ({ blocks }) => {
  const present = await blocks.list();
  return present.ok ? ok({ blocks: present.value.toSorted((a, b) => a.until - b.until) }) : present;
};
