import { expect, test } from 'vitest';
import { inspectEveryScreen, staffFaults, visitorFaults } from '../support/page-inspection';
import { stageOfFile } from '../support/stage-of-file';

const { stage } = stageOfFile();

test('everybody can use every screen, at every width and in every colour', async () => {
  const { visitor, staff } = await inspectEveryScreen(stage(), 'nl', {
    visitor: visitorFaults,
    staff: staffFaults,
  });
  expect(visitor.screens).toContain('ended');
  expect(staff.screens).toContain('empty');
  expect({ visitor: visitor.faults, staff: staff.faults }).toEqual({ visitor: [], staff: [] });
});
