import { expect, test } from 'vitest';
import { inspectEveryScreen, otherLanguage } from '../support/page-inspection';
import { stageOfFile } from '../support/stage-of-file';

const { stage } = stageOfFile();

test('everybody can use every screen in English', async () => {
  const { visitor, staff } = await inspectEveryScreen(stage(), 'en', {
    visitor: otherLanguage,
    staff: otherLanguage,
  });
  expect(visitor.screens).toContain('ended');
  expect(staff.screens).toContain('empty');
  expect({ visitor: visitor.faults, staff: staff.faults }).toEqual({ visitor: [], staff: [] });
});
