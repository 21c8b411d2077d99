import type { Fault } from '../fault';

/** Bodies with 200 that say, each in its way, that injixo took nothing. */
const NOTHING_TAKEN: readonly unknown[] = [
  { accepted: 0, rejected: 2, message: 'no queue' },
  { success: false },
  { ok: false },
  { status: 'error' },
  { status: 'failed', data: [] },
  { data: { failed: [{ index: 0 }] } },
  { statusCode: 422 },
  { message: 'not_found' },
  false,
];
/** Bodies with 200 of an injixo that took everything. */
const ALL_TAKEN: readonly unknown[] = [
  { errors: 0 },
  { errors: {} },
  { errors: [], rejected: 0 },
  { status: 'ok', success: true },
  'OK',
  true,
  null,
];

/** injixo answers 200, and only the body tells what became of the batch. */
export const wordsWith200: Fault = (world) => {
  const { extras, sandbox } = world;
  const isTaken = extras.chance(0.5);
  const body = extras.pick(isTaken ? ALL_TAKEN : NOTHING_TAKEN);
  const times = extras.whole(1, 4);
  sandbox.injixo.faults.add({ kind: 'words', body, isTaken, times });
  const kind = `injixo answers 200 and took ${isTaken ? 'all' : 'nothing'}`;
  world.count(kind, times);
  world.trace(`fault: ${kind}, ${times} times`);
};
