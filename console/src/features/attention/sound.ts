import type { Milliseconds } from '@haven/shared/units';

export type SoundKind = 'offer' | 'message';

/** Soft sine notes, made here: no file to fetch, nothing that sounds like a telephone. Hertz, seconds. */
const NOTES = {
  offer: [
    { pitch: 587, at: 0, length: 0.5 },
    { pitch: 784, at: 0.22, length: 0.7 },
  ],
  message: [{ pitch: 523, at: 0, length: 0.35 }],
} as const satisfies Record<SoundKind, readonly { pitch: number; at: number; length: number }[]>;

const LOUDEST = 0.3;
const ATTACK = 0.03;
const SILENT = 0.0001;

/** How often an unanswered offer is heard again. */
export const OFFER_AGAIN: Milliseconds = 4_000;

export type Sound = {
  /** `volume` from 0 to 1. Silent while the browser waits for a first click or key. */
  play(kind: SoundKind, volume: number): void;
  /** True while the browser holds sound back until somebody touched the page. */
  blocked(): boolean;
  /** To be called from a click or a key: the only moment at which browsers allow sound to start. */
  wake(): void;
};

export const createSound = (makeContext: () => AudioContext): Sound => {
  let context: AudioContext | null = null;
  const wake = () => {
    context ??= makeContext();
    if (context.state === 'suspended') void context.resume();
  };
  return {
    wake,
    blocked: () => context?.state !== 'running',
    play: (kind, volume) => {
      wake();
      if (context === null || volume <= 0) return;
      for (const note of NOTES[kind]) {
        const start = context.currentTime + note.at;
        const oscillator = new OscillatorNode(context, { type: 'sine', frequency: note.pitch });
        const gain = new GainNode(context, { gain: SILENT });
        gain.gain.setValueAtTime(SILENT, start);
        gain.gain.exponentialRampToValueAtTime(LOUDEST * volume, start + ATTACK);
        gain.gain.exponentialRampToValueAtTime(SILENT, start + note.length);
        oscillator.connect(gain).connect(context.destination);
        oscillator.start(start);
        oscillator.stop(start + note.length);
      }
    },
  };
};
