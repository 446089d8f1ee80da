import type { trust as dutch } from '../nl/trust';

/** The organisation's keys: who may answer in its name. */
export const trust: Readonly<Record<keyof typeof dutch, string>> = {
  'pages.keys': 'Keys',
  'trust.stop': 'Stop',
  'trust.copy': 'Copy',
  'trust.copied': 'Copied',
  'trust.withdraw': 'Withdraw',

  'trust.fault.refused':
    'The server did not take this: something has changed meanwhile, or it no longer holds. Please look again.',
  'trust.fault.unreachable':
    'The server cannot be reached now. What stands here stays: try again in a moment.',
  'trust.fault.failed': 'This browser could not do it. Please reload the page.',
  'trust.fault.wrong-words': 'These words are not right. Look on the paper for a wrong or swapped word.',
  'trust.fault.other-root': 'These are the words of another root key than those of this organisation.',

  'trust.roots': 'Root key',
  'trust.roots.what':
    'Visitors trust only who was admitted with this key. It exists as 24 words on paper and nowhere else; this server does not know it either.',
  'trust.demonstration':
    'Demonstration: this server makes all keys itself now, and they do not protect against this server. Make a root key of your own here and put it to use. There is no way back to the demonstration.',
  'trust.root.before':
    'Do this with two people, pen and paper, on a computer that you trust. The words are on the screen once. Whoever has them can pose as your organisation; whoever loses them has to begin again.',
  'trust.root.make': 'Make the root key',
  'trust.root.make-successor': 'Make a successor',
  'trust.root.write':
    'Write these 24 words with their numbers on paper, twice. They are kept nowhere and do not come back. Stay on this page until they are checked: whoever leaves before begins again with other words.',
  'trust.root.words': 'The 24 words of the root key',
  'trust.root.written': 'Written down',
  'trust.root.ask-back':
    'Read these words from the paper and type them. If something on it is not right, stop, destroy the paper and begin again: this key was used nowhere yet.',
  'trust.root.word': 'Word {number}',
  'trust.root.check': 'Check',
  'trust.root.type': 'The 24 words of the root key, from the paper',
  'trust.root.in-use': 'In use',
  'trust.root.noted': 'Made, not yet in use',
  'trust.root.begin': 'Put to use; the demonstration ends',
  'trust.root.use': 'Put to use',
  'trust.root.end': 'Use no more',
  'trust.pin':
    'The line for the website. Give it to the web editor by a way that this server has no part in.',
  'trust.change': 'Changing the root key',
  'trust.change.1':
    'Make a successor and keep its words like those of the first. This browser can admit devices with it at once.',
  'trust.change.2': 'Put the successor to use, and the line with both keys on the website.',
  'trust.change.3': 'Renew all devices. Whoever was admitted with the successor is trusted by everybody.',
  'trust.change.4':
    'A week later: use the old root key no more, and put the line with only the new one on the website. If the words are in the wrong hands, do this at once.',

  'trust.issuers': 'Issuers',
  'trust.issuers.what':
    'An administrator’s browser admits devices in the name of the root key, for half a year. See that there are two. If all are lost, the 24 words suffice for a new one.',
  'trust.issuer.none-here': 'This browser is no issuer: nobody can be admitted here.',
  'trust.issuer.certify': 'Make this browser an issuer',
  'trust.issuer.here': 'This browser',
  'trust.issuer.elsewhere': 'Another browser',
  'trust.issuer.name': 'issuer {serial}',

  'trust.requests': 'Requests',
  'trust.requests.what':
    'Call, or go there: have your colleague read the four words on her screen and type them here. If they are not the same, somebody changed something on the way.',
  'trust.requests.none': 'Nobody waits.',
  'trust.request.words': 'The four words that {name} reads',
  'trust.request.certify': 'Admit',
  'trust.request.other-words': 'These are other words. Admit nobody before they are right.',

  'trust.devices': 'Devices',
  'trust.devices.what':
    'An admission holds for a week. They are renewed together with the roster, in an issuer’s browser.',
  'trust.devices.none': 'No device was admitted yet.',
  'trust.devices.left':
    'Works here no longer, or has another role now: it is not renewed. Withdraw it if the device is not to be trusted any more.',
  'trust.devices.renew': '{count, plural, one {Renew # device} other {Renew # devices}}',
  'trust.validity.good': 'Holds until {day}',
  'trust.validity.ending': 'Ends soon: {day}',
  'trust.validity.ended': 'Has ended: {day}',
  'trust.validity.withdrawn': 'Withdrawn; held until {day}',

  'trust.withdraw.title': 'Withdraw: {who}',
  'trust.withdraw.what':
    'Chats with this device stop at once, on the visitor’s side, and the console is signed out. Until its admission would have ended by itself, a week at most, nobody signs in there again. With an issuer falls all that it admitted; those devices ask to be admitted anew.',
  'trust.withdraw.reason': 'Why',
  'trust.reason.lost': 'lost or stolen',
  'trust.reason.left': 'works here no longer',
  'trust.reason.replaced': 'replaced',
  'trust.reason.misused': 'misused, or perhaps copied',

  'trust.log': 'Log of keys',
  'trust.log.what':
    'Everything that was ever signed stands in one log; this browser has seen {size, plural, one {# line} other {# lines}}. Read these four words to a colleague now and then. The same number of lines has the same words; if they differ, report it.',
  'trust.log.words': 'The four words of the log',
  'trust.alarm.log':
    'The log of keys is no longer what it was. Somebody may be hiding keys. Report this to the administrator now.',
  'trust.alarm.strange':
    'Since {day} another device ({key}…) may answer in your name. If it is not yours, report this to the administrator now.',
  'trust.alarm.mine': 'It is mine',

  'trust.issuers.ending':
    'From {day} on no browser can admit or renew devices any more. Make one an issuer in time, on the page Keys, with the 24 words.',
  'trust.issuers.over':
    'No browser can admit or renew devices now. Make one an issuer, on the page Keys, with the 24 words.',
  'trust.devices.ending':
    '{count, plural, one {Soon visitors will no longer accept # device. Renew it on the page Keys.} other {Soon visitors will no longer accept # devices. Renew them on the page Keys.}}',
  'trust.own.over':
    'Visitors no longer accept this device: its admission has ended. Chats that are going on stay; you get no new ones. Ask an administrator to renew it: then you can be available again, here, without signing in.',
  'trust.own.ending': 'The admission of this device ends soon: {day}. Ask an administrator to renew it.',

  'trust.enrol': 'This device waits to be admitted',
  'trust.enrol.why':
    'You are signed in. Before you can talk with visitors, an administrator admits this device: so a visitor can be sure that it is you, whatever this server says.',
  'trust.enrol.asking': 'The request is being made …',
  'trust.enrol.read':
    'The request was sent. Read these four words to the administrator, by telephone or across the table.',
  'trust.enrol.words': 'The four words of this request',
  'trust.enrol.wait': 'As soon as it is done, the duty desk opens here by itself.',
  'trust.enrol.again': 'Ask again',
};
