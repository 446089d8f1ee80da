import { createVisitorRelay, type VisitorRelay } from '@haven/shared/transport/visitor-relay';
import { ERRORS, type ErrorCode } from '@haven/shared/protocol/errors';
import type { SocketPort } from '@haven/shared/transport/socket-port';
import type { ChatEvent } from '../chat/event';
import { pageClock } from '../transport/clock';
import { type CryptoLink, startCryptoLink } from '../transport/crypto-link';
import { createLook } from '../transport/look';
import { prove, type Solver, workerSolver } from '../transport/proof';
import { openSocket } from '../transport/socket';
import type { Live } from './live';
import { startWorker } from './workers';

const fetchJson = async (path: string): Promise<unknown> => {
  const answer = await fetch(path, { credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
};

/** Joins relay, workers and state. One chat at a time: the next one gets a connection and a worker of its own. */
export function createLive(send: (event: ChatEvent) => void): Live {
  let port: SocketPort | null = null;
  let relay: VisitorRelay | null = null;
  let crypto: CryptoLink | null = null;
  let solver: Solver | null = null;

  const refused = (error: ErrorCode): void => send({ type: 'refused', error, remedy: ERRORS[error].remedy });

  const look = createLook({
    fetchJson,
    clock: pageClock,
    onOrganisation: (organisation) => send({ type: 'organisation', organisation }),
    onStatus: (open, closed) => send({ type: 'status', open, closed }),
  });

  const openRelay = (): VisitorRelay => {
    relay?.close();
    port = openSocket();
    relay = createVisitorRelay({
      port,
      clock: pageClock,
      onView: (view, capability) => send({ type: 'view', view, capability }),
      onFrame: (frame) => crypto?.tell({ type: 'frame', frame }),
      onRevocations: (lists) => crypto?.tell({ type: 'revocations', lists }),
      onConnection: (up) => send({ type: 'connection', up }),
      onRefused: refused,
    });
    return relay;
  };

  const stopWorkers = (): void => {
    crypto?.stop();
    crypto = null;
    solver?.stop();
    solver = null;
  };

  const run: Live['run'] = (effect) => {
    switch (effect.type) {
      case 'look':
        return look();
      case 'start-worker':
        stopWorkers();
        crypto = startCryptoLink({
          start: () => startWorker('crypto'),
          submit: async (event, payload) => (relay === null ? 'unavailable' : relay.submit(event, payload)),
          clock: pageClock,
          onMessage: (message) => send({ type: 'worker', message }),
        });
        return;
      case 'to-worker':
        return crypto?.tell(effect.message);
      case 'stop-worker':
        return stopWorkers();
      case 'enter':
        void openRelay()
          .enter(effect.answers)
          .then((result) => {
            if (!result.ok) refused(result.error);
          });
        return;
      case 'resume':
        return openRelay().resume({ capability: effect.capability });
      case 'reconnect':
        return port?.reconnect();
      case 'leave':
        void relay?.leave(effect.reason);
        return;
      case 'prove':
        if (relay === null || solver !== null) return;
        solver = workerSolver(() => startWorker('proof'));
        void prove(relay, solver);
        return;
      case 'hang-up':
        return relay?.close();
      case 'answer-survey':
        void relay?.answerSurvey(effect.survey);
        return;
    }
  };

  return { run, stopWorkers, closeSocket: () => relay?.close() };
}
