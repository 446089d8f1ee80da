import type { Language } from '@haven/shared/protocol/organisation';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tellScreensOfFailures } from '../support/browser-evidence';
import { type Stage, startStage } from '../support/browser-stage';
import { createClosing } from '../support/closing';
import { inspection, staffFaults, visitorFaults } from '../support/page-inspection';
import { castOf, darkTour, tour } from '../support/page-tour';

const closing = createClosing();
let stage: Stage;
beforeAll(async () => {
  stage = closing.add(await startStage());
});
afterAll(closing.close);
tellScreensOfFailures(() => [stage.people.browser]);

const LANGUAGE: Language = 'nl';

test('everybody can use every screen, at every width and in every colour', async () => {
  const visitor = inspection(visitorFaults);
  const staff = inspection(staffFaults);
  const cast = await castOf(stage, LANGUAGE);
  await tour(cast, LANGUAGE, visitor.add, staff.add);
  await darkTour(stage, LANGUAGE, visitor.add);
  expect(visitor.screens).toContain('ended');
  expect(staff.screens).toContain('empty');
  expect({ visitor: visitor.faults, staff: staff.faults }).toEqual({ visitor: [], staff: [] });
  await Promise.all([cast.visitor.leave(), cast.counsellor.leave(), cast.colleague.leave()]);
});
