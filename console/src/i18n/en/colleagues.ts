import type { colleagues as dutch } from '../nl/colleagues';

export const colleagues: Readonly<Record<keyof typeof dutch, string>> = {
  'colleagues.title': 'Colleagues',
  'colleagues.search': 'Find a colleague',
  'colleagues.nobody': 'Nobody else is at the desk now.',
  'colleagues.left': 'No longer here',
  'colleagues.unread': '{n, plural, one{Colleagues, # unread message} other{Colleagues, # unread messages}}',
  'colleagues.with': 'Messages with {name}',
  'colleagues.back': 'Back to all colleagues',
  'colleagues.kept':
    'On your two screens only, encrypted from one to the other. Gone when you sign out, and half an hour after your shift at the latest.',
  'colleagues.field': 'Message to {name}',
  'colleagues.placeholder': 'Write a message',
  'colleagues.send': 'Send to {name}',
  'colleagues.words':
    'Your colleague sees the same words. Compare them on the phone or across the table: when they match, nobody reads along.',
  'colleagues.away': '{name} is no longer there. Your text is still in the message field and was not sent.',
  'colleagues.announce-here': '{name}: {text}',
  'colleagues.announce-other': 'New message from {name}',
  'colleagues.notification': 'There is a message from a colleague.',
  'colleagues.fault.not-vouched-for':
    'Something came in the name of {name} that your organisation does not vouch for, or that was changed on the way. None of it is shown and nothing was sent there. Call each other, and report it to the administrator.',
  'colleagues.fault.certificate-out-of-date':
    'The admission of the device of {name}, or of yours, has run out. Have the administrator renew it and sign in again.',
  'colleagues.fault.revoked':
    'The device of {name} was withdrawn. Nothing is sent there any more, and what comes from it is not shown.',
  'colleagues.fault.other-person':
    'What came in the name of {name} is somebody else’s. None of it is shown and nothing was sent there. Report it to the administrator.',
  'colleagues.fault.altered':
    'Something was changed on the way. It was refused; you see only what truly comes from {name}. If it happens again, report it to the administrator.',
  'colleagues.fault.no-answer': 'The console of {name} does not answer. What was not sent says so.',
};
