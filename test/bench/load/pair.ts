/** Prefix and start of the content: 30 bytes that make one frame differ from the next, as base64url. */
const HEAD_CHARACTERS = 40;

/** One end of a pair; several ends may share a connection. */
export type End = {
  /** The next frame this end sends, as base64url; its first 40 characters differ from those of every other frame. */
  readonly nextFrame: () => string;
  readonly send: (frame: string, acknowledge: (reply: unknown) => void) => void;
  /** Who is to be told what arrives at this end. */
  readonly listen: (onFrame: (frame: string) => void) => void;
};

export type Moments = {
  /** The sender learnt that the frame was stored. */
  readonly onAcknowledged: () => void;
  /** The other end has the frame. */
  readonly onDelivered: () => void;
};

/** Two ends, on different nodes, that send each other frames and check that each arrives once and in order. */
export type Pair = { send(side: 0 | 1, moments: Moments): void };

const numberOf = (frame: string) => Buffer.from(frame.slice(0, 16), 'base64url').readUInt32BE(8);

type Sent = { readonly head: string; readonly onDelivered: () => void };

export function createPair(ends: readonly [End, End], fail: (fault: string) => void): Pair {
  const underWay: readonly [Sent[], Sent[]] = [[], []];
  for (const side of [0, 1] as const) {
    const arriving = underWay[side === 0 ? 1 : 0];
    ends[side].listen((frame) => {
      const expected = arriving.shift();
      if (expected === undefined) fail('A frame came that nobody had sent, or twice.');
      else if (expected.head !== frame.slice(0, HEAD_CHARACTERS)) {
        fail(`Number ${numberOf(frame)} came where ${numberOf(expected.head)} was due.`);
      } else expected.onDelivered();
    });
  }
  return {
    send: (side, { onAcknowledged, onDelivered }) => {
      const frame = ends[side].nextFrame();
      underWay[side].push({ head: frame.slice(0, HEAD_CHARACTERS), onDelivered });
      ends[side].send(frame, (reply) => {
        if ((reply as { ok: boolean }).ok) onAcknowledged();
        else fail(`A frame was refused: ${JSON.stringify(reply)}`);
      });
    },
  };
}
