import { setImmediate } from 'node:timers';
import { jsonCopy } from '../../support/json-value';
import type { InvocationOptions, InvocationOutcome, InvocationResult, Rendered } from './invocation-result';
import {
  stepKinds,
  type StepCall,
  type StepKind,
  type StepOutcome,
  type StepRecord,
  type StepRunner,
} from '../../support/step';

const IDLE_TURNS = 3;

/** A step whose result is known and not told to the code yet. */
interface ArrivedStep {
  readonly endsAt: number;
  readonly close: () => void;
}

/** One run of a handler: carries out its steps in virtual time, and passes nothing to it after its end. */
export class Invocation implements StepRunner {
  readonly id: number;
  private readonly options: InvocationOptions;
  private readonly startedAt: number;
  private readonly steps: StepRecord[] = [];
  private readonly calls = Object.fromEntries(stepKinds.map((kind) => [kind, 0])) as Record<StepKind, number>;
  private readonly inFlight = new Set<Promise<unknown>>();
  private readonly arrived: ArrivedStep[] = [];
  private readonly ended: Promise<void>;
  private announceEnd: () => void = () => undefined;
  private ending: { outcome: InvocationOutcome; at: number; error?: string } | null = null;
  private rendered: Rendered | null = null;
  private pending = 0;
  private progress = 0;

  constructor(options: InvocationOptions) {
    this.id = options.id;
    this.options = options;
    this.startedAt = options.clock.now();
    this.ended = new Promise((resolve) => {
      this.announceEnd = resolve;
    });
  }

  /** Runs the handler to its end; never rejects. */
  async run(handler: () => unknown): Promise<InvocationResult> {
    this.follow(handler);
    await this.ended;
    await Promise.allSettled(this.inFlight);
    return this.result();
  }

  perform<T>(call: StepCall<T>): Promise<T> {
    if (this.isOver()) return neverSettled();
    const record = this.openStep(call);
    const verdict = this.options.onStep(record);
    if (verdict === 'kill before') {
      this.end('killed');
      return neverSettled();
    }
    this.pending += 1;
    const work = carryOut(call, record);
    this.inFlight.add(work);
    return new Promise<T>((resolve, reject) => {
      const close = (outcome: StepOutcome<T>): void => {
        if (!this.closeStep(record, outcome, verdict === 'kill after')) return;
        if (outcome.ok) resolve(outcome.value);
        else reject(outcome.error as Error);
      };
      void work.then((outcome) => {
        this.inFlight.delete(work);
        this.arrived.push({ endsAt: record.at + outcome.latencyMs, close: () => close(outcome) });
        this.closeEarliest();
      });
    });
  }

  /** The platform's `renderData`: the first call ends the invocation. */
  renderData(error: unknown, data: unknown): void {
    if (this.isOver()) return;
    this.rendered = { error: jsonCopy(error), data: jsonCopy(data) };
    this.end('done');
  }

  private follow(handler: () => unknown): void {
    const watch = async (): Promise<void> => {
      try {
        await handler();
        if (!this.options.mustRender) this.end('done');
      } catch (error) {
        this.end('failed', describeError(error));
      }
    };
    void watch();
    this.endWhenIdle();
  }

  private isOver(): boolean {
    if (this.ending === null && this.options.clock.now() >= this.deadline()) this.end('timed out');
    return this.ending !== null;
  }

  private deadline(): number {
    return this.startedAt + this.options.limitMs;
  }

  private openStep({ kind, label }: StepCall<unknown>): StepRecord {
    this.calls[kind] += 1;
    const { id, options, steps } = this;
    const place = { invocation: id, handler: options.handler, n: steps.length + 1 };
    const at = options.clock.now();
    const record: StepRecord = { ...place, kind, label, at, endedAt: null, result: 'unsettled' };
    steps.push(record);
    return record;
  }

  /**
   * Of calls at once the one that ends first in virtual time is told first, and the code may begin others before the next:
   * a slow one does not make them late.
   */
  private closeEarliest(): void {
    const first = this.arrived.reduce<ArrivedStep | null>(
      (earliest, each) => (earliest === null || each.endsAt < earliest.endsAt ? each : earliest),
      null,
    );
    if (first === null || this.inFlight.size > 0) return;
    this.arrived.splice(this.arrived.indexOf(first), 1);
    first.close();
    if (this.arrived.length > 0) afterTurns(IDLE_TURNS, () => this.closeEarliest());
  }

  /** Moves the clock to the step's end; returns whether the code is still running. */
  private closeStep(record: StepRecord, outcome: StepOutcome<unknown>, isKilled: boolean): boolean {
    this.pending -= 1;
    if (this.ending !== null) return false;
    const endsAt = record.at + outcome.latencyMs;
    this.options.clock.advanceTo(Math.min(endsAt, this.deadline()));
    if (isKilled) this.end('killed');
    if (endsAt >= this.deadline() || this.isOver()) {
      this.end('timed out');
      return false;
    }
    record.endedAt = endsAt;
    record.result = outcome.ok ? 'ok' : 'refused';
    this.endWhenIdle();
    return true;
  }

  /** A handler that awaits nothing the platform knows would never end: it runs into its time limit. */
  private endWhenIdle(): void {
    this.progress += 1;
    const seen = this.progress;
    const look = (turns: number): void => {
      if (this.ending !== null || this.progress !== seen || this.pending > 0) return;
      if (turns > 0) setImmediate(look, turns - 1);
      else
        this.end(
          'timed out',
          this.options.mustRender ? 'renderData was never called' : 'the handler never ended',
        );
    };
    setImmediate(look, IDLE_TURNS);
  }

  private end(outcome: InvocationOutcome, error?: string): void {
    if (this.ending !== null) return;
    const { clock, onViolation } = this.options;
    if (outcome === 'timed out') clock.advanceTo(this.deadline());
    if ((outcome === 'done' || outcome === 'failed') && this.pending > 0)
      onViolation(`${this.pending} calls were left running`);
    this.ending = { outcome, at: clock.now(), ...(error === undefined ? {} : { error }) };
    this.announceEnd();
  }

  private result(): InvocationResult {
    const { id, options, startedAt, steps, calls, ending, rendered } = this;
    const { outcome, at, error } = ending ?? { outcome: 'killed', at: startedAt };
    return {
      id,
      event: options.event,
      handler: options.handler,
      outcome,
      ...(rendered === null ? {} : { rendered }),
      ...(error === undefined ? {} : { error }),
      startedAt,
      endedAt: at,
      steps,
      calls,
    };
  }
}

/**
 * The effect is immediate; the caller gets the result a turn later at the earliest, so that concurrent calls overlap.
 */
async function carryOut<T>(call: StepCall<T>, record: StepRecord): Promise<StepOutcome<T>> {
  try {
    const outcome = await call.work(record);
    await new Promise((resolve) => setImmediate(resolve));
    return outcome;
  } catch (error) {
    return { ok: false, error, latencyMs: 0 };
  }
}

function afterTurns(turns: number, act: () => void): void {
  if (turns === 0) act();
  else setImmediate(() => afterTurns(turns - 1, act));
}

function neverSettled<T>(): Promise<T> {
  return new Promise(() => undefined);
}

function describeError(error: unknown): string {
  const { name, message } = Object(error) as { name?: unknown; message?: unknown };
  return message === undefined ? String(error) : `${String(name ?? 'Error')}: ${String(message)}`;
}
