import type { desk as dutch } from '../nl/desk';

export const desk: Readonly<Record<keyof typeof dutch, string>> = {
  'app.name': 'Haven',
  'app.demonstration':
    'Demonstration: this server made the keys itself. Such keys do not protect against this server. Hold no real chats here.',
  'app.demonstration-short': 'Demonstration: these keys do not protect against this server.',
  'app.failed.title': 'The console cannot go on',
  'app.failed.no-crypto':
    'This browser cannot start the encryption. Update it or use another one; without encryption not a word leaves this page.',
  'app.failed.no-device-key':
    'This browser cannot keep a device key. A private window or a strict privacy setting may be the cause.',
  'app.failed.internal': 'Something went wrong here. Reload the page: the chats will come back.',
  'app.reload': 'Reload',
  'app.skip': 'To the content',

  'pages.label': 'Page',
  'pages.desk': 'Chats',
  'pages.start': 'Start',
  'start.intro':
    'As an administrator you get no chats and do not see the queue. This is what you can do here:',
  'start.pages': 'All pages',
  'pages.overflow': 'Overflow and opening hours',
  'pages.failed':
    'This page could not be loaded: there is no connection, or the server has a newer version by now. Reload the console as soon as there is a connection; chats then go on as they were.',
  'pages.reload': 'Reload the console',
  'pages.opening': 'Opening …',

  'connection.up': 'Connected',
  'connection.down': 'No connection. We keep trying; what you write is kept in this tab.',
  'connection.down-short': 'No connection',
  'connection.blind':
    'The server cannot say now who waits and who is there. What is shown may be old; it is put right by itself as soon as it can.',
  'connection.blind-short': 'Queue unknown',
  'connection.records-away':
    'What the organisation keeps cannot be reached now. Chats go on. What other pages show may be old, and nothing can be changed for the moment; it comes right by itself as soon as it can.',
  'connection.opening': 'Connecting …',

  'presence.label': 'Presence',
  'presence.available': 'Available',
  'presence.busy': 'Busy',
  'presence.pause': 'Pause',
  'presence.away': 'Away',
  'presence.available.hint': 'Chats are offered to you',
  'presence.busy.hint': 'No new offers',
  'presence.pause.hint': 'Take a breath; your chats stay',
  'presence.away.hint': 'Not at the desk',
  'presence.capacity': 'Chats at once',
  'presence.fewer': 'Fewer chats at once',
  'presence.more': 'More chats at once',
  'presence.load': '{chats} of {capacity}',
  'presence.load-label': '{chats, plural, one{# chat} other{# chats}} of the {capacity} you want at once',
  'presence.since': 'since {time}',
  'presence.went-away': 'You are set to Away: an offer went unanswered.',
  'presence.you-are': 'You are set to {presence}',
  'presence.no-offers': 'No chats are offered to you now. You can still claim from the queue.',
  'presence.become-available': 'I am available',
  'presence.sign-out': 'Sign out',
  'presence.sign-out.explain':
    'Everything of this tab is wiped. The key of this browser stays for the next shift.',
  'presence.sign-out.with-chats':
    'You still have {chats, plural, one{# chat} other{# chats}} going on. Hand over or end them first; otherwise they return to the queue after a minute and a half.',

  'queue.title': 'Queue',
  'queue.count': '{n, plural, =0{Nobody is waiting} one{# visitor waiting} other{# visitors waiting}}',
  'queue.longest': 'longest {wait}',
  'queue.empty': 'Nobody is waiting. A new chat appears here by itself.',
  'queue.more': '{n, plural, one{and # more chat} other{and # more chats}}',
  'queue.claim': 'Claim',
  'queue.claim-label': 'Claim chat {code}',
  'queue.item-label': 'Number {place} in the queue, chat {code}, {region}, waiting since {time}',
  'queue.bar.offered': 'being offered',
  'queue.bar.other-desk': 'other desk',
  'queue.bar.at-capacity': 'you are full',
  'queue.bar.not-entered': '',
  'queue.returning': 'back in the queue',
  'queue.disconnected': 'connection gone',
  'queue.overflow': 'overflow',
  'queue.nothing-to-claim': 'There is no chat you can claim now.',

  'duty.ending':
    'Your shift ends at {time}. No new chats are offered to you.{chats, plural, =0{} other{ Hand over warmly what still goes on.}}',
  'duty.over':
    'Your shift is over. {chats, plural, one{Your chat still goes} other{Your chats still go}} on: finish or hand over. Then you are set to Away.',
  'duty.alert':
    'Standby needed for {desk}: {waiting, plural, one{# visitor is} other{# visitors are}} waiting, the first for {wait, plural, =0{less than a minute} one{# minute} other{# minutes}}.',
  'duty.alert-notification': 'The standby is needed.',

  'offer.title': 'New offer',
  'offer.transfer-title': '{name} asks you to take over a chat',
  'offer.consult-title': '{name} asks you to join a chat',
  'offer.waited': 'waiting {wait}',
  'offer.accept': 'Accept',
  'offer.decline': 'Decline',
  'offer.seconds': '{n, plural, one{# second left} other{# seconds left}}',
  'offer.more': '{n, plural, one{and # more offer} other{and # more offers}}',
  'offer.announce': 'New offer: {about}. {key} to accept.',
  'offer.withdrawn.claimed': 'A colleague has accepted the offer already.',
  'offer.withdrawn.expired': 'The offer has expired.',
  'offer.withdrawn.left': 'The visitor has left meanwhile.',
  'offer.withdrawn.cancelled': 'The offer was withdrawn.',
  'offer.page-title': 'Offer',
  'offer.notification': 'There is an offer for you.',

  'meanwhile.changed': 'Somebody else has changed this meanwhile. It now reads:',
  'meanwhile.removed': 'Somebody else has removed or moved this meanwhile.',
  'meanwhile.take-theirs': 'Take what is there now',
  'meanwhile.go-on': 'Go on with what I typed',
  'meanwhile.anew': 'Add it again',
};
