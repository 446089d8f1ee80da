/**
 * Whether two values say the same that came out of JSON, or will go into it; the order in which a database keeps members
 * is its own.
 */
export function isSame(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return one === other;
  const [members, others] = [Object.entries(one), Object.entries(other)];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    members.length === others.length &&
    members.every(([name, value]) => isSame(value, other[name]))
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
