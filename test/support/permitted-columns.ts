/**
 * Every column that the records may have, with the reason why nobody who sought help is in it. A new column is a
 * question first: can anything of a visitor, of an address, of one chat or of its exact time get in there?
 */
export const PERMITTED: Readonly<Record<string, { readonly why: string; readonly columns: string }>> = {
  schema_steps: { why: 'names of migrations', columns: 'step name hash' },
  record_changes: { why: 'how often the organisation’s settings changed', columns: 'topic revision' },
  organisation: {
    why: 'what the organisation says of itself in public',
    columns: 'id name general_desk telephones opening_times exit_url time_zone origin version',
  },
  regions: {
    why: 'public, or was so until an administrator retired it',
    columns: 'id name position retired_at',
  },
  desks: {
    why: 'public, or was so until an administrator retired it',
    columns: 'id name position retired_at',
  },
  desk_regions: { why: 'public', columns: 'desk_id region_id position' },
  desk_settings: {
    why: 'overflow and opening hours, set by supervisors',
    columns: 'desk kind version value set_by set_at',
  },
  board_thresholds: { why: 'set by supervisors', columns: 'desk_id thresholds' },
  quarter_counts: {
    why: 'means over days of one kind, each added as a whole once it is over',
    columns: 'weekday quarter mean days through',
  },
  displays: {
    why: 'screens on walls, and the staff who made them',
    columns: 'id name made_by made_at link link_until secret seen_at',
  },
  hole_alerts: { why: 'times in which the roster has nobody', columns: 'desk begins ends' },
  staff: { why: 'staff', columns: 'staff_id display_name role languages active number' },
  memberships: { why: 'staff', columns: 'staff_id desk_id position' },
  canned_replies: {
    why: 'written beforehand by staff, for nobody in particular',
    columns: 'id version owner desk shortcut language title text',
  },
  passkeys: {
    why: 'staff, and their own times of sign-in',
    columns: 'id staff_id name public_key counter transports synchronised created_at used_at',
  },
  sessions: {
    why: 'staff, and their own times of sign-in',
    columns: 'id staff_id device way current previous rotated_at confirmed started_at seen_at',
  },
  invitations: { why: 'staff', columns: 'staff_id hash purpose until used_at' },
  organisation_accounts: { why: 'staff', columns: 'issuer subject staff_id' },
  recoveries: { why: 'staff', columns: 'staff_id asked_by asked_by_role asked_at' },
  audit_log: {
    why: 'administrative acts of staff; none of them is about a chat',
    columns: 'number at by act about reason hash',
  },
  contact_records: {
    why: 'one chat by coarse facts: the hour, classes of time, words from lists; without a key or an order',
    columns:
      'day hour desk region language for_whom topics safety actions wait duration ended registration skip_reason helped safer',
  },
  report_key: { why: 'a random key that blurs counts', columns: 'only key' },
  debriefs: { why: 'staff who asked for one, by the day', columns: 'staff_id day taken_by' },
  roster_teams: { why: 'staff', columns: 'id name region members' },
  roster_rotations: { why: 'planning', columns: 'id name teams anchor' },
  roster_exceptions: { why: 'planning', columns: 'id name first last' },
  roster_patterns: {
    why: 'planning',
    columns: 'id name weekdays from_time until_time regions general team rotation people kind exception',
  },
  roster_shifts: { why: 'staff', columns: 'state id staff_id begins ends regions general kind' },
  roster_publications: { why: 'planning', columns: 'version published_at published_by' },
  roster_swaps: { why: 'staff', columns: 'id shift in_return asked_by asked_of state' },
  calendar_feeds: { why: 'staff', columns: 'id token_hash staff_id team language made_at' },
  key_log: { why: 'certificates of staff', columns: 'position kind signed reason' },
  key_roots: { why: 'the organisation’s public keys', columns: 'public_key in_use position' },
  enrolment_requests: { why: 'devices of staff', columns: 'device staff_id request' },
};
