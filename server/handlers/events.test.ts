import { putSandboxGlobals, removeGlobals } from '../../test/fakes/sandbox-globals';
import type { Decision, RecordedContact } from '../contacts/contact';
import { TICK_NAME } from '../platform/keys';
import { createRecordStore } from '../platform/record-store';
import { createScheduler } from '../platform/scheduler';
import { handleEvent } from './events';

const CONTACT: RecordedContact = {
  contactId: 'ticket:7',
  kind: 'ticket',
  ticketId: 7,
  occurredAt: Date.parse('2026-11-05T12:00:00Z'),
  source: 1,
  groupId: null,
};
const written: string[] = [];

beforeEach(() => {
  written.length = 0;
  for (const level of ['info', 'warn', 'error'] as const) {
    jest.spyOn(console, level).mockImplementation((...given: unknown[]) => {
      written.push(`${level} ${String(given[0])}`);
    });
  }
});

afterEach(() => {
  jest.restoreAllMocks();
  removeGlobals();
  expect(written.filter((line) => line.startsWith('error'))).toEqual([]);
});

function handle(decision: Decision, id = 7) {
  return handleEvent('onTicketCreate', { ok: true, value: { id } }, 'checked', () => ({
    decision,
    facts: null,
  }));
}

async function recorded() {
  return (await createRecordStore().list(null)).records.map(({ data }) => data);
}

it('records a contact and does nothing else', async () => {
  putSandboxGlobals();

  await handle({ kind: 'contact', contact: CONTACT });

  expect(await recorded()).toMatchObject([{ contact_id: 'ticket:7' }]);
  expect(await createScheduler().exists(TICK_NAME)).toBe(false);
});

it('records what was left out only where no other path can know it', async () => {
  putSandboxGlobals();

  await handle({ kind: 'left out', reason: 'agent', contact: null });
  expect(await recorded()).toEqual([]);

  await handle({ kind: 'left out', reason: 'outbound', contact: { ...CONTACT, kind: 'left_out' } });
  expect(await recorded()).toMatchObject([{ kind: 'left_out' }]);
});

it('decides nothing about an event it cannot read, and quotes nothing of it', async () => {
  putSandboxGlobals();
  const decide = jest.fn<{ decision: Decision; facts: null }, []>();

  await handleEvent('onTicketCreate', { ok: false, reason: 'the ticket has no id' }, 'live', decide);

  expect(decide).not.toHaveBeenCalled();
  expect(await recorded()).toEqual([]);
  expect(written).toHaveLength(1);
});

it('never rejects, because the platform promises no second delivery', async () => {
  const { faults } = putSandboxGlobals();
  faults.entityStoreOff = true;

  await expect(handle({ kind: 'contact', contact: CONTACT })).resolves.toBeUndefined();
});

it.each([
  [20, true],
  [40, true],
  [21, false],
])('looks for a lost schedule at every twentieth event: %i, %p', async (id, looked) => {
  const now = Date.now();
  const { clock } = putSandboxGlobals();
  clock.set(now);

  await handle({ kind: 'left out', reason: 'agent', contact: null }, id);

  expect(await createScheduler().exists(TICK_NAME)).toBe(looked);
});
