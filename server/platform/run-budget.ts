import { LIMITS } from '../values/limits';

/** When the operations of a run happened: its start (ms), and offsets from it. Kept in `state` for the next run. */
export interface OpsRecord {
  readonly at: number;
  readonly offsets: readonly number[];
}

/** The purposes for which operations are reserved. */
export type Reserve = keyof typeof LIMITS.reserves;

/** The key-value operations and the time of a run. */
export interface RunBudget {
  readonly startedAt: number;
  /** Counts one key-value operation. */
  spend(): void;
  /** How many operations may follow now, so that neither the run's share nor any 60 s exceed their limit. */
  opsLeft(): number;
  /** Like opsLeft, but ignores the previous run: its operations leave the window before this run ends. */
  opsLeftInRun(): number;
  /** True when so many operations may follow now, after these reserves. */
  affords(ops: number, ...reserves: readonly Reserve[]): boolean;
  /** How many ledger keys may be loaded now, so that each can be written back and the run can still end. */
  keysToOpen(most: number): number;
  opsSpent(): number;
  /** True while Freshdesk may be asked about contacts that are to be sent in this run. */
  mayAsk(): boolean;
  /** True while a POST may begin. */
  mayPost(): boolean;
  /** The key-value store answered 429: no POST begins any more in this run, and no call to the store. */
  noteRefusal(): void;
  /** True while the store may be called. */
  mayCall(): boolean;
  /** Lets one call through after a refusal, for the outcome of a batch. */
  allowOneCall(): void;
  /** True while anything new may begin. */
  mayWork(): boolean;
  /** The operations of this run, for the next one, with `more` that are still to come. */
  record(more: number): OpsRecord;
}

const WINDOW_MS = 60_000;

/** Within the last minute. Future timestamps (clock set back) do not count. */
export function isRecent(at: number, now: number): boolean {
  return at > now - WINDOW_MS && at <= now;
}

/** The usual time between two operations of this run (ms), by the median, so that long calls between them do not count. */
function paceOf(offsets: readonly number[]): number {
  const gaps = offsets.slice(1).map((offset, index) => offset - (offsets[index] ?? 0));
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
}

/**
 * Operations left to a run: of its own share, and of the last 60 s. Operations take time, in which those of the previous run
 * leave the window: what follows is expected at the pace of this run.
 */
function leftAfter(offsets: readonly number[], previous: OpsRecord, now: number) {
  const spent = offsets.length;
  const ofRun = LIMITS.keyValueOpsPerRun - spent;
  const inWindow = LIMITS.keyValueOpsPerMinute - LIMITS.keyValueOpsForPagePerMinute - spent;
  const pace = paceOf(offsets);
  const times = previous.offsets.map((offset) => previous.at + offset).filter((at) => at <= now);
  const fits = (ops: number): boolean =>
    ops + times.filter((at) => isRecent(at, now + (ops - 1) * pace)).length <= inWindow;
  let ofWindow = 0;
  while (ofWindow < LIMITS.keyValueOpsPerRun && fits(ofWindow + 1)) ofWindow += 1;
  return { ofRun, ofWindow, ofBoth: Math.min(ofRun, ofWindow) };
}

/** Whether the store may still be called. */
function createRefusals(): Pick<RunBudget, 'noteRefusal' | 'mayCall' | 'allowOneCall'> & {
  isRefused(): boolean;
} {
  const refusals = { isRefused: false, extraCalls: 0 };
  return {
    isRefused: () => refusals.isRefused,
    noteRefusal() {
      refusals.isRefused = true;
    },
    mayCall() {
      if (!refusals.isRefused) return true;
      refusals.extraCalls -= 1;
      return refusals.extraCalls >= 0;
    },
    allowOneCall() {
      refusals.extraCalls = 1;
    },
  };
}

/** A budget for a run that starts now; `adopt` adds the operations of the previous run, once they are read. */
export function createRunBudget(now: () => number): RunBudget & { adopt(previous: OpsRecord | null): void } {
  const startedAt = now();
  const offsets: number[] = [];
  let previous: OpsRecord = { at: startedAt, offsets: [] };
  const refusals = createRefusals();
  const left = () => leftAfter(offsets, previous, now());
  return {
    startedAt,
    adopt(record) {
      previous = record ?? previous;
    },
    spend() {
      offsets.push(now() - startedAt);
    },
    opsLeft: () => left().ofBoth,
    affords: (ops, ...reserves) =>
      left().ofBoth >= reserves.reduce((sum, reserve) => sum + LIMITS.reserves[reserve], ops),
    opsLeftInRun: () => left().ofRun,
    keysToOpen(most) {
      const { ofRun, ofWindow } = left();
      // The previous run's operations leave the window before this run writes.
      const toWriteBack = Math.floor((ofRun - LIMITS.reserves.ledger) / 2);
      return Math.max(0, Math.min(most, toWriteBack, ofWindow - LIMITS.reserves.close));
    },
    opsSpent: () => offsets.length,
    mayAsk: () => now() - startedAt < LIMITS.lastAskMs,
    mayPost: () => !refusals.isRefused() && now() - startedAt < LIMITS.lastPostMs,
    ...refusals,
    mayWork: () => now() - startedAt < LIMITS.lastWorkMs,
    record(more) {
      const soon = Array.from({ length: more }, () => now() - startedAt);
      return { at: startedAt, offsets: [...offsets, ...soon] };
    },
  };
}
