/** What keys do in the roster's grid; the sheet of keys is drawn from it, too. */
export const GRID_KEYS = [
  { action: 'move', shown: '← ↑ ↓ →' },
  { action: 'ends', shown: 'Home, End' },
  { action: 'week', shown: 'Page Up, Page Down' },
  { action: 'open', shown: 'Enter' },
  { action: 'hole', shown: 'O' },
] as const;
