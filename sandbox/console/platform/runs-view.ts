import type { LogEntry } from '../../platform/runtime/app-log';
import type { InvocationResult } from '../../platform/runtime/invocation-result';
import type { Platform } from '../../platform/platform';
import { Refused } from '../serving/refused';
import type { LogRow, RunDetail, RunRow, RunsView } from './contract';

const MAX_ROWS = 100;
const MAX_LINES = 200;

/** The labels of an invocation's calls. */
const CALL_WORDS: Readonly<Record<string, string>> = {
  kv: 'key-value',
  entity: 'entity store',
  schedule: 'schedule',
  http: 'HTTP',
  request: 'template',
};

function callsInWords(calls: InvocationResult['calls']): string {
  const used = Object.entries(calls).filter(([, count]) => count > 0);
  return used.map(([kind, count]) => `${count} ${CALL_WORDS[kind] ?? kind}`).join(', ') || 'no calls';
}

function toRow({ id, event, outcome, startedAt, endedAt, calls }: InvocationResult): RunRow {
  return {
    id,
    at: startedAt,
    event,
    outcome,
    durationMs: endedAt - startedAt,
    calls: callsInWords(calls),
  };
}

/** The invocations that each filter shows. */
const KINDS: Readonly<Record<string, (event: string) => boolean>> = {
  all: () => true,
  runs: (event) => event === 'onScheduledEvent',
  events: (event) => /^on(Ticket|Conversation)/.test(event),
  others: (event) => !/^on(Ticket|Conversation|Scheduled)/.test(event),
};

/** The newest invocations of one kind. */
export function runsView(platform: Platform, kind: string): RunsView {
  const isShown = KINDS[kind] ?? (() => true);
  const all = platform.invocations();
  const shown = all.filter(({ event }) => isShown(event));
  return { runs: shown.slice(-MAX_ROWS).reverse().map(toRow), invocations: all.length };
}

function toLogRow({ at, level, text, invocation }: LogEntry): LogRow {
  return { at, level, text, invocation };
}

/** One invocation with its steps and log lines. */
export function runDetail(platform: Platform, id: number): RunDetail {
  const found = platform.invocations().find((invocation) => invocation.id === id);
  if (found === undefined) throw new Refused('This run is no longer kept.');
  return {
    ...toRow(found),
    error: found.error ?? '',
    rendered: found.rendered ?? null,
    steps: found.steps.map(({ label, result, at }) => ({ label, result, afterMs: at - found.startedAt })),
    log: platform.log({ invocation: id }).map(toLogRow),
  };
}

/** The newest lines of the log, newest first. */
export function logRows(platform: Platform, level: string): readonly LogRow[] {
  return platform
    .log()
    .filter((entry) => level === '' || entry.level === level)
    .slice(-MAX_LINES)
    .reverse()
    .map(toLogRow);
}
