import type { organisation as dutch } from '../nl/organisation';

export const organisation: Readonly<Record<keyof typeof dutch, string>> = {
  'pages.organisation': 'Organisation',
  'organisation.intro':
    'What visitors read about you, and where chats go. What you save holds at once: whoever opens the chat after that reads the new words.',
  'organisation.part.name': 'Name',
  'organisation.part.telephones': 'Telephone numbers',
  'organisation.part.openingTimes': 'Opening times in words',
  'organisation.part.exitUrl': 'Page of the quick exit',
  'organisation.part.desks': 'Desks',
  'organisation.part.regions': 'Regions',

  'organisation.name': 'Name of the organisation',
  'organisation.name-hint': 'As visitors read it. The name under which devices are admitted does not change.',

  'organisation.telephones-hint':
    'Visitors see these numbers when nobody is there, or when something goes wrong. Call a new number yourself first.',
  'organisation.telephone': 'Telephone number {n}',
  'organisation.both.whose': 'Whose ({language})',
  'organisation.number': 'Number',
  'organisation.dialled': 'Is dialled as {number}',
  'organisation.both.hours': 'When ({language})',
  'organisation.up': 'Up',
  'organisation.up-label': 'Move {name} up',
  'organisation.down': 'Down',
  'organisation.down-label': 'Move {name} down',
  'organisation.remove': 'Remove',
  'organisation.remove-label': 'Remove {name}',
  'organisation.add-telephone': 'Add a telephone number',

  'organisation.opening-hint':
    'One sentence for visitors. When a desk takes chats is set on the page Overflow and opening hours.',
  'organisation.both.opening': 'Opening times ({language})',

  'organisation.exit-hint':
    'Where a visitor comes who must leave at once, unless your website names another page. Choose something ordinary, such as the weather.',
  'organisation.exit': 'Address of the page',
  'organisation.exit-of-server':
    'This server now leads to {url} (setting EXIT_URL). For as long as that is set, it takes precedence.',

  'organisation.desks-hint':
    'Who works there is chosen on the page Staff. A desk that ends is retired: its name stays in reports and past rosters.',
  'organisation.both.desk': 'Name of the desk ({language})',
  'organisation.new-desk': 'New desk',
  'organisation.general': 'The general desk: for whoever names no region, and for what no other desk serves.',
  'organisation.serves': '{n, plural, =0{Serves no region.} other{Serves {names}.}}',
  'organisation.add-desk': 'Add a desk',
  'organisation.not-add': 'Do not add it after all',

  'organisation.regions-hint':
    'A new region is in no roster yet: until then its chats reach the general desk, where there is a roster.',
  'organisation.region': 'Name of the region',
  'organisation.new-region': 'New region',
  'organisation.served-by': 'Chats come to',
  'organisation.served-too':
    '{n, plural, one{{names} serves this region too} other{{names} serve this region too}}. If you choose another desk here, only that one still serves it.',
  'organisation.add-region': 'Add a region',

  'organisation.fault.empty': 'Fill this in.',
  'organisation.fault.long': 'This is too long.',
  'organisation.fault.number':
    'This number cannot be dialled: write digits only, with a + in front if need be.',
  'organisation.fault.exit': 'Write the whole address, beginning with https://',
  'organisation.fault.twice': 'There is one of that name already.',
  'organisation.fault.none': 'Name at least one telephone number.',

  'organisation.unsaved-label': 'Not saved yet',
  'organisation.unsaved': 'Not saved yet: {names}.',
  'organisation.wrong': '{n, plural, one{One field is not right yet.} other{# fields are not right yet.}}',
  'organisation.changed-meanwhile':
    'Somebody else has changed something meanwhile. You can take over what you have not touched yourself, and go on with your own changes.',
  'organisation.go-on': 'Take over and go on',
  'organisation.take-theirs': 'Throw my changes away',
  'organisation.drop': 'Do not save',
  'organisation.save': 'Save',
  'organisation.saved': 'Saved. It holds now.',
};
