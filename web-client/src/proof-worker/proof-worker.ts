import { type Puzzle, solve } from './solve';

// Holds no key and no word: it counts, so that the page does not have to.
self.addEventListener('message', ({ data }: MessageEvent<Puzzle>) => self.postMessage(solve(data)));
