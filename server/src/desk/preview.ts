import type { ChatId, RegionId } from '@haven/shared/ids';
import type { OverflowPreview } from '@haven/shared/protocol/desk-settings';
import type { Language } from '@haven/shared/protocol/organisation';
import { reaches } from '@haven/shared/protocol/queue';
import type { Instant } from '@haven/shared/units';
import { takesChats } from './intake';
import { dutyNow, isHole } from './on-duty';
import { newChat } from './new-chat';
import { nextStepAt, withDueSteps } from './overflow';
import { type DeskPlan, deskOf } from './plan';
import type { ChatRecord, StaffProfile } from './records';

type Visitor = { readonly region: RegionId | null; readonly language: Language; readonly at: Instant };

const NOBODY = '' as ChatId;

/** No list of steps, and no hole that opens meanwhile, makes more. */
const STAGES = 32;

/** What a chat would go through that enters at that moment and that nobody takes; by the rules of the desk. */
export function previewOf(plan: DeskPlan, staff: Iterable<StaffProfile>, visitor: Visitor): OverflowPreview {
  const { region, language, at } = visitor;
  const home = [deskOf(plan, region), plan.generalDesk].find((desk) => takesChats(plan, desk, null, at));
  if (home === undefined) return { desk: null, hole: false, stages: [] };
  const everybody = [...staff];
  const known = new Set<string>();
  const stages: OverflowPreview['stages'] = [];
  const answers = { region, language, forWhom: null, topics: [] };
  let chat = newChat({ chat: NOBODY, answers, connection: '', proven: true }, home, at, at);
  for (
    let now: Instant | null = at;
    now !== null && stages.length < STAGES;
    now = nextStepAt(plan, chat, now)
  ) {
    chat = withDueSteps(plan, null, chat, now);
    const joining = ringing(plan, everybody, chat, now).filter(({ staffId }) => !known.has(staffId));
    for (const { staffId } of joining) known.add(staffId);
    stages.push({ after: now - at, joining, told: chat.told });
  }
  return { desk: home, hole: isHole(plan, home, at), stages };
}

function ringing(plan: DeskPlan, staff: readonly StaffProfile[], chat: ChatRecord, now: Instant) {
  return staff.flatMap((person) => {
    const duty = dutyNow(plan, person, now);
    const speaks = person.languages.includes(chat.answers.language);
    const standby = duty.kind === 'standby';
    const isRung = standby ? chat.reach.standby : duty.kind === 'duty' && (speaks || chat.reach.anyLanguage);
    if (!isRung || duty.ending || !reaches(chat.reach, duty)) return [];
    return [{ staffId: person.staffId, displayName: person.displayName, standby }];
  });
}
