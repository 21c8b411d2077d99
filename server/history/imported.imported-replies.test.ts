import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { newSpan, type HistoryRecord } from './history-record';
import { addReplies, readReplyPart } from './imported';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const RECORD = newSpan(NOON - 86_400_000, NOON, 1);

/** Ids as far from each other as those of an account that shares its numbers with many. */
function idsFrom(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index * 2_000_000);
}

async function readAll(
  store: ReturnType<typeof createMemoryKeyValueStore>,
  { span, replyParts }: HistoryRecord,
) {
  const parts = [...Array(replyParts).keys()];
  const read = await Promise.all(parts.map((part) => readReplyPart(store, span, part)));
  return read.flat();
}

it('goes on with the next part once one is full, and forgets no reply', async () => {
  const store = createMemoryKeyValueStore(() => NOON);
  const runs = [idsFrom(1e10, 4_900), idsFrom(3e10, 2_400), idsFrom(5e10, 10)];

  let record = RECORD;
  for (const replies of runs) {
    const known = await readReplyPart(store, record.span, record.replyParts - 1);
    record = await addReplies(store, record, known, replies);
  }

  expect(record.replyParts).toBe(2);
  expect([...(await readAll(store, record))].sort((a, b) => a - b)).toEqual(runs.flat());
});

it('comes to the same when it is done twice', async () => {
  const store = createMemoryKeyValueStore(() => NOON);
  await addReplies(store, RECORD, [], idsFrom(1e10, 4_900));
  const add = async () => addReplies(store, RECORD, await readReplyPart(store, 1, 0), idsFrom(3e10, 2_400));

  const once = await add();
  const values = [store.valueOf('imported-replies:1:0'), store.valueOf('imported-replies:1:1')];

  expect(await add()).toEqual(once);
  expect([store.valueOf('imported-replies:1:0'), store.valueOf('imported-replies:1:1')]).toEqual(values);
});

it('writes nothing when there is nothing to add', async () => {
  const store = createMemoryKeyValueStore(() => NOON);

  expect(await addReplies(store, RECORD, [7], [])).toBe(RECORD);
  expect(store.valueOf('imported-replies:1:0')).toBeUndefined();
});
