import { createServer, type Server } from 'node:http';
import type { ErrorCode } from '@haven/shared/protocol/errors';
import type { Registration } from '@haven/shared/protocol/contact-record';
import type { Survey } from '@haven/shared/protocol/survey';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CommandKind } from './desk/commands';
import type { Load } from './desk/wait';

export type NamespaceName = 'visitor' | 'staff' | 'display';

/** Read when Prometheus asks. */
export type MetricSources = {
  readonly connections: (namespace: NamespaceName) => number;
  /** Null: the live state does not answer. */
  readonly load: () => Promise<Load | null>;
};

/** All that is counted. Names and labels are documented in docs/operations.md; none of them stands for a person. */
export type Metrics = {
  /** Frames are counted here too: they are events. */
  readonly event: (namespace: NamespaceName, event: string, outcome: ErrorCode | 'ok') => void;
  readonly decided: (command: CommandKind, outcome: ErrorCode | 'ok', milliseconds: number) => void;
  readonly deadlineFailed: (error: ErrorCode) => void;
  readonly survey: (answers: Survey) => void;
  readonly contact: (registration: Registration) => void;
  readonly fault: () => void;
  readonly page: () => Promise<{ readonly type: string; readonly text: string }>;
  readonly watch: (sources: MetricSources) => void;
};

const LOAD: readonly (readonly [name: string, help: string, of: (load: Load) => number])[] = [
  ['haven_chats_waiting', 'Chats that wait or ring, on all desks and nodes', ({ waiting }) => waiting],
  [
    'haven_staff_on_duty',
    'Staff who are available, busy or in a pause, on all nodes',
    ({ onDuty }) => onDuty,
  ],
  ['haven_slots', 'Chats that the available staff would have at once', ({ slots }) => slots],
  ['haven_slots_taken', 'How many of these they have: active or in wrap-up', ({ taken }) => taken],
];

export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry, prefix: 'haven_' });

  // Counted in plain numbers and added up when asked: a frame must not pay for a label set.
  const events = new Map<string, number>();
  new Counter({
    name: 'haven_events_total',
    help: 'Events from peers, by their outcome: ok or an error code',
    labelNames: ['namespace', 'event', 'outcome'],
    registers,
    collect() {
      this.reset();
      for (const [key, count] of events) {
        const [namespace = '', event = '', outcome = ''] = key.split(' ');
        this.inc({ namespace, event, outcome }, count);
      }
    },
  });
  const decisions = new Counter({
    name: 'haven_decisions_total',
    help: 'Commands that the desk decided, by their outcome',
    labelNames: ['command', 'outcome'],
    registers,
  });
  const decisionSeconds = new Histogram({
    name: 'haven_decision_seconds',
    help: 'Time from a command to its committed decision',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  });
  const deadlineFailures = new Counter({
    name: 'haven_deadline_failures_total',
    help: 'Deadlines that could not be kept at the first attempt',
    labelNames: ['error'],
    registers,
  });
  const surveyAnswers = new Counter({
    name: 'haven_survey_answers_total',
    help: 'Answers to the two questions at the end of a chat',
    labelNames: ['question', 'answer'],
    registers,
  });
  const contacts = new Counter({
    name: 'haven_contacts_total',
    help: 'Chats that are over, by how their contact record came about',
    labelNames: ['registration'],
    registers,
  });
  const faults = new Counter({ name: 'haven_faults_total', help: 'Faults in this program', registers });

  const watch: Metrics['watch'] = ({ connections, load }) => {
    new Gauge({
      name: 'haven_connections',
      help: 'Connections of this node now',
      labelNames: ['namespace'],
      registers,
      collect() {
        this.set({ namespace: 'visitor' }, connections('visitor'));
        this.set({ namespace: 'staff' }, connections('staff'));
        this.set({ namespace: 'display' }, connections('display'));
      },
    });
    for (const [name, help, of] of LOAD) {
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          const now = await load();
          // Without an answer there is no value: a gauge that keeps its last one would lie.
          if (now === null) this.remove();
          else this.set(of(now));
        },
      });
    }
  };

  return {
    event: (namespace, event, outcome) => {
      const key = `${namespace} ${event} ${outcome}`;
      events.set(key, (events.get(key) ?? 0) + 1);
    },
    decided: (command, outcome, milliseconds) => {
      decisions.inc({ command, outcome });
      decisionSeconds.observe(milliseconds / 1000);
    },
    deadlineFailed: (error) => deadlineFailures.inc({ error }),
    survey: (answers) => {
      for (const [question, answer] of Object.entries(answers)) {
        surveyAnswers.inc({ question, answer: answer ?? 'none' });
      }
    },
    contact: (registration) => contacts.inc({ registration }),
    fault: () => faults.inc(),
    page: async () => ({ type: registry.contentType, text: await registry.metrics() }),
    watch,
  };
}

/** A listener of its own, so that the public one never serves them. */
export function createMetricsServer(metrics: Metrics): Server {
  return createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.page().then(
      ({ type, text }) => response.writeHead(200, { 'Content-Type': type }).end(text),
      () => response.writeHead(500).end(),
    );
  });
}
