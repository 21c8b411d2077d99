import type { StruckCalls } from '../../../../freshdesk/api/freshdesk-fault';
import type { ChaosWorld, Silence } from '../../world';
import { HOUR, MINUTE } from '../../time';
import { during, type Fault } from '../fault';

/** To a caller with a deadline, a head that trickles is none at all; a body that trickles comes after a head with 200. */
const PARTS = { body: 'trickle', head: 'black-hole' } as const;
const PART_NAMES = ['body', 'body', 'head'] as const;
/** Of all calls, or of those of one family alone. */
const STRUCK = [{}, { family: 'list' }, { family: 'agents' }] as const satisfies readonly StruckCalls[];
/** The calls for one ticket; the judge has to know when they fail. */
const OF_TICKETS = ['view', 'conversations'] as const;
const OF_TICKETS_SHARE = 0.4;
const SOME_TIMES_SHARE = 0.6;

/** Lets an answer trickle a few times, or until the end of minutes or hours. */
function begin(world: ChaosWorld, kind: string, add: (times?: number) => () => void): void {
  const { extras } = world;
  if (!extras.chance(SOME_TIMES_SHARE)) {
    return during(world, `${kind}, lasting`, extras.between(5 * MINUTE, 3 * HOUR), add());
  }
  const times = extras.whole(1, 5);
  add(times);
  world.count(kind, times);
  world.trace(`fault: ${kind}, ${times} times`);
}

/** The answers of Freshdesk come a byte a second. */
const ofFreshdesk: Fault = (world) => {
  const { extras, sandbox } = world;
  const part = extras.pick(PART_NAMES);
  const struck: StruckCalls = extras.pick(STRUCK);
  begin(world, `the ${part} of Freshdesk trickles (${struck.family ?? 'all'})`, (times) =>
    sandbox.freshdesk.faults.add({ kind: PARTS[part], ...struck, ...(times && { times }) }),
  );
};

/** The calls for single tickets trickle for minutes or hours, while the lists work. */
const ofTickets: Fault = (world) => {
  const { extras, sandbox } = world;
  const family = extras.pick(OF_TICKETS);
  const silence: Silence = { family, from: world.now(), until: Infinity };
  const stop = sandbox.freshdesk.faults.add({ kind: PARTS[extras.pick(PART_NAMES)], family });
  world.silences.push(silence);
  const lastsMs = extras.between(5 * MINUTE, 3 * HOUR);
  during(world, `Freshdesk trickles (${family}), lasting`, lastsMs, () => {
    stop();
    silence.until = world.now();
  });
};

/** injixo takes a batch or not, and its answer comes a byte a second. */
const ofInjixo: Fault = (world) => {
  const { extras, sandbox } = world;
  const part = extras.pick(PART_NAMES);
  const isTaken = extras.chance(0.5);
  const kind = `the ${part} of injixo trickles, and the batch was ${isTaken ? '' : 'not '}taken`;
  begin(world, kind, (times) =>
    sandbox.injixo.faults.add({ kind: PARTS[part], isTaken, ...(times && { times }) }),
  );
};

/** Answers of one side that come a byte a second, for ever: the body, or already the head. */
export const tricklingAnswers: Fault = (world) => {
  const { extras } = world;
  const begun = extras.chance(0.5) ? ofInjixo : extras.chance(OF_TICKETS_SHARE) ? ofTickets : ofFreshdesk;
  begun(world);
};
