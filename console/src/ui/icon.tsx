import styles from './icon.module.css';

/** Outlines on a 20 by 20 grid, drawn for this console. */
const PATHS = {
  lock: 'M5.5 9h9v7.5h-9zM7.2 9V6.6a2.8 2.8 0 0 1 5.6 0V9',
  warning: 'M10 3.4 17.4 16.4H2.6zM10 8.4v3.6M10 14.2v.1',
  elsewhere: 'M3.5 6.5h9v9h-9zM7 6.5v-3h9.5v9h-4',
  away: 'M4 4l12 12M7 5.2a7 7 0 0 1 9.6 3.4M3.4 8.6a9 9 0 0 1 2-1.9M6.2 11.8a4.6 4.6 0 0 1 2-1.4M12.6 10.9a4.6 4.6 0 0 1 1.2.9M10 15.4v.1',
  door: 'M4.5 16.5V3.5h7v13M2.5 16.5h10M14 7.2l2.8 2.8-2.8 2.8M16.8 10h-5',
  handOver: 'M3 7.5h11M11 4.5l3 3-3 3M17 12.5H6M9 9.5l-3 3 3 3',
  colleagues: 'M3.2 4.5h9.6v7H7.4L4.8 14v-2.5H3.2zM15 7.5h1.8v6.6h-1.6v2.3l-2.5-2.3H9.2v-.6',
  join: 'M7.5 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM2.5 16.5a5 5 0 0 1 10 0M15 7v6M12 10h6',
  gear: 'M10 7.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM10 2.8v1.9M10 15.3v1.9M2.8 10h1.9M15.3 10h1.9M4.9 4.9l1.4 1.4M13.7 13.7l1.4 1.4M4.9 15.1l1.4-1.4M13.7 6.3l1.4-1.4',
  keys: 'M2.8 5.5h14.4v9H2.8zM5.5 8.3h.1M8.5 8.3h.1M11.5 8.3h.1M14.5 8.3h.1M6.5 11.7h7',
  down: 'M5.5 8l4.5 4.5L14.5 8',
  back: 'M12 5l-5 5 5 5',
  close: 'M5 5l10 10M15 5L5 15',
  send: 'M3.5 16.5 17 10 3.5 3.5l1.8 6.5zM5.3 10H10',
  pen: 'M4 16l.8-3.4L13.4 4 16 6.6 7.4 15.2zM11.8 5.6l2.6 2.6',
  info: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 9v4.4M10 6.4v.1',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6v4.2l2.8 1.6',
  minus: 'M5 10h10',
  plus: 'M5 10h10M10 5v10',
  check: 'M4.5 10.5l3.6 3.6 7.4-8',
} as const;

export type IconName = keyof typeof PATHS;

/** Always beside words, or inside a control with a label of its own. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className={styles['icon']} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d={PATHS[name]} />
  </svg>
);
