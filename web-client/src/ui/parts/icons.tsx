const PATHS = {
  /** An eye, half closed. */
  neutral:
    'M3 11c2.6 3 5.6 4.500 9 4.500S18.400 14 21 11M5.200 14.200 3.800 16.500M9.300 15.700 8.700 18.200M14.700 15.700l.6 2.500M18.800 14.200l1.400 2.300',
  options: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.800v4.400M9 14.800v4.400',
  verified:
    'M12 3.500 5.500 6v5.500c0 4 2.600 7.200 6.500 9 3.900-1.800 6.500-5 6.500-9V6ZM8.800 12l2.200 2.300 4.200-4.600',
  phone:
    'M7 4h3l1.500 4L9.500 9.500a11 11 0 0 0 5 5L16 12.500l4 1.500v3a3 3 0 0 1-3.300 3A14.500 14.500 0 0 1 4 7.300 3 3 0 0 1 7 4Z',
  send: 'M5 12h13M12.500 6l6 6-6 6',
  back: 'M19 12H6M11.500 6l-6 6 6 6',
  close: 'M6.500 6.500l11 11M17.500 6.500l-11 11',
  down: 'M12 5v13M6 12.500l6 6 6-6',
  sending: 'M12 7v5l3 2M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Z',
  sent: 'M5 12.500l4.500 4.500L19 7.500',
  received: 'M2.500 12.500 7 17l9-9.500M12 16.500l.7.5L21.500 7.500',
  failed: 'M12 7v6M12 16.500v.5M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17Z',
  notice: 'M12 11v6M12 7v.5M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17Z',
} as const;

export type IconName = keyof typeof PATHS;

/** Beside a text or inside a labelled control, so never read out. */
export function Icon({ name }: { readonly name: IconName }) {
  const turns = name === 'send' || name === 'back';
  return (
    <svg class={turns ? 'icon turns' : 'icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
