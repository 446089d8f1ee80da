import type { display as dutch } from '../nl/display';

export const display: Readonly<Record<keyof typeof dutch, string>> = {
  'display.title': 'Displays on a wall',
  'display.hint':
    'A display on a wall shows this board without anybody being signed in there: numbers and alarms, no names. Make a link, open it on the display, and give the display a name that says where it hangs.',
  'display.name': 'Where the display hangs',
  'display.make': 'Make a link',
  'display.link': 'Link for the display',
  'display.link-explain':
    'Open this link on the display, before {time}. It works once and cannot be seen again after this.',
  'display.made': 'made by {name}, {time}',
  'display.waits': 'not opened yet; the link works until {time}',
  'display.on': 'is on',
  'display.seen': 'last seen: {time}',
  'display.end': 'End',
  'display.end-label': 'End {name}',
  'display.opening': 'Connecting …',
  'display.old': 'No connection. This is how it was at {time}.',
  'display.over': 'This display does not show the board.',
  'display.ended': 'It was ended, or never opened. A supervisor makes a new link on the page Board.',
  'display.link-refused':
    'This link was used before or is too old. A supervisor makes a new one on the page Board.',
  'display.other-language': 'Nederlands',
  'display.other-theme': 'Light or dark',
};
