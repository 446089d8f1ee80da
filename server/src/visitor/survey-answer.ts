import { err, ok } from '@haven/shared/result';
import type { VisitorHandler } from './connection';

/**
 * Kept with the chat in the live state until both are forgotten; see the contact record. Answers that come after that
 * are dropped: they would need a tie to be counted with the chat.
 */
export const surveyAnswer: VisitorHandler<'survey:answer'> = async (edge, connection, answers) => {
  if (connection.chat === null) return err('not-entered');
  if (!connection.answeredSurvey) {
    edge.onSurvey(answers);
    const kept = await edge.decide({ kind: 'answer-survey', chat: connection.chat, survey: answers });
    if (!kept.ok && kept.error === 'unavailable') return kept;
  }
  connection.answeredSurvey = true;
  return ok({});
};
