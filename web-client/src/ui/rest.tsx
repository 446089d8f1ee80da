import type { Screen } from '../chat/screen';
import type { ChatState } from '../chat/state';
import { Conversation } from './screens/conversation';
import { Ended } from './screens/ended';
import { Failed } from './screens/failed';
import { Fault } from './screens/fault';
import { Nobody } from './screens/nobody';
import { Questions } from './screens/questions';
import { Unreachable } from './screens/unreachable';
import { Waiting } from './screens/waiting';

/** Every screen after the first, fetched while that one is read. */
export type LaterScreen = Exclude<Screen, 'safe' | 'connecting'>;

export function Later({ screen, state }: { readonly screen: LaterScreen; readonly state: ChatState }) {
  const { stage } = state;
  switch (screen) {
    case 'questions':
      return <Questions />;
    case 'unreachable':
      return <Unreachable />;
    case 'waiting':
      return stage.name === 'chatting' ? <Waiting view={stage.view} /> : null;
    case 'conversation':
      return <Conversation />;
    case 'fault':
      return <Fault />;
    case 'ended':
      return stage.name === 'ended' ? <Ended reason={stage.reason} /> : null;
    case 'nobody':
      return <Nobody blocked={stage.name === 'nobody' && stage.blocked} />;
    case 'failed':
      return <Failed />;
  }
}

export { Composer } from './parts/composer';
export { Options } from './parts/options';
