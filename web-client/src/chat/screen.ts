import type { LinkFault } from '@haven/shared/endpoint/conversation';
import type { ChatState } from './state';

/** What the visitor sees; one component each. */
export type Screen =
  | 'safe'
  | 'questions'
  | 'connecting'
  | 'unreachable'
  | 'waiting'
  | 'conversation'
  | 'fault'
  | 'ended'
  | 'nobody'
  | 'failed';

/** A fault that makes it unsafe to write; a computer that does not answer is none. */
export function faultOf({ encryption }: ChatState): Exclude<LinkFault, 'no-answer'> | null {
  const link = encryption?.link ?? null;
  if (link === null || link.state !== 'broken') return null;
  return link.fault === 'no-answer' ? null : link.fault;
}

/** The counsellor was lost and nobody has the chat: the visitor sees the conversation, and that somebody is sought. */
export const counsellorLost = ({ stage }: ChatState): boolean =>
  stage.name === 'chatting' &&
  stage.view.returning &&
  (stage.view.phase === 'waiting' || stage.view.phase === 'offered');

export function screenOf(state: ChatState): Screen {
  const { stage } = state;
  switch (stage.name) {
    case 'safe':
    case 'questions':
    case 'ended':
    case 'nobody':
    case 'failed':
      return stage.name;
    case 'entering':
      return stage.refused || state.connection.trouble === 'cut' ? 'unreachable' : 'connecting';
    case 'resuming':
      return state.connection.trouble === 'cut' ? 'unreachable' : 'connecting';
    case 'closing':
      return 'conversation';
    case 'chatting': {
      const queued = stage.view.phase === 'waiting' || stage.view.phase === 'offered';
      if (queued) return counsellorLost(state) ? 'conversation' : 'waiting';
      return faultOf(state) === null ? 'conversation' : 'fault';
    }
  }
}
