import { fc } from '../../test/property';
import { openImportRun } from '../../test/fakes/import-run';
import { createRunWorld, injixoAnswer, RUN_AT, type RunWorld } from '../../test/fakes/run-world';
import type { RawAnswer } from '../injixo/interpret-answer';
import { HELD_COMMANDS, applyCommands, commandField, readCommands, type HeldCommand } from '../run/commands';
import type { NamedContact } from '../naming/named-contact';
import type { HistoryRun } from '../history/import-run';
import { sendContacts } from './send-contacts';
import { type HeldRecord, closeBatch, recoverInterruptedBatch } from './settle-batch';
import { NOTHING_HELD, type HeldState } from './sending-state';

const QUEUE = {
  identifier: 'freshdesk:351:1:tickets',
  name: 'Billing email Tickets',
  channel: 'cases',
} as const;
const CONTACTS: readonly NamedContact[] = [1, 2, 3].map((ticketId) => ({
  contactId: `ticket:${ticketId}`,
  ticketId,
  occurredAt: RUN_AT - 600_000 + ticketId * 1000,
  queue: QUEUE,
  unknown: false,
  recordIds: [],
}));

interface Answer {
  readonly raw: RawAnswer;
  readonly isTaken: boolean;
}

const ANSWERS: readonly Answer[] = [
  { raw: injixoAnswer(200), isTaken: true },
  { raw: injixoAnswer(503), isTaken: false },
  { raw: injixoAnswer(422), isTaken: false },
  { raw: injixoAnswer(413), isTaken: false },
  { raw: injixoAnswer(401), isTaken: false },
  { raw: { kind: 'broken' }, isTaken: false },
  { raw: { kind: 'broken' }, isTaken: true },
  { raw: { kind: 'not sent' }, isTaken: false },
];

interface Step {
  /** What the person who looks at the page presses for every batch that is listed, if anything. */
  readonly command: HeldCommand | null;
  /** What injixo answers, request by request. */
  readonly answers: readonly Answer[];
  /** The key-value operation at which the run dies. */
  readonly dieAt: number | null;
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    command: fc.constantFrom(null, ...HELD_COMMANDS),
    answers: fc.array(fc.constantFrom(...ANSWERS), { minLength: 1, maxLength: 5 }),
    dieAt: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
  }),
  { minLength: 1, maxLength: 8 },
);

/** What injixo has: how often each contact, and which batches by their number. */
interface Injixo {
  readonly times: Map<number, number>;
  readonly taken: Set<number>;
}

function heldIn(world: RunWorld): HeldState {
  const stored = world.store.valueOf('state') as { readonly held: HeldState } | undefined;
  return stored?.held ?? NOTHING_HELD;
}

/** Nobody sends again what injixo has: a person looks there first. */
async function press(world: RunWorld, command: HeldCommand, { taken }: Injixo): Promise<void> {
  const { batches, discarded } = heldIn(world);
  const fields = (command === 'restore' ? discarded : batches)
    .filter(({ number }) => command === 'discard' || !taken.has(number))
    .map(({ number }) => [commandField(command, number), 1] as const);
  if (fields.length > 0) await world.store.setFields('orders', Object.fromEntries(fields));
}

function answerWith(world: RunWorld, injixo: Injixo, answers: readonly Answer[]): void {
  let nth = 0;
  world.injixo = (events) => {
    const answer = answers[nth % answers.length] ?? { raw: injixoAnswer(503), isTaken: false };
    nth += 1;
    if (!answer.isTaken) return answer.raw;
    injixo.taken.add((world.store.valueOf('in_flight') as { readonly number: number }).number);
    for (const { timestamp } of events) {
      const second = Date.parse(timestamp);
      injixo.times.set(second, (injixo.times.get(second) ?? 0) + 1);
    }
    return answer.raw;
  };
}

async function work(run: HistoryRun): Promise<void> {
  await recoverInterruptedBatch(run);
  const orders = await readCommands(run.store);
  run.sending.change({ mode: 'normal', failure: null, notBefore: null });
  await applyCommands(run, orders);
  run.sending.change({ mode: 'normal', failure: null, notBefore: null });
  await run.ledger.load(CONTACTS);
  await sendContacts(
    run,
    CONTACTS.filter((each) => run.ledger.markOf(each) === 'none'),
    'outbox',
  );
  await closeBatch(run);
  await run.save(0);
}

async function runOnce(world: RunWorld, dieAt: number | null): Promise<void> {
  const begun = world.store.operations().length;
  world.store.onOperation = ({ n }) => (dieAt !== null && n >= begun + dieAt ? 'kill after' : 'go');
  try {
    const run = await openImportRun(world);
    run.queues.register(QUEUE);
    await work(run);
  } catch {
    // The run is dead; the next one goes on.
  }
  world.store.revive();
  world.store.onOperation = () => 'go';
  world.clock.now += 120_000;
}

function heldContacts(world: RunWorld): readonly string[] {
  const { batches, discarded } = heldIn(world);
  return [...batches, ...discarded].flatMap(({ number }) => {
    const record = world.store.valueOf(`held:${number}`) as HeldRecord | undefined;
    return (record?.contacts ?? []).map(([id]) => id);
  });
}

it('whatever people command, injixo answers and kills a run, every contact is once in injixo, held, discarded or pending', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const world = createRunWorld();
      const injixo: Injixo = { times: new Map(), taken: new Set() };
      await world.store.set('orders', { v: 1 });
      for (const { command, answers, dieAt } of all) {
        if (command !== null) await press(world, command, injixo);
        answerWith(world, injixo, answers);
        await runOnce(world, dieAt);
      }
      answerWith(world, injixo, [{ raw: injixoAnswer(503), isTaken: false }]);
      await runOnce(world, null);

      const run = await openImportRun(world);
      await run.ledger.load(CONTACTS);
      const held = heldContacts(world);
      for (const contact of CONTACTS) {
        const times = injixo.times.get(contact.occurredAt) ?? 0;
        const places = held.filter((id) => id === contact.contactId).length;
        expect(times).toBeLessThanOrEqual(1);
        expect(places).toBeLessThanOrEqual(1);
        if (run.ledger.markOf(contact) === 'none') expect([times, places]).toEqual([0, 0]);
        else expect(times + places).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: 300 },
  );
}, 60_000);
