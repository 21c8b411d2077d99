import path from 'node:path';
import { createSandbox, FRESHDESK_HOST, type Sandbox } from '../../create-sandbox';
import { fillHelpdesk } from '../../scenarios/history/fill-helpdesk';
import { pressStart } from '../../scenarios/history/press-start';
import { untilWeekend } from '../clock/clock-routes';
import { createFaultBoard } from '../faults/fault-board';
import { recordEvents, type EventRecorder } from '../event-recorder';
import { compareNow } from './compare-now';

const MINUTE = 60_000;

let sandbox: Sandbox;
let events: EventRecorder;

beforeEach(async () => {
  sandbox = await createSandbox({ packageDir: path.resolve('dist') });
  events = recordEvents(sandbox);
});
afterEach(() => sandbox.stop());

function createTicket(): number {
  const [group = sandbox.freshdesk.actions.createGroup('Sales')] = sandbox.freshdesk.helpdesk.groups.values();
  return sandbox.freshdesk.actions.createTicket({ groupId: group.id }).id;
}

describe('the line that compares', () => {
  const install = async (): Promise<void> => {
    expect(await sandbox.platform.install(sandbox.settings())).toMatchObject({ ok: true });
  };

  it('has nothing to compare before the installation', () => {
    expect(compareNow(sandbox, events)).toBeNull();
  });

  it('calls a contact on the way until injixo has it', async () => {
    await install();
    createTicket();
    expect(compareNow(sandbox, events)).toMatchObject({ contacts: 1, inInjixo: 0, onTheWay: 1, lost: 0 });

    await sandbox.platform.advance(10 * MINUTE);

    expect(compareNow(sandbox, events)).toMatchObject({ contacts: 1, inInjixo: 1, onTheWay: 0, lost: 0 });
  });

  it('knows what injixo imported itself, and what the app imported a second time', async () => {
    const { clock, freshdesk, platform } = sandbox;
    platform.faults.events.plan = () => [];
    const from = fillHelpdesk(freshdesk, clock, { tickets: 30, days: 5, until: clock.now() });
    platform.faults.events.plan = null;
    const { apiKey } = freshdesk.admin;
    await sandbox.addIntegration({ name: 'Acme', domain: FRESHDESK_HOST, apiKey, importsPast: true });
    const history_from = new Date(from).toISOString().slice(0, 16).replace('T', ' ');
    expect(await platform.install({ ...sandbox.settings(), history_from })).toMatchObject({ ok: true });
    await platform.advance(30 * MINUTE);
    const planned = compareNow(sandbox, events);
    await pressStart(platform);
    await platform.advance(60 * MINUTE);

    expect(planned).toMatchObject({ lost: 0, doubled: 0, twice: 0 });
    expect(planned?.ownImport).toBeGreaterThan(30);
    expect(compareNow(sandbox, events)?.twice).toBeGreaterThan(30);
    expect(compareNow(sandbox, events)).toMatchObject({ lost: 0, doubled: 0 });
  });

  it('calls nothing lost that a planned or a running import has not reached', async () => {
    const { clock, freshdesk, platform } = sandbox;
    platform.faults.events.plan = () => [];
    const from = fillHelpdesk(freshdesk, clock, { tickets: 60, days: 5, until: clock.now() });
    platform.faults.events.plan = null;
    Object.assign(freshdesk.limits, { totalPerMinute: 20, listPerMinute: 10 });
    const history_from = new Date(from).toISOString().slice(0, 16).replace('T', ' ');
    expect(await platform.install({ ...sandbox.settings(), history_from })).toMatchObject({ ok: true });
    await platform.advance(40 * MINUTE);
    expect(compareNow(sandbox, events)).toMatchObject({ contacts: 0, onTheWay: 0, lost: 0 });
    await pressStart(platform);
    await platform.advance(5 * MINUTE);
    const running = compareNow(sandbox, events);
    await platform.advance(180 * MINUTE);

    expect(running?.onTheWay).toBeGreaterThan(10);
    expect(running).toMatchObject({ lost: 0 });
    expect(compareNow(sandbox, events)).toMatchObject({ onTheWay: 0, lost: 0, doubled: 0, wrongQueue: 0 });
  });

  it('names what is held, also when injixo has it', async () => {
    const faults = createFaultBoard(sandbox);
    await install();
    createTicket();
    faults.turn('injixo-unclear', true);
    await sandbox.platform.advance(20 * MINUTE);

    expect(compareNow(sandbox, events)).toMatchObject({ contacts: 1, inInjixo: 1, held: 1, doubled: 0 });
  });

  it('names what was counted although nothing happened', async () => {
    await install();
    createTicket();
    await sandbox.platform.advance(10 * MINUTE);
    const [receipt] = sandbox.injixo.receipts;
    (sandbox.injixo.receipts as unknown[]).push(receipt);

    expect(compareNow(sandbox, events)).toMatchObject({ contacts: 1, doubled: 1, lost: 0 });
    expect(compareNow(sandbox, events)?.details).toMatchObject([{ problem: 'doubled' }]);
  });
});

describe('the line that compares, without a Freshdesk key', () => {
  const install = async (): Promise<void> => {
    const settings = { ...sandbox.settings(), freshdesk_api_key: '' };
    expect(await sandbox.platform.install(settings)).toMatchObject({ ok: true });
  };
  const name = async (): Promise<void> => {
    const [group] = sandbox.freshdesk.helpdesk.groups.values();
    await sandbox.platform.callFunction('learnGroup', { request: { id: group?.id, name: group?.name } });
  };
  const now = () => compareNow(sandbox, events);

  it('expects what events told, in the queue that they told, and counts apart what none told', async () => {
    const { freshdesk, platform } = sandbox;
    freshdesk.actions.createGroup('Sales');
    await platform.advance(MINUTE);
    await install();
    const id = createTicket();
    await platform.advance(20 * MINUTE);
    expect(now()).toMatchObject({ contacts: 1, inInjixo: 0, onTheWay: 1, lost: 0, untold: 0 });
    await name();
    await platform.advance(10 * MINUTE);
    freshdesk.actions.customerReply(id, { channel: 'email' });
    await platform.advance(MINUTE);
    platform.faults.events.dropRate = 1;
    createTicket();
    await platform.advance(60 * MINUTE);

    expect(now()).toMatchObject({
      contacts: 2,
      inInjixo: 2,
      onTheWay: 0,
      lost: 0,
      doubled: 0,
      wrongQueue: 0,
      untold: 1,
    });
  });

  it('follows a reply on a ticket of which nothing is known, until it counts as Unknown', async () => {
    const { freshdesk, platform } = sandbox;
    platform.faults.events.dropRate = 1;
    const id = createTicket();
    platform.faults.events.dropRate = 0;
    await platform.advance(MINUTE);
    await install();
    freshdesk.actions.customerReply(id, { channel: 'email' });
    await platform.advance(60 * MINUTE);
    expect(now()).toMatchObject({ contacts: 1, onTheWay: 1, lost: 0 });
    await platform.advance(24 * 60 * MINUTE);

    expect(now()).toMatchObject({ contacts: 1, inInjixo: 1, onTheWay: 0, lost: 0, wrongQueue: 0 });
  });

  it('calls lost what an event told and the app no longer has', async () => {
    const { platform } = sandbox;
    await install();
    await name();
    createTicket();
    await platform.advance(10 * MINUTE);
    (sandbox.injixo.receipts as unknown[]).pop();

    expect(now()).toMatchObject({ contacts: 1, inInjixo: 0, onTheWay: 0, lost: 1 });
    expect(now()?.details).toMatchObject([{ problem: 'lost', contact: 'ticket:1' }]);
  });

  it('expects with a key added later what happened since, also where no event told it', async () => {
    const { platform } = sandbox;
    await install();
    platform.faults.events.dropRate = 1;
    createTicket();
    await platform.advance(60 * MINUTE);
    const settings = sandbox.settings();
    expect(platform.saveSettings(settings)).toMatchObject({ ok: true });
    await platform.advance(30 * MINUTE);
    createTicket();
    await platform.advance(90 * MINUTE);

    expect(now()).toMatchObject({ contacts: 1, inInjixo: 1, lost: 0, doubled: 0, wrongQueue: 0, untold: 1 });
  });
});

describe('the weekend', () => {
  it.each([
    ['2026-11-02T06:00:00Z', '2026-11-07T00:00:00.000Z'],
    ['2026-11-07T00:00:00Z', '2026-11-14T00:00:00.000Z'],
    ['2026-11-08T12:00:00Z', '2026-11-14T00:00:00.000Z'],
  ])('after %s begins on %s', (from, begins) => {
    const now = Date.parse(from);

    expect(new Date(now + untilWeekend(now)).toISOString()).toBe(begins);
  });
});

describe('a fault', () => {
  it('leaves everything as it was when it is turned off', async () => {
    const sandbox = await createSandbox({ packageDir: path.resolve('dist') });
    const faults = createFaultBoard(sandbox);
    const before = JSON.stringify(sandbox.platform.faults);
    for (const { id } of faults.list()) faults.turn(id, true);
    expect(faults.list().every(({ isOn }) => isOn)).toBe(true);
    expect(JSON.stringify(sandbox.platform.faults)).not.toBe(before);

    faults.clear();

    expect(JSON.stringify(sandbox.platform.faults)).toBe(before);
    expect([...sandbox.injixo.faults.list(), ...sandbox.freshdesk.faults.list()]).toEqual([]);
    await sandbox.stop();
  });
});
