import { err } from '@haven/shared/result';
import type { StaffHandler } from './connection';
import { lookAtDesk } from './desk-state';

export const deskLook: StaffHandler<'desk:look'> = async (edge, connection) =>
  connection.seat === null ? err('not-entered') : lookAtDesk(edge, connection);
