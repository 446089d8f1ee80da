import type { retire as dutch } from '../nl/retire';

export const retire: Readonly<Record<keyof typeof dutch, string>> = {
  'retire.desk': 'Retire this desk…',
  'retire.region': 'Retire this region…',
  'retire.label': 'Retire {name}…',
  'retire.save-first': 'Save your changes first, or drop them. Then you can do this.',
  'retire.title': 'Retire {name}?',
  'retire.looking': 'Looking at what that means…',
  'retire.not-yet': 'This cannot be done yet. First:',
  'retire.look-again': 'Look again',
  'retire.cancel': 'Cancel',
  'retire.do': 'Retire',
  'retire.done': '{name} is retired.',

  'retire.obstacle.general-desk':
    'This is the general desk. Chats that no other desk serves come here, so it cannot be retired.',
  'retire.obstacle.serves':
    'Only this desk serves {names}. Choose another desk on this page, under Regions, and save it.',
  'retire.obstacle.in-overflow':
    'The overflow of {names} reaches this desk. Take it out of those steps, at Overflow and opening hours.',
  'retire.obstacle.waiting':
    '{n, plural, one{Somebody waits at this desk.} other{# visitors wait at this desk.}} A supervisor can move those who wait to another desk and pause new chats, at Overflow and opening hours.',
  'retire.obstacle.going':
    '{n, plural, one{A chat of this desk is going on.} other{# chats of this desk are going on.}} Wait until it is over.',
  'retire.obstacle.published':
    'The published roster still has {n, plural, one{# shift} other{# shifts}} for this region alone, until {date}. Change the draft and publish it, at Roster.',
  'retire.obstacle.draft':
    'The draft of the roster still has {n, plural, one{# shift} other{# shifts}} for this region alone, until {date}. Take away what was made by hand, and make the roster of those weeks anew.',
  'retire.obstacle.patterns':
    'Recurring shifts for this region alone: {names}. Take them away or give them another region, at Roster, Patterns.',

  'retire.means': 'What happens then:',
  'retire.means.desk':
    'No chats come to this desk any more. It is gone from the board, from choices and from settings, at once and everywhere.',
  'retire.means.people':
    '{n, plural, one{{names} belongs to no other desk, and then to the general desk.} other{{names} belong to no other desk, and then to the general desk.}} Nobody is signed out.',
  'retire.means.desk-kept':
    'The name stays in reports, records, the audit log and past rosters. Overflow, opening hours and canned replies are kept.',
  'retire.means.desk-website':
    'Does a website of yours name this desk? Take it out there. Until then the chat simply asks visitors for their region.',
  'retire.means.region':
    'Visitors can choose this region no longer. Whoever names it all the same comes to the general desk.',
  'retire.means.shifts':
    '{n, plural, one{# shift names this region beside others, and stays for the others.} other{# shifts name this region beside others, and stay for the others.}}',
  'retire.means.region-kept': 'The name stays in reports, records, the audit log and past rosters.',
  'retire.means.region-website':
    'Does a website of yours name this region? Take it out there. Until then the chat simply asks visitors for their region.',
  'retire.means.desk-back': 'You can bring it back, on this page. Then choose anew which regions it serves.',
  'retire.means.region-back':
    'You can bring it back, on this page. Then the same desk serves it again, if that is still there.',

  'retire.desks': 'Retired desks',
  'retire.regions': 'Retired regions',
  'retire.since': 'Retired on {date}',
  'retire.bring-back': 'Bring back',
  'retire.bring-back-label': 'Bring {name} back',
  'retire.back.desk': '{name} is back. Choose under Regions what it serves.',
  'retire.back.region': '{name} is back.',
  'retire.name-taken': 'Another one has that name now. Rename that one first.',
  'retire.full': 'There are as many as there may be. Retire another one first.',
};
