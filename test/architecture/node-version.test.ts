import { expect, it } from 'vitest';
import { complaintAbout } from '../../scripts/lib/node-version.mjs';

it.each(['20.19.0', '20.20.2', '21.0.0', '22.12.0', '24.1.0'])('Node %s will do', (version) => {
  expect(complaintAbout(version)).toBeUndefined();
});

it.each(['4.9.1', '18.20.8', '20.18.3'])('Node %s is too old, and a sentence says so', (version) => {
  expect(complaintAbout(version)).toBe(
    `Haven needs Node.js 20.19 or newer, and this is ${version}: install a newer one and try again.`,
  );
});
