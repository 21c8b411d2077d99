import type { Dispatcher } from './dispatcher';
import type { Facilities } from '../facilities';
import type { ProductEvent } from '../faults';
import type { Installation } from '../package/installation';
import type { InvocationResult } from './invocation-result';
import { jsonBytes } from '../../support/json-value';
import type { Schedule } from '../schedules/schedule-store';
import type { TimelineItem } from './timeline';

/** Delivers events and schedules to the package's handlers. */
export interface Deliveries {
  deliver(event: ProductEvent): Promise<InvocationResult>;
  fireSchedule(name: string): Promise<InvocationResult>;
  nextEvent(): TimelineItem | null;
  nextSchedule(): TimelineItem | null;
}

interface DeliveryContext {
  readonly facilities: Facilities;
  readonly installation: Installation;
  readonly dispatch: Dispatcher;
}

/** Creates the deliveries of one installation. */
export function createDeliveries(context: DeliveryContext): Deliveries {
  const { facilities, installation, dispatch } = context;
  const { appPackage, bus, envelope, limits, schedules } = facilities;
  const isInstalled = (): boolean => installation.phase() === 'installed';

  const run = async (event: string, data: unknown): Promise<InvocationResult> => {
    const handler = appPackage.manifest.handlers.get(event);
    if (handler === undefined) throw new Error(`The package does not subscribe to ${event}`);
    if (!isInstalled()) throw new Error('The app is not installed');
    const payload = envelope(event, installation.iparams(), data);
    return dispatch({ event, handler, payload, limitMs: limits.invocationMs, mustRender: false });
  };
  const deliver = async (event: ProductEvent): Promise<InvocationResult> => {
    if (jsonBytes(event.data) > limits.productEventBytes)
      throw new Error(`${event.name} is larger than 256 KB`);
    return run(event.name, event.data);
  };
  const fire = async (schedule: Schedule): Promise<InvocationResult> => {
    schedules.fire(schedule);
    return run('onScheduledEvent', schedule.data);
  };

  return {
    deliver,
    fireSchedule: async (name) => {
      const schedule = schedules.get(name);
      if (schedule === null) throw new Error(`There is no schedule ${name}`);
      return fire(schedule);
    },
    nextEvent: () => {
      const queued = bus.next();
      if (queued === null) return null;
      const happen = async (): Promise<void> => {
        bus.take(queued);
        if (isInstalled() && appPackage.manifest.handlers.has(queued.event.name)) await deliver(queued.event);
      };
      return { at: queued.at, happen: () => reportFailure(happen, facilities) };
    },
    nextSchedule: () => {
      const schedule = isInstalled() ? schedules.next() : null;
      return schedule === null
        ? null
        : { at: schedule.at, happen: () => reportFailure(() => fire(schedule), facilities) };
    },
  };
}

/** Turns a failed delivery into a violation, so that the timeline continues. */
async function reportFailure(happen: () => Promise<unknown>, { onViolation }: Facilities): Promise<void> {
  try {
    await happen();
  } catch (error) {
    onViolation(0, String(error));
  }
}
