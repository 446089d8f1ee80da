import type { people as dutch } from '../nl/people';

export const people: Readonly<Record<keyof typeof dutch, string>> = {
  'pages.staff': 'Staff',
  'pages.account': 'My sign-in',

  'role.counsellor': 'counsellor',
  'role.supervisor': 'supervisor',
  'role.administrator': 'administrator',

  'sign-in.title': 'Sign in to the duty desk',
  'sign-in.opening': 'Opening the key of this device …',
  'sign-in.signing-in': 'Signing in …',
  'sign-in.with-passkey': 'Sign in with a passkey',
  'sign-in.with-organisation': 'Sign in with the organisation',
  'sign-in.no-way':
    'At this address a browser cannot use passkeys. Ask the administrator for the address with https.',
  'sign-in.how':
    'You make a passkey with the invitation that the administrator gives you. In the demonstration there are one-time links on the demonstration page of this server.',
  'sign-in.lost':
    'If you have lost all your passkeys, ask a supervisor or administrator for recovery. Two of them together give you a new link; the old passkeys stop working then.',
  'sign-in.how-device':
    'On the first visit this browser makes a key of its own for chats. Its secret half never leaves this browser.',
  'sign-in.reason.no-token': 'You are not signed in here.',
  'sign-in.reason.link-refused': 'This link was used before or has expired. Ask for a new one.',
  'sign-in.reason.invitation-over':
    'This invitation was used, replaced or has expired. Ask the administrator for a new one.',
  'sign-in.reason.signed-out': 'You have signed out. Everything of this tab was wiped.',
  'sign-in.reason.ended-elsewhere': 'You were signed out in another place. Everything of this tab was wiped.',
  'sign-in.reason.expired': 'Your sign-in has expired. Sign in again.',
  'sign-in.reason.unreachable': 'The server cannot be reached now.',
  'sign-in.reason.server-away':
    'The server cannot be reached now. This page tries again and again, and goes on by itself.',
  'sign-in.reason.device-withdrawn':
    'This device was withdrawn: you cannot sign in here now. Ask the administrator, or use another device.',
  'sign-in.reason.too-frequent': 'There were too many attempts to sign in. Wait a minute.',
  'sign-in.reason.passkey-cancelled': 'No passkey was used. Do try again.',
  'sign-in.reason.passkey-refused': 'This passkey is not known here, or was not accepted.',
  'sign-in.reason.passkey-unavailable': 'This browser cannot use passkeys here.',
  'sign-in.reason.passkey-taken': 'This device has a passkey of yours already.',
  'sign-in.reason.organisation-refused':
    'Signing in with the organisation did not work. Perhaps you have no access yet; ask the administrator.',
  'sign-in.again': 'Try again',

  'invitation.title': 'Welcome, {name}',
  'invitation.join':
    'You are invited to the duty desk of {organisation}. Make a passkey: you sign in with it from now on, by your finger, your face or the code of your device.',
  'invitation.recover':
    'Your access to the duty desk of {organisation} is being restored. Make a new passkey; the former ones work no longer.',
  'invitation.until': 'This invitation works once, until {time}.',
  'invitation.accept': 'Make a passkey',
  'invitation.with-organisation': 'Sign in with the organisation instead of a passkey',

  'passkey.name': 'Name of this passkey',
  'passkey.name-hint': 'So that you know it again, for example: laptop at work',
  'passkey.synchronised': 'is on several devices',
  'passkey.created': 'made on {time}',
  'passkey.used': 'last used on {time}',
  'passkey.unused': 'not used yet',
  'passkey.rename': 'Rename',
  'passkey.rename-label': 'Rename {name}',
  'passkey.remove': 'Remove',
  'passkey.remove-label': 'Remove {name}',
  'passkey.remove-question': 'You cannot sign in with “{name}” any more then.',
  'passkey.add': 'Make another passkey',
  'passkey.add-first': 'Make a passkey',
  'passkey.added': 'The passkey was made.',
  'passkey.fresh':
    'Passkeys can be made and removed in the first ten minutes after signing in. If that is longer ago, sign out and in again.',

  'account.passkeys': 'Passkeys',
  'account.no-passkeys': 'You have no passkey yet.',
  'account.organisation': 'You can sign in with the organisation too.',
  'account.sessions': 'Where you are signed in',
  'account.session': 'Since {started}, last used: {seen}',
  'account.own-session': 'This browser',
  'account.other-session': 'Another browser',
  'account.way.demonstration': 'by a link of the demonstration',
  'account.way.invitation': 'by an invitation',
  'account.way.passkey': 'with a passkey',
  'account.way.organisation': 'with the organisation',
  'account.end-session': 'Sign out there',
  'account.sign-out-everywhere': 'Sign out everywhere',
  'account.sign-out-everywhere.explain':
    'You are signed out in all browsers, this one too. Chats that go on return to the queue after a minute and a half.',

  'staff.invite': 'Invite somebody',
  'staff.search': 'Search by name',
  'staff.count': '{n, plural, =0{Nobody found} one{# staff member} other{# staff members}}',
  'staff.name': 'Name',
  'staff.name-hint': 'As visitors and colleagues see it: usually a first name only.',
  'staff.role': 'Role',
  'staff.desks': 'Desks',
  'staff.languages': 'Languages',
  'staff.language.nl': 'Dutch',
  'staff.language.en': 'English',
  'staff.sign-in': 'Sign-in',
  'staff.ways':
    '{passkeys, plural, =0{} one{# passkey} other{# passkeys}}{account, select, both{ and with the organisation} only{with the organisation} other{}}',
  'staff.no-way': 'cannot sign in',
  'staff.invited': 'invited, until {time}',
  'staff.inactive': 'no longer active',
  'staff.sessions': '{n, plural, =0{not signed in now} one{signed in now} other{signed in in # browsers}}',
  'staff.recovery': '{name} asked for recovery, until {time}',
  'staff.manage': 'Manage',
  'staff.manage-label': 'Manage {name}',
  'staff.change': 'Change details',
  'staff.save': 'Save',
  'staff.cancel': 'Cancel',
  'staff.send-invitation': 'Make an invitation',
  'staff.change-hint': 'Whose role, desks or languages change signs in again.',
  'staff.invite-again': 'New invitation',
  'staff.sign-out': 'Sign out everywhere',
  'staff.deactivate': 'Withdraw access',
  'staff.deactivate.explain':
    'Can sign in no longer, is signed out everywhere, and loses the canned replies of their own.',
  'staff.activate': 'Give access again',
  'staff.recover': 'Ask for recovery',
  'staff.recover.explain':
    'For somebody who lost every passkey. A second supervisor or administrator confirms it within a day; one of the two is an administrator. The old passkeys work no longer then.',
  'staff.recover-confirm': 'Confirm recovery',
  'staff.recover-confirm.explain':
    'Make sure with {name} in person, by telephone or face to face, that this is right. All passkeys end, and you get a one-time link.',
  'staff.recover-cancel': 'Reject recovery',
  'staff.link.title': 'One-time link for {name}',
  'staff.link.explain':
    'This link can be seen once, now. Give it to {name} directly; whoever has it can sign in as {name}. It is good until {time}.',
  'staff.link.label': 'Link',
  'staff.link.copy': 'Copy',
  'staff.link.copied': 'Copied',
  'staff.done': 'Done',
  'staff.saved': 'Saved.',

  'error.not-fresh': 'This works only in the first ten minutes after signing in. Sign out and in again.',
  'error.last-passkey': 'Without this passkey you could not sign in any more.',
  'error.invitation-over': 'This invitation was used, replaced or has expired.',
  'error.unknown-person': 'That staff member is not there (any more).',
  'error.can-sign-in': 'That staff member can sign in already. If everything is lost, ask for recovery.',
  'error.last-administrator': 'This is the last administrator who can sign in.',
  'error.own-recovery': 'You have no part in your own recovery.',
  'error.recovery-needs-another': 'Somebody other than who asked must confirm.',
  'error.recovery-needs-administrator': 'One of the two must be an administrator.',
  'error.recovery-over': 'That recovery is not asked for (any more).',
};
