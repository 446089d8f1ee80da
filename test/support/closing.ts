/** What was opened is closed in reverse order, even when closing one of them fails. */
export type Closing = {
  /** Gives back what it was given, so that it can be wrapped around an opening. */
  add<T extends { stop(): Promise<void> | void }>(opened: T): T;
  defer(close: () => Promise<void> | void): void;
  readonly close: () => Promise<void>;
};

export function createClosing(): Closing {
  const steps: (() => Promise<void> | void)[] = [];
  return {
    add: (opened) => {
      steps.push(() => opened.stop());
      return opened;
    },
    defer: (close) => {
      steps.push(close);
    },
    close: async () => {
      const failures: unknown[] = [];
      for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
        try {
          await step();
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be closed');
    },
  };
}
