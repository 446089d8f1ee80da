import type { Sodium } from '../sodium';
import { computeVectors } from './compute';
import type { GoldenVectors } from './golden-vectors';

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Paths where two trees of plain values differ. */
const differences = (expected: unknown, actual: unknown, path: string): string[] => {
  if (!isTree(expected) || !isTree(actual)) return Object.is(expected, actual) ? [] : [path];
  const left = new Map<string, unknown>(Object.entries(expected));
  const right = new Map<string, unknown>(Object.entries(actual));
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names].flatMap((name) =>
    differences(left.get(name), right.get(name), path ? `${path}.${name}` : name),
  );
};

/**
 * Computes the golden vectors again on this platform. Empty when every byte is the same; otherwise the places that
 * differ, or what stopped the conversation.
 */
export const checkVectors = async (sodium: Sodium, vectors: GoldenVectors): Promise<string[]> => {
  try {
    return differences(vectors, await computeVectors(sodium, vectors), '');
  } catch (error) {
    return [`stopped: ${error instanceof Error ? error.message : String(error)}`];
  }
};
