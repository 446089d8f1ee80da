import { deskId, type DeskId, staffId, type StaffId } from '@haven/shared/ids';
import { type OpeningHours, openingHours } from '@haven/shared/protocol/opening-hours';
import { type OverflowStep, overflowStep } from '@haven/shared/protocol/overflow';
import type { Instant } from '@haven/shared/units';
import { and, desc, eq, lte } from 'drizzle-orm';
import * as z from 'zod/mini';
import { announceChange } from './changes';
import type { Db } from './database';
import { deskSettings } from './schema/desk-settings';

/** What can be set of a desk; null is the usual. */
const VALUES = { overflow: z.nullable(z.array(overflowStep)), hours: z.nullable(openingHours) };
export type DeskSettingValues = {
  readonly overflow: readonly OverflowStep[] | null;
  readonly hours: OpeningHours | null;
};
export type DeskSettingKind = keyof DeskSettingValues;

export type DeskSetting<K extends DeskSettingKind> = {
  readonly desk: DeskId;
  readonly version: number;
  readonly setBy: StaffId;
  readonly setAt: Instant;
  readonly value: DeskSettingValues[K];
  readonly previous: { readonly value: DeskSettingValues[K] } | null;
};

/** More versions than anybody goes back. */
const KEPT = 20;

const row = z.object({ desk: deskId, version: z.int(), setBy: staffId, setAt: z.date(), value: z.unknown() });

/** The last version of every desk that has one, each with the one before. */
export async function readDeskSettings<K extends DeskSettingKind>(
  db: Db,
  kind: K,
): Promise<readonly DeskSetting<K>[]> {
  const found = await db
    .select()
    .from(deskSettings)
    .where(eq(deskSettings.kind, kind))
    .orderBy(deskSettings.desk, desc(deskSettings.version));
  const rows = found.map((each) => row.parse(each));
  return rows.flatMap((each, index): readonly DeskSetting<K>[] => {
    if (rows[index - 1]?.desk === each.desk) return [];
    const before = rows[index + 1];
    const { desk, version, setBy, setAt } = each;
    return [
      {
        desk,
        version,
        setBy,
        setAt: setAt.getTime(),
        value: valueOf(kind, each.value),
        previous: before?.desk === desk ? { value: valueOf(kind, before.value) } : null,
      },
    ];
  });
}

/** What another version of this server wrote may be no value any longer: then the usual holds. */
const valueOf = <K extends DeskSettingKind>(kind: K, value: unknown) => {
  const parsed = VALUES[kind].safeParse(value);
  return (parsed.success ? parsed.data : null) as DeskSettingValues[K];
};

export type DeskSettingChange<K extends DeskSettingKind> = {
  readonly kind: K;
  readonly desk: DeskId;
  /** The version that was seen when it was made; 0: none. */
  readonly version: number;
  readonly value: DeskSettingValues[K];
  readonly by: StaffId;
  readonly at: Instant;
};

/** False: somebody else has made that version meanwhile. */
export function writeDeskSetting<K extends DeskSettingKind>(
  db: Db,
  change: DeskSettingChange<K>,
): Promise<boolean> {
  const { kind, desk, version, value, by, at } = change;
  return db.transaction(async (transaction) => {
    const ofDesk = and(eq(deskSettings.desk, desk), eq(deskSettings.kind, kind));
    const [last] = await transaction
      .select({ version: deskSettings.version })
      .from(deskSettings)
      .where(ofDesk)
      .orderBy(desc(deskSettings.version))
      .limit(1);
    if ((last?.version ?? 0) !== version) return false;
    const added = await transaction
      .insert(deskSettings)
      .values({ desk, kind, version: version + 1, value, setBy: by, setAt: new Date(at) })
      .onConflictDoNothing()
      .returning({ version: deskSettings.version });
    if (added.length === 0) return false;
    await transaction.delete(deskSettings).where(and(ofDesk, lte(deskSettings.version, version + 1 - KEPT)));
    await announceChange(transaction, 'desk-settings');
    return true;
  });
}
