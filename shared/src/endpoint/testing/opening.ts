import type { Sodium } from '../../crypto/sodium';
import { karim, sanne } from '../../crypto/testing/organisation';
import type { StaffPage } from './staff-page';
import type { VisitorPage } from './visitor-page';
import { World } from './world';

export interface Opening {
  readonly world: World;
  readonly noor: VisitorPage;
  readonly sanne: StaffPage;
  readonly karim: StaffPage;
  /** Lets both say something and be heard. */
  readonly talk: (...texts: readonly string[]) => Promise<void>;
}

/** Noor is linked with Sanne; Karim is on duty too. */
export const opening = async (sodium: Sodium, label: string): Promise<Opening> => {
  const world = await World.open(sodium, label);
  const counsellor = await world.hire(sanne);
  const colleague = await world.hire(karim);
  counsellor.claim();
  await world.pass(1_000);
  const talk = async (...texts: readonly string[]): Promise<void> => {
    for (const [index, text] of texts.entries()) {
      if (index % 2 === 0) world.visitor.say(text);
      else counsellor.say(text);
      await world.pass(500);
    }
  };
  return { world, noor: world.visitor, sanne: counsellor, karim: colleague, talk };
};
