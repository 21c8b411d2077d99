import { INJIXO_HOST } from '../../sandbox/create-sandbox';
import type { InjixoFault } from '../../sandbox/injixo/injixo-fault';
import { askOverview, askPage } from './ask-page';
import { expectAllArrived, explain, heldIds, outboxIds, queueSums } from './explain';
import { listHeld, press } from './held-commands';
import { MINUTE, SECOND, endStories, startStory, type Story } from './story';
import { addContacts, batchSizes, injixoAnswers } from './waiting-contacts';

afterEach(endStories);

const sorted = (ids: readonly string[]): readonly string[] => [...ids].sort();

/** Starts a story in which six contacts wait, with a fault of injixo. */
async function storyWith(
  fault: InjixoFault,
): Promise<{ readonly story: Story; readonly ids: readonly string[] }> {
  const story = await startStory();
  story.injixo.faults.add(fault);
  return { story, ids: await addContacts(story, 6) };
}

async function expectAllWait(story: Story, ids: readonly string[]): Promise<void> {
  expect(story.injixo.receipts).toEqual([]);
  expect(sorted(outboxIds(story))).toEqual(sorted(ids));
  expect(await askOverview(story)).toMatchObject({ accepted: 0, unclear: 0, parked: 0 });
}

describe('injixo takes a batch', () => {
  it.each<[string, InjixoFault | null, number]>([
    ['200 and an empty object', null, 200],
    ['201', null, 201],
    ['202', null, 202],
    ['204 and no body', { kind: 'empty' }, 200],
    ['200 after seven seconds', { kind: 'slow', latencyMs: 7 * SECOND, times: 1 }, 200],
    [
      '200 and an empty list of errors',
      { kind: 'status', status: 200, body: { errors: [] }, isTaken: true },
      200,
    ],
    [
      '200 and no errors counted',
      { kind: 'status', status: 200, body: { errors: 0, error: false, failures: {} }, isTaken: true },
      200,
    ],
    ['200 and the text OK', { kind: 'status', status: 200, text: 'OK', isTaken: true }, 200],
  ])('and everything is settled: %s', async (_answer, fault, successStatus) => {
    const story = await startStory();
    story.injixo.settings.successStatus = successStatus;
    if (fault !== null) story.injixo.faults.add(fault);

    await addContacts(story, 6);
    await story.minutes(12);

    expect(queueSums(story)).toEqual({
      'CustomerService email Tickets': 4,
      'CustomerService email Replies': 2,
    });
    expectAllArrived(story);
  });
});

describe('injixo refuses the request', () => {
  it.each<[string, InjixoFault, string]>([
    ['401', { kind: 'status', status: 401 }, 'injixo_key'],
    ['403', { kind: 'status', status: 403 }, 'injixo_key'],
    ['404', { kind: 'status', status: 404 }, 'injixo_integration'],
    ['402', { kind: 'status', status: 402 }, 'injixo_unreachable'],
    ['405', { kind: 'status', status: 405 }, 'injixo_unreachable'],
    ['410', { kind: 'status', status: 410 }, 'injixo_moved'],
    ['308 to contacts only', { kind: 'status', status: 308, onlyWithContacts: true }, 'injixo_moved'],
    ['415', { kind: 'status', status: 415 }, 'injixo_unreachable'],
    ['418', { kind: 'status', status: 418 }, 'injixo_unreachable'],
    ['402 to contacts only', { kind: 'status', status: 402, onlyWithContacts: true }, 'injixo_refuses'],
    ['a redirect', { kind: 'status', status: 302, location: 'https://elsewhere.example/' }, 'injixo_moved'],
  ])('and the contacts wait, until it takes them again: %s', async (_answer, fault, code) => {
    const { story, ids } = await storyWith(fault);

    await story.minutes(12);
    await expectAllWait(story, ids);
    expect(await askOverview(story)).toMatchObject({ failure: { code } });
    expect(story.network.requests().some(({ host }) => host === 'elsewhere.example')).toBe(false);
    story.injixo.faults.clear();
    await story.minutes(12);

    expectAllArrived(story);
    expect(await askOverview(story)).toMatchObject({ mode: 'normal', failure: null, accepted: 6 });
  });

  it('and sends no contact again before the empty request was taken', async () => {
    const { story } = await storyWith({ kind: 'status', status: 401 });

    await story.minutes(30);

    const { requests, emptyRequests } = story.injixo.traffic;
    // One of the empty requests was made at the installation.
    expect(requests - emptyRequests).toBe(1);
    expect(emptyRequests).toBeGreaterThan(3);
  });
});

describe('injixo refuses contacts', () => {
  it.each([
    ['400', 400],
    ['422', 422],
  ])('once, and smaller batches bring them all: %s', async (_answer, status) => {
    const { story } = await storyWith({ kind: 'status', status, times: 1, onlyWithContacts: true });

    await story.minutes(12);

    expect(batchSizes(story)[0]).toBe(3);
    expectAllArrived(story);
  });

  it('because of one of them, which is parked while all others arrive', async () => {
    const story = await startStory();
    await addContacts(story, 5);
    const [badId = ''] = await addContacts(story, 1, 'Forbidden');
    await addContacts(story, 4);
    story.injixo.faults.add({
      kind: 'refuse',
      contact: ({ queueName }) => queueName.startsWith('Forbidden'),
    });

    await story.minutes(30);

    expect(story.injixo.receipts).toHaveLength(9);
    expect({ parked: heldIds(story, 'parked'), unclear: heldIds(story, 'unclear') }).toEqual({
      parked: [badId],
      unclear: [],
    });
    expect(outboxIds(story)).toEqual([]);
    expect(explain(story)).toMatchObject({ lost: 0, doubled: 0, wrongQueue: 0 });
    expect(await askOverview(story)).toMatchObject({ parked: 1, accepted: 9, mode: 'normal' });
  });

  it('three different ones in a row, which pauses; when the cause is gone all arrive and none is parked', async () => {
    const { story, ids } = await storyWith({ kind: 'refuse', contact: () => true });

    await story.minutes(14);
    await expectAllWait(story, ids);
    expect(await askOverview(story)).toMatchObject({ failure: { code: 'contacts_refused' } });
    story.injixo.faults.clear();
    await story.minutes(20);

    expectAllArrived(story);
    expect(await askOverview(story)).toMatchObject({ mode: 'normal', failure: null, parked: 0, accepted: 6 });
  });

  it('because of a wrong integration ID; when it is corrected all arrive and none is parked', async () => {
    const story = await startStory();
    story.change({ injixo_integration_id: '9999' });
    const ids = await addContacts(story, 6);

    await story.minutes(14);
    await expectAllWait(story, ids);
    expect(await askOverview(story)).toMatchObject({
      mode: 'paused',
      failure: { code: 'injixo_integration' },
    });
    story.change({ injixo_integration_id: '1234' });
    await story.minutes(20);

    expectAllArrived(story);
    expect(await askOverview(story)).toMatchObject({ mode: 'normal', failure: null, parked: 0 });
  });
});

describe('injixo finds a batch too large', () => {
  it('and gets it in halves', async () => {
    const story = await startStory();
    story.injixo.settings.maxContacts = 2;

    await addContacts(story, 6);
    await story.minutes(20);

    expect(Math.max(...batchSizes(story))).toBe(2);
    expectAllArrived(story);
  });

  it('and a contact that is too large alone is parked while all others arrive', async () => {
    const story = await startStory();
    const [largeId = ''] = await addContacts(
      story,
      1,
      'A group with a name that is much longer than all others',
    );
    await addContacts(story, 2);
    story.injixo.settings.maxBytes = 260;

    await story.minutes(20);

    expect(heldIds(story, 'parked')).toEqual([largeId]);
    expect(story.injixo.receipts).toHaveLength(2);
    expect(outboxIds(story)).toEqual([]);
  });
});

describe('injixo asks to slow down', () => {
  const throttledBy = (retryAfter?: number | string): InjixoFault => ({
    kind: 'status',
    status: 429,
    times: 1,
    onlyWithContacts: true,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });

  it.each([
    ['in seconds', (): number => 1500],
    ['by a date', (now: number): string => new Date(now + 1500 * SECOND).toUTCString()],
  ])('%s, and is left alone until then', async (_how, retryAfter) => {
    const story = await startStory();
    await addContacts(story, 6);
    story.injixo.faults.add(throttledBy(retryAfter(story.clock.now() + 6 * MINUTE)));

    await story.minutes(10);
    story.network.clearRequests();
    await story.minutes(16);
    expect(injixoAnswers(story)).toEqual([]);
    expect(story.injixo.receipts).toEqual([]);
    await story.minutes(20);

    expectAllArrived(story);
  });

  it('without saying for how long, and the next run tries again', async () => {
    const { story } = await storyWith(throttledBy());

    await story.minutes(12);

    expectAllArrived(story);
  });
});

describe('injixo did not take a batch', () => {
  it.each<[string, number, (story: Story) => void]>([
    ['500 for an hour', 60, ({ injixo }) => injixo.faults.add({ kind: 'status', status: 500 })],
    ['503', 15, ({ injixo }) => injixo.faults.add({ kind: 'status', status: 503 })],
    ['connection refused', 15, ({ network }) => network.down(INJIXO_HOST, 'refused')],
    ['no such host', 15, ({ network }) => network.down(INJIXO_HOST, 'dns')],
    ['the TLS handshake breaks', 15, ({ network }) => network.down(INJIXO_HOST, 'tls')],
  ])('and later everything arrives once with its own time: %s', async (_what, minutes, breakIt) => {
    const story = await startStory();
    breakIt(story);
    const ids = await addContacts(story, 6);

    await story.minutes(minutes);
    await expectAllWait(story, ids);
    const later = await addContacts(story, 3);
    story.injixo.faults.clear();
    story.network.down(INJIXO_HOST, null);
    await story.minutes(20);

    expect(batchSizes(story)[0]).toBe(1);
    expect(story.injixo.receipts).toHaveLength(ids.length + later.length);
    expectAllArrived(story);
    expect(await askOverview(story)).toMatchObject({ mode: 'normal', failure: null, unclear: 0 });
  });
});

describe('it is unknown whether injixo took a batch', () => {
  const says = (body: object): InjixoFault => ({ kind: 'status', status: 200, body });
  const taken: readonly [string, InjixoFault][] = [
    ['the connection breaks', { kind: 'broken' }],
    ['no answer comes', { kind: 'black-hole' }],
    ['408', { kind: 'status', status: 408 }],
    ['409', { kind: 'status', status: 409 }],
    ['501', { kind: 'status', status: 501 }],
    ['502', { kind: 'status', status: 502 }],
    ['504', { kind: 'status', status: 504 }],
    ['200 and a page for people', { kind: 'html' }],
    ['200 and a list of errors', { kind: 'errors', status: 200 }],
    ['200 and half an answer', { kind: 'malformed' }],
    ['207', { kind: 'errors', status: 207 }],
    ['200 and the number it rejected', says({ accepted: 0, rejected: 2, failures: [{ index: 0 }] })],
    ['200 and success false', says({ success: false })],
    ['200 and the status error', says({ status: 'error' })],
    ['303', { kind: 'status', status: 303 }],
    ['207 and no errors', { kind: 'status', status: 207 }],
  ];
  const notTaken: readonly [string, InjixoFault][] = [
    ['the connection breaks', { kind: 'broken' }],
    ['no answer comes', { kind: 'black-hole' }],
    ['502', { kind: 'status', status: 502 }],
  ];
  const rows = [
    ...taken.map(([what, fault]) => [what, 'taken', { ...fault, isTaken: true }] as const),
    ...notTaken.map(([what, fault]) => [what, 'not taken', { ...fault, isTaken: false }] as const),
  ];

  it.each(rows)(
    'its contacts are held and never sent by themselves: %s, %s',
    async (_what, _taken, fault) => {
      const { story, ids } = await storyWith({ ...fault, times: 1, onlyWithContacts: true });

      await story.minutes(15);
      const later = await addContacts(story, 3);
      await story.minutes(20);

      expect(sorted(heldIds(story, 'unclear'))).toEqual(sorted(ids));
      expect(outboxIds(story)).toEqual([]);
      expect(story.injixo.receipts).toHaveLength((fault.isTaken ? ids.length : 0) + later.length);
      expect(batchSizes(story).slice(fault.isTaken ? 1 : 0)[0]).toBe(1);
      expect(explain(story)).toMatchObject({ lost: 0, doubled: 0, wrongQueue: 0 });
      expect(await askOverview(story)).toMatchObject({ unclear: 6, accepted: 3, mode: 'normal' });
    },
  );
});

describe('injixo counts fewer contacts than it was sent', () => {
  const countsQueues: InjixoFault = {
    kind: 'status',
    status: 200,
    body: { accepted: 1 },
    isTaken: true,
    onlyWithContacts: true,
  };

  it('twice: sending pauses, the page shows both numbers, and it goes on with a decision', async () => {
    const { story } = await storyWith(countsQueues);
    await story.minutes(6);
    await addContacts(story, 6);
    await story.minutes(20);
    expect(await askOverview(story)).toMatchObject({ failure: { code: 'injixo_counts_otherwise' } });
    const held = heldIds(story, 'unclear').length;
    const [{ number } = { number: 0 }] = await listHeld(story);
    expect(await askPage(story, 'getHeld', { number })).toMatchObject({
      confirmed: { accepted: 1, sent: 6 },
    });
    await addContacts(story, 3);
    await story.minutes(20);
    expect(heldIds(story, 'unclear')).toHaveLength(held);

    story.injixo.faults.clear();
    await press(story, 'discardHeld', number);
    await story.minutes(15);

    expect(await askOverview(story)).toMatchObject({ mode: 'normal', failure: null });
    expect(outboxIds(story)).toEqual([]);
    expect(explain(story)).toMatchObject({ lost: 0, doubled: 0, wrongQueue: 0 });
  });
});
