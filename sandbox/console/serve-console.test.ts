import http from 'node:http';
import path from 'node:path';
import { createSandbox, type Sandbox } from '../create-sandbox';
import { refuseTakenPort, serveConsole, type ServedConsole } from './serve-console';
import type { HelpdeskView, TicketView } from './freshdesk/contract';
import type { EventsView, RunsView } from './platform/contract';

const PACKAGE_DIR = path.resolve('dist');

jest.setTimeout(30_000);

const newSandbox = (seed: number): Promise<Sandbox> => createSandbox({ packageDir: PACKAGE_DIR, seed });

interface Open {
  readonly sandbox: Sandbox;
  readonly served: ServedConsole;
  load<T>(path: string): Promise<T>;
  send<T>(path: string, body?: object): Promise<{ status: number; answer: T }>;
}

async function open(port = 0): Promise<Open> {
  const sandbox = await newSandbox(1);
  const served = await serveConsole(sandbox, {
    port,
    seed: 1,
    packageDir: PACKAGE_DIR,
    createSandbox: newSandbox,
  });
  return {
    sandbox,
    served,
    load: async <T>(address: string) => (await (await fetch(`${served.url}api/${address}`)).json()) as T,
    send: async <T>(address: string, body: object = {}) => {
      const headers = { 'Content-Type': 'application/json' };
      const options = { method: 'POST', headers, body: JSON.stringify(body) };
      const response = await fetch(`${served.url}api/${address}`, options);
      return { status: response.status, answer: (await response.json()) as T };
    },
  };
}

function statusFor(url: string, headers: http.OutgoingHttpHeaders): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    http.get(url, { headers }, ({ statusCode }) => resolve(statusCode)).on('error', reject);
  });
}

describe('the page’s server', () => {
  let opened: Open;

  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.served.stop());

  it('is only there for this machine and its own page', async () => {
    const { url } = opened.served;

    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await statusFor(url, {})).toBe(200);
    expect(await statusFor(url, { host: 'rebound.example' })).toBe(403);
    expect(await statusFor(`${url}api/freshdesk`, { origin: 'http://elsewhere.example' })).toBe(403);
  });

  it('sends no inline script and lets none run', async () => {
    const response = await fetch(opened.served.url);

    expect(response.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(await response.text()).not.toMatch(/<script(?![^>]* src=)|<style|\son[a-z]+=|style=/);
  });

  it('says what to do when the port is taken', async () => {
    const port = Number(new URL(opened.served.url).port);

    await expect(refuseTakenPort(port)).rejects.toThrow(`Port ${port} of this machine is taken.`);
    await expect(refuseTakenPort(port)).rejects.toThrow(`PORT=${port + 1} npm start`);
  });

  it('answers what it shows while the clock moves, and stops the clock when told to', async () => {
    const { load, send, sandbox } = opened;
    const began = sandbox.clock.now();
    await send('install', { values: sandbox.settings() });
    const moving = send('clock/advance', { minutes: 20 * 24 * 60 });

    expect((await load<HelpdeskView>('freshdesk')).domain).toBe('acme.freshdesk.com');
    expect((await send<{ id: number }>('freshdesk/tickets', { groupId: null, source: 1 })).answer.id).toBe(1);
    await send('clock/stop');
    await moving;

    expect(sandbox.clock.now()).toBeLessThan(began + 20 * 24 * 3_600_000);
  });

  it.each([
    ['clock/advance', { minutes: 0 }, 'Let between one minute and 31 days pass.'],
    ['faults/turn', { id: 'none', isOn: true }, 'There is no fault “none”.'],
    ['freshdesk/tickets/9/close', {}, 'There is no ticket 9'],
    ['freshdesk/groups', { name: ' ' }, 'Enter a value for “name”.'],
    ['platform/deliver', { name: 'onTicketCreate', data: {} }, 'The app is not installed'],
    ['clock/reset', { beginning: 'day', seed: 1 }, 'There is no day to play.'],
  ])('refuses %s in words', async (address, body, message) => {
    const { status, answer } = await opened.send(address, body);

    expect(status).toBe(422);
    expect(answer).toEqual({ message });
  });

  it.each([
    [
      'a body that is too large',
      'clock/stop',
      { body: JSON.stringify({ text: 'x'.repeat(2_000_000) }) },
      413,
    ],
    ['JSON that breaks off', 'clock/stop', { body: '{"minutes":' }, 400],
    [
      'a body in an unknown character set',
      'clock/stop',
      { body: '{}', type: 'application/json; charset=x-no' },
      415,
    ],
    ['a bad escape in a path', 'freshdesk/tickets/%zz', {}, 400],
    ['half a character in a path', 'freshdesk/tickets/%E0%A4', {}, 400],
    ['a bad escape in a file’s path', '../app/%zz', {}, 400],
  ])(
    'answers %s as a mistake of the request, and says nothing on the terminal',
    async (_what, address, given, status) => {
      const complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);
      const { body, type = 'application/json' }: { body?: string; type?: string } = given;
      const options = body === undefined ? {} : { method: 'POST', headers: { 'Content-Type': type }, body };

      const response = await fetch(`${opened.served.url}api/${address}`, options);

      expect(response.status).toBe(status);
      expect(await response.json()).toEqual({ message: expect.stringMatching(/\S/) });
      expect(complaints).not.toHaveBeenCalled();
      complaints.mockRestore();
    },
  );

  it('does to tickets what people do', async () => {
    const { load, send } = opened;
    for (const source of [3, 1]) await send('freshdesk/tickets', { groupId: null, source });
    await send('freshdesk/tickets/1/customer-reply', { channel: 'phone' });
    await send('freshdesk/tickets/1/private-note');
    await send('freshdesk/tickets/2/merge', { into: 1 });

    const { thread, state } = await load<TicketView>('freshdesk/tickets/1');
    expect(thread.map(({ words }) => words)).toEqual([
      'Customer wrote by phone',
      'Private note',
      'Private note',
    ]);
    expect(state).toBe('open');
    expect((await load<TicketView>('freshdesk/tickets/2')).state).toBe('closed');
    expect((await load<EventsView>('platform/events')).events[0]?.about).toBe('ticket 2: status');
  });

  it('keeps secure settings that were left empty', async () => {
    const { send, sandbox } = opened;
    const values = sandbox.settings();
    await send('install', { values });
    await send('install/settings', {
      values: { ...values, injixo_api_key: '', channel_mapping: 'By source' },
    });

    expect(sandbox.platform.settings()).toMatchObject({ ...values, channel_mapping: 'By source' });
  });
});

it('does the same again with the same seed', async () => {
  const story = async (): Promise<string> => {
    const { load, send, sandbox, served } = await open();
    await send('install', { values: sandbox.settings() });
    await send('faults/turn', { id: 'events-delayed', isOn: true });
    for (const source of [1, 2, 3]) await send('freshdesk/tickets', { groupId: null, source });
    await send('clock/advance', { minutes: 60 });
    const seen = [await load<RunsView>('platform/runs'), sandbox.injixo.receipts, sandbox.clock.now()];
    await served.stop();
    return JSON.stringify(seen);
  };

  expect(await story()).toBe(await story());
});
