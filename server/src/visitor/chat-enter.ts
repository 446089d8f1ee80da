import { err, ok } from '@haven/shared/result';
import { bind, tellRevocations, type VisitorHandler } from './connection';

export const chatEnter: VisitorHandler<'chat:enter'> = async (edge, connection, answers) => {
  if (edge.isLeaving()) return err('leaving');
  if (connection.chat !== null) return err('wrong-phase');
  // The same chat when the first attempt's outcome never came.
  if (connection.entering === null && !(await edge.mayEnter(connection.from))) return err('too-frequent');
  // A live state that cannot say keeps nobody out.
  if (connection.entering === null && (await edge.isBlocked(connection.network))) return err('blocked');
  connection.entering ??= edge.newChatId();
  const chat = connection.entering;
  const outcome = await edge.decide(
    { kind: 'enter', chat, connection: connection.id, answers, proven: connection.proven },
    () => bind(connection, chat),
  );
  if (!outcome.ok) {
    if (outcome.error === 'turned-away') edge.onTurnedAway(answers.region);
    return outcome;
  }
  tellRevocations(edge, connection.socket);
  return outcome.value.chat ? ok(edge.capabilities.forVisitor(outcome.value.chat)) : err('unavailable');
};
