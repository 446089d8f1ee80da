import type { Role } from '@haven/shared/protocol/presence';

/** Which group of the organisation's provider stands for which role, the first that fits counts. */
export type GroupRoles = readonly { readonly group: string; readonly role: Role }[];

/** Null: no group of hers has a part in Haven. */
export const roleOfGroups = (table: GroupRoles, groups: readonly string[]): Role | null =>
  table.find(({ group }) => groups.includes(group))?.role ?? null;
