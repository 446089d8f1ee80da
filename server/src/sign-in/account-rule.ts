import { isName } from '@haven/shared/crypto/certificate';
import type { StaffId } from '@haven/shared/ids';
import type { Role } from '@haven/shared/protocol/presence';
import { type GroupRoles, roleOfGroups } from './groups';

type Person = { readonly staffId: StaffId; readonly role: Role };

export type AccountDecision =
  | { readonly kind: 'refuse' }
  /** `role`: what she is from now on; null leaves it as it is. */
  | { readonly kind: 'enter'; readonly staffId: StaffId; readonly role: Role | null }
  /** The invited person signs in by this account from now on. */
  | { readonly kind: 'connect'; readonly staffId: StaffId; readonly role: Role | null }
  | { readonly kind: 'create'; readonly displayName: string; readonly role: Role };

type Asked = {
  readonly account: { readonly name: string | null; readonly groups: readonly string[] };
  /** Whose account it is already, if she works here now. */
  readonly known: Person | null;
  /** Who was invited, if she came with an open invitation. */
  readonly invited: Person | null;
  readonly table: GroupRoles;
};

/**
 * Where groups are configured they decide for everybody whom the provider signs in: whoever is in none is refused, and
 * a role follows its group. Without, only people who were invited connect their account.
 */
export function decideAccount({ account, known, invited, table }: Asked): AccountDecision {
  const role = roleOfGroups(table, account.groups);
  if (table.length > 0 && role === null) return { kind: 'refuse' };
  const changed = (person: Person) => (role === person.role ? null : role);
  if (invited !== null) {
    if (known !== null && known.staffId !== invited.staffId) return { kind: 'refuse' };
    return { kind: 'connect', staffId: invited.staffId, role: changed(invited) };
  }
  if (known !== null) return { kind: 'enter', staffId: known.staffId, role: changed(known) };
  const { name } = account;
  return role === null || name === null || !isName(name)
    ? { kind: 'refuse' }
    : { kind: 'create', displayName: name, role };
}
