import type { Db } from '@haven/server/records/database';
import { readShifts } from '@haven/server/records/roster-shifts';
import { DEMONSTRATION_STAFF } from '@haven/server/organisation/demonstration';
import { DEMONSTRATION_PLAN } from '@haven/server/organisation/demonstration-roster';
import { editDraft } from '@haven/server/roster/edit-draft';
import { generateDraft } from '@haven/server/roster/generate-draft';
import { markOf } from '@haven/server/roster/mark';
import { lookAtDifference, publishRoster } from '@haven/server/roster/publish';
import type { RegionId, StaffId } from '@haven/shared/ids';
import { addDays, startOfDay } from '@haven/shared/roster/calendar';
import type { Shift } from '@haven/shared/roster/roster';
import { hours } from '@haven/shared/units';

export const NOW = Date.UTC(2026, 10, 27, 12);
export const NOOR = 'noor' as StaffId;
export const KARIM = 'karim' as StaffId;
export const FATMA = { staffId: 'fatma' as StaffId, plans: true };
export const STAFF = new Set(DEMONSTRATION_STAFF.map(({ staffId }) => staffId));
const { timeZone, regions } = DEMONSTRATION_PLAN;

export const shift = (id: string, staffId: StaffId, from: number, until: number): Shift => ({
  id,
  staffId,
  from: NOW + hours(from),
  until: NOW + hours(until),
  regions: ['amsterdam' as RegionId],
  general: true,
  kind: 'duty',
});

type Edit = Parameters<typeof editDraft>[2];
type Range = Parameters<typeof generateDraft>[3];

/** What planners do with a roster, and what they find. */
export function planning(db: () => Db) {
  const draft = () => readShifts(db(), 'draft');
  const published = () => readShifts(db(), 'published');
  const edit = async ({ seen = [], ...change }: Omit<Edit, 'seen'> & Partial<Pick<Edit, 'seen'>>) => {
    const edited = await editDraft(db(), STAFF, { ...change, seen });
    return edited.ok ? edited.value : edited.error;
  };
  /** What publishing would change, and what it names as seen. */
  const look = () => lookAtDifference(db(), regions, STAFF, NOW, () => []);
  const publish = async (difference?: Awaited<ReturnType<typeof look>>) => {
    const { seen } = difference ?? (await look());
    const done = await publishRoster(db(), FATMA.staffId, NOW, seen);
    return done.ok ? done.value : done.error;
  };
  const generate = async (range: Range, staff: ReadonlySet<StaffId> = STAFF) => {
    const made = await generateDraft(db(), DEMONSTRATION_PLAN, staff, range);
    if (!made.ok) throw new Error(`Generated from what is ${made.error}.`);
    return made.value;
  };
  /** A trial, and the same in earnest. */
  const fill = async (range: Omit<Range, 'seen'>, staff: ReadonlySet<StaffId> = STAFF) => {
    const { mark } = await generate({ ...range, seen: null }, staff);
    return generate({ ...range, seen: mark }, staff);
  };
  const markOfWeek = async (monday: string) => {
    const [from, until] = [monday, addDays(monday, 7)].map((day) => startOfDay(day, timeZone));
    return markOf(await readShifts(db(), 'draft', { from: from!, until: until! }));
  };
  return { draft, published, edit, look, publish, generate, fill, markOfWeek };
}
