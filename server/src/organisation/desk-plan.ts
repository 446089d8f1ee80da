import type { Organisation } from '@haven/shared/protocol/organisation';
import type { DeskPlan } from '../desk/plan';

/** What the desk goes by, each as it is at this moment. */
type Sources = {
  readonly organisation: () => Pick<Organisation, 'desks' | 'generalDesk' | 'timeZone'>;
  readonly roster: () => DeskPlan['roster'];
  readonly overflow: () => DeskPlan['overflow'];
  readonly hours: () => DeskPlan['hours'];
};

export const createDeskPlan =
  ({ organisation, roster, overflow, hours }: Sources): (() => DeskPlan) =>
  () => ({ ...organisation(), roster: roster(), overflow: overflow(), hours: hours() });
