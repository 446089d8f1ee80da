import type { DeskId } from '@haven/shared/ids';
import { type Instant, minutes, seconds } from '@haven/shared/units';
import { isInQueue, MOMENT, type Promised, type View } from './view';
import type { Wait, Waits } from './waits';

/** Another alert of the same desk within this time would tell the standby what they know. */
const ALERT_AGAIN = minutes(10);
/** How soon it is announced again to whoever did not deliver it. */
const AGAIN = [seconds(15), seconds(30), seconds(60), seconds(120)] as const;
const AGAIN_LATER = minutes(5);

type Alert = { readonly startedAt: Instant; readonly attempts: number; readonly next: Instant };

/** Where a chat comes to the standby, they are told, unless they have just been. */
export function createAlerts({ waits }: Waits): Promised {
  const toldAt = new Map<DeskId, Instant>();
  const hear = ({ act: { result }, now }: View) => {
    for (const fact of result.ok ? result.value.facts : []) {
      if (fact.kind === 'standby-alert') toldAt.set(fact.alert.desk, now);
    }
  };
  const isLate = ({ alert }: Wait, { now, grace }: View) =>
    alert !== null &&
    now - alert.at > MOMENT + grace &&
    (toldAt.get(alert.of) ?? -Infinity) < alert.at - ALERT_AGAIN;
  return (view) => {
    hear(view);
    return [...waits].flatMap(([id, wait]) =>
      isLate(wait, view) ? [`nobody alerted the standby for ${id}`] : [],
    );
  };
}

/** An alert is told again until it was delivered, or nobody waits at the desk; and then no more. */
export function createToldAgain(): Promised {
  const alerts = new Map<DeskId, Alert>();
  const delivered = new Set<string>();
  /** Since when somebody has waited at the desk all along. */
  const busySince = new Map<DeskId, Instant>();

  function follow({ chats, now }: View): void {
    const busy = new Set([...chats.values()].filter(isInQueue).map(({ desk }) => desk));
    for (const desk of busySince.keys()) if (!busy.has(desk)) busySince.delete(desk);
    for (const desk of busy) if (!busySince.has(desk)) busySince.set(desk, now);
  }

  return (view) => {
    const { act, now, grace } = view;
    const { command, result } = act;
    follow(view);
    const faults: string[] = [];
    for (const fact of result.ok ? result.value.facts : []) {
      if (fact.kind !== 'standby-alert') continue;
      const { desk, startedAt } = fact.alert;
      if (delivered.has(`${desk} ${startedAt}`)) faults.push(`${desk} is alerted again, and knows`);
      const last = alerts.get(desk);
      const attempts = last?.startedAt === startedAt ? last.attempts + 1 : 1;
      if (attempts > 1 && last && now < last.next) faults.push(`${desk} is alerted again early`);
      alerts.set(desk, { startedAt, attempts, next: now + (AGAIN[attempts - 1] ?? AGAIN_LATER) });
    }
    if (result.ok && command.kind === 'alert-delivered') {
      delivered.add(`${command.desk} ${command.startedAt}`);
      if (alerts.get(command.desk)?.startedAt === command.startedAt) alerts.delete(command.desk);
    }
    for (const [desk, { next }] of alerts) {
      if (now - next <= MOMENT + grace) continue;
      // Whoever came when nobody had waited, be it at that very moment, begins an alert of her own.
      if ((busySince.get(desk) ?? Infinity) < next) faults.push(`${desk} is not alerted again`);
      alerts.delete(desk);
    }
    return faults;
  };
}
