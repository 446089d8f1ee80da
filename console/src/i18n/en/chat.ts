import type { chat as dutch } from '../nl/chat';

export const chat: Readonly<Record<keyof typeof dutch, string>> = {
  'chats.title': 'My chats',
  'chats.empty': 'You have no chats now.',
  'chats.none-open': 'An offer appears at the top. From the queue you can claim a chat yourself.',
  'chats.unread': '{n, plural, one{# unread message} other{# unread messages}}',
  'chats.draft': 'Draft not sent',
  'chats.unsent': 'Not delivered yet',

  'chat.code': 'Chat {code}',
  'chat.no-region': 'Region unknown',
  'chat.visitor': 'Visitor',
  'chat.you': 'You',
  'chat.colleague': 'Colleague',
  'chat.start': 'Start of the chat. You are talking with an anonymous visitor.',
  'chat.list-label': 'Messages of chat {code}',
  'chat.visitor-typing': 'The visitor is typing …',
  'chat.new-below': '{n, plural, one{# new message} other{# new messages}}',
  'chat.to-end': 'To the last message',
  'chat.announce-here': 'Visitor: {text}',
  'chat.announce-other': 'New message in chat {code}',
  'chat.notification': 'There is a new message.',
  'chat.show-about': 'About this chat',

  'wait.answer': 'waiting {wait} for an answer',
  'wait.quiet': 'wrote {ago}',
  'wait.nothing-yet': 'nothing written yet',
  'ago.now': 'just now',
  'ago.minutes': '{n} min ago',
  'ago.hours': '{h} h {m} min ago',

  'status.linking': 'Making a secure link …',
  'status.restoring': 'The chat is coming back from the visitor’s device …',
  'status.secure': 'Secure',
  'status.visitor-lost': 'Visitor without connection',
  'status.elsewhere': 'Open in another tab',
  'status.taking-over': 'Being brought here …',
  'status.incoming': 'Visitor chooses what you see',
  'status.joining': 'Visitor decides whether you join',
  'status.handing-over': 'Being handed over to {name}',
  'status.fault': 'No secure link',
  'status.ended.visitor-closed': 'Closed by the visitor',
  'status.ended.emergency-exit': 'Left by the emergency exit',
  'status.ended.silence': 'Visitor fell silent',
  'status.ended.lost': 'Connection lost',
  'status.ended.counsellor-closed': 'Ended by you',
  'status.ended.blocked': 'Blocked by you',

  'banner.linking':
    'The encrypted link with the visitor is being made. You can type already; nothing leaves before the link is secure.',
  'banner.restoring':
    'This tab was reloaded. The visitor’s device is sending the chat back; you can simply go on.',
  'banner.visitor-lost':
    'The visitor’s connection has been gone for {wait}. Reception may be poor. The chat stays open for a few more minutes; what you write arrives as soon as the visitor is back.',
  'banner.elsewhere': 'You have this chat open in another tab. Its text is there too.',
  'banner.continue-here': 'Continue here',
  'banner.taking-over': 'The other tab is gone. This tab is taking over the chat.',
  'banner.incoming':
    'You have accepted the chat. The visitor now chooses whether you see the whole chat, only the summary, or nothing.',
  'banner.incoming-linking': 'The visitor has chosen. The secure link is being made …',
  'banner.returning':
    'The previous counsellor dropped out. The visitor chooses what you may see of the earlier chat.',

  'fault.not-vouched-for':
    'There is no secure link: the visitor’s device does not trust the key of this console. Nothing is sent. Offer the visitor help by another way and report this to the administrator.',
  'fault.certificate-out-of-date':
    'The admission of this device has ended. Ask an administrator to renew it, or hand the chat over to a colleague.',
  'fault.revoked':
    'Your device was withdrawn: nothing is sent any more. Ask the administrator to admit this device again.',
  'fault.other-person':
    'There is no secure link: this device was admitted for somebody else than the visitor was shown. Sign in again.',
  'fault.altered':
    'Something was changed on the way. What was changed has been refused; you see only what truly comes from the visitor. If it happens again, report it to the administrator.',
  'fault.no-answer': 'The visitor’s device does not answer. We try again by ourselves.',

  'ended.visitor-closed': 'The visitor has closed the chat.',
  'ended.emergency-exit':
    'The visitor left by the emergency exit. Often somebody is near at such a moment; it says nothing about your chat. The visitor can start another chat later.',
  'ended.silence':
    'The visitor wrote nothing for a long time and did not answer when asked whether somebody was there. The chat was closed for that reason.',
  'ended.lost':
    'The visitor’s connection did not come back. It may be poor reception, or a phone that was switched off; we do not know.',
  'ended.counsellor-closed': 'You have ended the chat.',
  'ended.blocked': 'You have blocked this visitor’s network, and the chat has ended.',

  'words.title': 'Six words',
  'words.explain':
    'The visitor sees the same words. If you speak on the phone you can compare them: when they match, nobody reads along.',
  'words.show': 'Secure; show the six words',

  'delivery.sending': 'sending',
  'delivery.sent': 'sent',
  'delivery.received': 'received',
  'delivery.failed': 'not sent',
  'delivery.again': 'Send again',

  'composer.label': 'Message to the visitor of chat {code}',
  'composer.placeholder': 'Write a message; / for canned replies',
  'composer.send': 'Send',
  'composer.hint-enter': 'Enter sends, Shift+Enter is a new line',
  'composer.hint-ctrl-enter': 'Ctrl+Enter sends, Enter is a new line',
  'composer.left': '{n, plural, one{# character left} other{# characters left}}',
  'composer.too-long': '{n, plural, one{# character too long} other{# characters too long}}',
  'composer.refused': 'Your message was not sent; it is back in the message field.',
  'composer.closed': 'Nothing can be written in this chat now.',

  'about.title': 'About this chat',
  'about.region': 'Region',
  'about.desk': 'Desk',
  'about.language': 'Language',
  'about.for-whom': 'For whom',
  'about.topics': 'Topics',
  'about.entered': 'Here since',
  'about.waited': 'Waited',
  'about.unknown': 'rather not said',
  'language.nl': 'Dutch',
  'language.en': 'English',
  'for-whom.myself': 'for themselves',
  'for-whom.someone-else': 'for someone else',
  'for-whom.professional': 'as a professional',
  'topic.safety': 'safety',
  'topic.partner': 'partner',
  'topic.children': 'children',
  'topic.family': 'family',
  'topic.stalking': 'stalking',
  'topic.housing': 'housing',
  'topic.money': 'money',
  'topic.legal': 'law',
  'topic.other': 'something else',

  'safety.title': 'Safety level',
  'safety.green': 'Green',
  'safety.orange': 'Orange',
  'safety.red': 'Red',
  'safety.green.hint': 'Safety can be restored with simple means',
  'safety.orange.hint': 'Help is needed to break the pattern',
  'safety.red.hint': 'Acute threat: flight, police',
  'safety.none': 'No safety level',
  'safety.clear': 'Clear',
  'safety.label': 'Safety level {level}',
};
