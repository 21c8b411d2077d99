import { isDeepStrictEqual } from 'node:util';
import type { Sandbox } from './create-sandbox';
import { keepFields, keepList, keepMap, keepSet } from './support/snapshot';
import { changeEverything, lookAtAll, playOn, startBusySandbox } from './snapshot-fixture';

/** Run ids in log lines: the app chooses them at random. */
const RUN_ID = /\\"run\\":\\"\w+-\w+\\"/g;

/** Removes what differs after a restore: invocation ids. */
function withoutIds(key: string, value: unknown): unknown {
  if (key === 'invocations') return (value as readonly object[]).map((each) => ({ ...each, id: 'hidden' }));
  // The lease's holder is the id of a run.
  return key === 'invocation' || key === 'holder' ? 'hidden' : value;
}

/** Continues the sandbox; returns all results and all observable state after it. */
async function resultsOf(sandbox: Sandbox): Promise<unknown> {
  const results = { got: await playOn(sandbox), ...lookAtAll(sandbox) };
  return JSON.parse(JSON.stringify(results, withoutIds).replace(RUN_ID, ''));
}

it('what was saved is restored into the same list, set, object and map, any number of times', () => {
  const list = [1, 2];
  const set = new Set([1, 2]);
  const object = { n: 1, text: 'one' };
  const inner = { n: 1 };
  const map = new Map([['a', inner]]);
  const restores = [keepList(list), keepSet(set), keepFields(object), keepMap(map, keepFields)];

  for (let times = 0; times < 2; times += 1) {
    list.splice(0, 1, 7, 8, 9);
    set.delete(1);
    Object.assign(object, { n: 2, text: 'two' });
    inner.n = 2;
    map.set('b', { n: 3 }).delete('a');
    restores.forEach((restore) => restore());

    expect([list, [...set], object, [...map]]).toEqual([
      [1, 2],
      [1, 2],
      { n: 1, text: 'one' },
      [['a', { n: 1 }]],
    ]);
    expect(map.get('a')).toBe(inner);
  }
});

describe('a snapshot of the sandbox', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await startBusySandbox();
  });

  afterEach(() => sandbox.stop());

  it('restores all observable state, any number of times', async () => {
    const before = lookAtAll(sandbox);
    const restore = sandbox.takeSnapshot();

    for (let times = 0; times < 2; times += 1) {
      await changeEverything(sandbox);
      const changed = lookAtAll(sandbox);
      expect(Object.keys(before).filter((name) => isDeepStrictEqual(before[name], changed[name]))).toEqual(
        [],
      );
      restore();

      expect(lookAtAll(sandbox)).toEqual(before);
    }
  });

  it('lets the same actions give the same results', async () => {
    const restore = sandbox.takeSnapshot();
    const first = await resultsOf(sandbox);
    restore();
    await changeEverything(sandbox);
    restore();

    expect(await resultsOf(sandbox)).toEqual(first);
  });

  it('keeps references valid that a test took before it', async () => {
    const { helpdesk, faults } = sandbox.freshdesk;
    const { receipts, account } = sandbox.injixo;
    const ticket = helpdesk.tickets.get(1);
    const removeFault = faults.add({ kind: 'html' });
    const restore = sandbox.takeSnapshot();
    const token = account.createPersonalToken();
    await changeEverything(sandbox);
    restore();

    expect(helpdesk.tickets.get(1)).toBe(ticket);
    expect(ticket?.versions).toHaveLength(2);
    expect(sandbox.injixo.receipts).toBe(receipts);
    expect(account.ownerOf(token)).toEqual({ kind: 'nobody' });
    removeFault();
    expect(faults.list()).toEqual([expect.objectContaining({ kind: 'slow' })]);
  });
});
