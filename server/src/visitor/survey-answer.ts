import { err, ok } from '@haven/shared/result';
import type { VisitorHandler } from './connection';

/** Counted without any tie to the chat; a second answer of the same connection is not. */
export const surveyAnswer: VisitorHandler<'survey:answer'> = async (edge, connection, answers) => {
  if (connection.chat === null) return err('not-entered');
  if (!connection.answeredSurvey) edge.onSurvey(answers);
  connection.answeredSurvey = true;
  return ok({});
};
