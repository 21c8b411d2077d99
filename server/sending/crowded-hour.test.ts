import { createRunWorld, injixoAnswer, RUN_AT, type RunWorld } from '../../test/fakes/run-world';
import { openSendingRun } from '../../test/fakes/sending-run';
import { storeReplyPart, type ReplyEntry } from '../ledger/reply-entries';
import type { NamedContact } from '../naming/named-contact';
import { KEY_OF } from '../platform/keys';
import { LIMITS } from '../values/limits';
import { sendContacts } from './send-contacts';
import { closeBatch, recoverInterruptedBatch } from './settle-batch';

const QUEUE = {
  identifier: 'freshdesk:351:1:replies',
  name: 'Billing email Replies',
  channel: 'cases',
} as const;
const HOUR = RUN_AT - 3_600_000;

function reply(id: number): NamedContact {
  const occurredAt = HOUR + (id % 3600) * 1000;
  return { contactId: `reply:${id}`, ticketId: 7, occurredAt, queue: QUEUE, unknown: false, recordIds: [] };
}

/** Two of one part by id, one of another, and one that the hour knows already. */
const FRESH = [2_000_001, 2_000_065, 2_000_002].map(reply);
const KNOWN = reply(1_000_003);

/** An hour with so many full parts in a row; `byId`: behind the fourth it goes on by conversation id. */
async function crowd(world: RunWorld, parts: number, byId: boolean): Promise<void> {
  for (let place = 0; place < parts; place += 1) {
    const entries = [...Array(LIMITS.repliesPerKey).keys()].map((n): [number, ReplyEntry] => {
      const conversationId = 1_000_000 + place * LIMITS.repliesPerKey + n;
      return [conversationId, { conversationId, ticketId: 7, second: n, mark: 'settled' }];
    });
    await world.store.set(KEY_OF.replies(HOUR, place), storeReplyPart(new Map(entries), byId && place === 3));
  }
}

async function openRun(world: RunWorld) {
  const run = await openSendingRun(world);
  await recoverInterruptedBatch(run);
  run.sending.change({ mode: 'normal' });
  run.queues.register(QUEUE);
  await run.ledger.load([KNOWN, ...FRESH]);
  return run;
}

const cases = [
  { how: 'by id', parts: 4, byId: true },
  { how: 'in a row', parts: 5, byId: false },
].flatMap((hour) =>
  (['kill before', 'kill after'] as const).flatMap((verdict) =>
    [true, false].map((isAccepted) => ({ ...hour, verdict, isAccepted })),
  ),
);

it.each(cases)(
  'a crowded hour $how loses and doubles no reply, at whatever operation a run dies: $verdict, accepted $isAccepted',
  async ({ parts, byId, verdict, isAccepted }) => {
    const full = createRunWorld();
    await crowd(full, parts, byId);
    for (let at = 1; at <= 14; at += 1) {
      const world = createRunWorld();
      for (const [key, value] of Object.entries(full.store.snapshot()))
        await world.store.set(key, value as object);
      world.injixo = () => (isAccepted ? injixoAnswer(200) : { kind: 'broken' });
      const run = await openRun(world);
      const before = world.store.operations().length;
      world.store.onOperation = ({ n }) => (n === before + at ? verdict : 'go');
      await sendContacts(run, [KNOWN, ...FRESH], 'outbox').catch(() => undefined);
      await closeBatch(run).catch(() => undefined);
      world.store.revive();
      world.store.onOperation = () => 'go';
      world.clock.now += 60_000;
      world.injixo = () => injixoAnswer(200);

      const next = await openRun(world);
      await sendContacts(next, [KNOWN, ...FRESH], 'outbox');
      await closeBatch(next);

      const taken = world.posted.flat().map(({ timestamp }) => Date.parse(timestamp));
      const times = FRESH.map(({ occurredAt }) => taken.filter((each) => each === occurredAt).length);
      const marks = FRESH.map((each) => next.ledger.markOf(each));
      // Never twice; and what nobody can know is held.
      expect(Math.max(...times)).toBeLessThanOrEqual(1);
      if (times.includes(0)) expect(marks).toEqual(['held', 'held', 'held']);
      expect(taken).not.toContain(KNOWN.occurredAt);
      expect(marks).not.toContain('none');
    }
  },
);
