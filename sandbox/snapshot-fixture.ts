import path from 'node:path';
import { AxiosHeaders } from 'axios';
import { createSandbox, FRESHDESK_HOST, INJIXO_HOST, type Sandbox } from './create-sandbox';

const MINUTE = 60_000;
const TICK = 'injixo-connect-tick';
/** A host that is unreachable. */
const CDN_HOST = 'cdn.example';
const CLOSED_ORIGIN = 'http://127.0.0.1:1';
/** Larger than the platform allows: a violation when it is delivered. */
const LARGE_EVENT = { name: 'onTicketCreate', data: { text: 'x'.repeat(300_000) } };

/** Sends a request that is not the app's; returns its answer or the error. */
async function send(
  { network }: Sandbox,
  url: string,
  { headers, data }: { readonly headers: Record<string, string>; readonly data?: object },
): Promise<unknown> {
  const outcome = await network.send({
    method: data === undefined ? 'get' : 'post',
    url: `https://${url}`,
    headers: new AxiosHeaders({ 'Content-Type': 'application/json', ...headers }),
    data: data === undefined ? undefined : JSON.stringify(data),
  });
  if (!outcome.ok) return String(outcome.error);
  const { status, headers: answered, data: body } = outcome.value;
  return { status, left: String(answered['x-ratelimit-remaining']), body: String(body) };
}

function sendBatch(sandbox: Sandbox, key: string): Promise<unknown> {
  const contact = { queueName: 'Other', queueIdentifier: 'other', timestamp: '2026-11-02T07:45:13Z' };
  const properties = { offered: true, handled: true };
  const token = sandbox.injixo.account.generateKey(1235);
  return send(sandbox, `${INJIXO_HOST}/external-systems/contact-events`, {
    headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': key },
    data: { data: [{ ...contact, properties }] },
  });
}

function askFreshdesk(sandbox: Sandbox, data?: object): Promise<unknown> {
  const credentials = Buffer.from(`${sandbox.freshdesk.admin.apiKey}:X`).toString('base64');
  const headers = { Authorization: `Basic ${credentials}` };
  return send(sandbox, `${FRESHDESK_HOST}/api/v2/tickets`, {
    headers,
    ...(data === undefined ? {} : { data }),
  });
}

function openHelpdesk({ freshdesk }: Sandbox): void {
  const { actions } = freshdesk;
  const care = actions.createGroup('Care').id;
  actions.createGroup('Sales');
  actions.addAgent({ role: 'Agent' });
  actions.addSource('Kiosk');
  actions.createTicket({ groupId: care });
  actions.createTicket({ groupId: care });
}

/** Adds faults with strikes left after the set-up, and faults that strike at random. */
function addFaults({ platform, injixo, freshdesk, network }: Sandbox): void {
  Object.assign(platform.faults, { listingShowsDeletedMs: 5 * MINUTE, staleReadMs: 30, minRepeatMinutes: 5 });
  Object.assign(platform.faults.events, { lateRate: 0.5, lateMs: 40_000 });
  injixo.faults.add({ kind: 'slow', latencyMs: 700, onlyWithContacts: true, times: 6 });
  freshdesk.faults.add({ kind: 'slow', latencyMs: 300, times: 9 });
  network.route(CDN_HOST, CLOSED_ORIGIN);
  network.down(CDN_HOST, 'tls');
}

/**
 * A sandbox with state of every kind: sent and waiting contacts, queued events, faults, used limits. The caller stops
 * it.
 */
export async function startBusySandbox(): Promise<Sandbox> {
  const sandbox = await createSandbox({ packageDir: path.resolve('dist') });
  const { platform, freshdesk, injixo } = sandbox;
  openHelpdesk(sandbox);
  await platform.advance(MINUTE);
  await platform.install(sandbox.settings());
  injixo.account.addIntegration({ name: 'Other', domain: 'other.freshdesk.com' });
  addFaults(sandbox);
  freshdesk.actions.createTicket({ groupId: null });
  freshdesk.actions.customerReply(1, { channel: 'email' });
  platform.emit(LARGE_EVENT);
  await platform.advance(17 * MINUTE);
  await sendBatch(sandbox, 'batch-1');
  await sendBatch(sandbox, 'batch-1');
  freshdesk.actions.createTicket();
  await platform.advance(MINUTE);
  freshdesk.spendCredits(30);
  freshdesk.actions.createTicket();
  return sandbox;
}

/** Continues with agents, customers, other API clients and the app; returns the results of each. */
export async function playOn(sandbox: Sandbox): Promise<readonly unknown[]> {
  const { platform, freshdesk, injixo } = sandbox;
  const { actions } = freshdesk;
  const group = actions.createGroup('Returns');
  const tickets = [1, 2, 3].map(() => actions.createTicket({ groupId: group.id }));
  const reply = actions.customerReply(1, { channel: 'email' });
  actions.merge(1, [2]);
  const answers = [
    await askFreshdesk(sandbox),
    await askFreshdesk(sandbox, { email: 'anna@acme.example' }),
    await sendBatch(sandbox, 'batch-1'),
    await sendBatch(sandbox, 'batch-2'),
    await send(sandbox, CDN_HOST, { headers: {} }),
  ];
  await platform.advance(20 * MINUTE);
  const { answer } = await platform.callFunction('getOverview', { request: {} });
  const integration = injixo.account.addIntegration({ name: 'Third', domain: 'third.freshdesk.com' });
  const token = injixo.account.createPersonalToken();
  return [group, tickets, reply, answers, answer, integration, token];
}

function changeFreshdesk({ freshdesk }: Sandbox): void {
  const { actions, helpdesk } = freshdesk;
  actions.renameGroup([...helpdesk.groups.keys()][0] ?? 0, 'Support');
  actions.changeAgent(freshdesk.admin.id, { apiKey: 'another key' });
  actions.addSource('Fax');
  actions.trash(3);
  actions.purge(3);
  helpdesk.account.timezone = 'Berlin';
  freshdesk.setPlan('growth');
  freshdesk.settings.trashView = '404';
  freshdesk.faults.clear();
}

function changeInjixo({ injixo }: Sandbox): void {
  injixo.account.generateKey(1234);
  injixo.account.deleteIntegration(1235);
  injixo.settings.maxContacts = 1;
  injixo.faults.add({ kind: 'html' });
}

function changePlatform({ platform }: Sandbox): void {
  platform.saveSettings({ ...platform.settings(), channel_mapping: 'By source' });
  platform.faults.events.plan = () => [1];
  platform.faults.refuse = () => null;
  platform.loseSchedule(TICK);
  platform.putKeyValue('more', { n: 1 });
}

/** Changes all observable state, finally uninstalls the app and takes all connections down. */
export async function changeEverything(sandbox: Sandbox): Promise<void> {
  const { platform, freshdesk, network, clock } = sandbox;
  await playOn(sandbox);
  changeFreshdesk(sandbox);
  changeInjixo(sandbox);
  changePlatform(sandbox);
  platform.emit(LARGE_EVENT);
  await platform.advance(MINUTE);
  await platform.uninstall();
  network.clearRequests();
  network.down(CDN_HOST, null);
  network.down(FRESHDESK_HOST, 'refused');
  network.route(INJIXO_HOST, CLOSED_ORIGIN);
  platform.onStep = () => 'kill before';
  freshdesk.actions.createTicket();
  freshdesk.onEvent(() => {
    throw new Error('This listener was added after the snapshot');
  });
  clock.set(clock.now() + MINUTE);
}

function lookAtFreshdesk({ freshdesk }: Sandbox): object {
  const { account, groups, agents, sources, tickets, conversations, threads } = freshdesk.helpdesk;
  const maps = { groups, agents, sources, tickets, conversations, threads };
  return {
    account,
    ...Object.fromEntries(Object.entries(maps).map(([name, map]) => [name, [...map]])),
    calls: freshdesk.calls,
    limits: freshdesk.limits,
    freshdeskSettings: freshdesk.settings,
    freshdeskFaults: freshdesk.faults.list(),
    usedCredits: freshdesk.usedCredits(),
  };
}

function lookAtInjixo({ injixo, platform }: Sandbox): object {
  const { account } = injixo;
  return {
    receipts: injixo.receipts,
    queues: injixo.queues(),
    traffic: injixo.traffic,
    integrations: account.listIntegrations(),
    keysMadeAt: [1234, 1235].map(account.keysMadeAt),
    keyOwner: account.ownerOf(String(platform.settings()['injixo_api_key'])),
    injixoSettings: injixo.settings,
    injixoFaults: injixo.faults.list(),
  };
}

/** A copy of all observable state, by name; functions are replaced by a word. */
export function lookAtAll(sandbox: Sandbox): Readonly<Record<string, unknown>> {
  const { clock, platform, network } = sandbox;
  const all = {
    now: clock.now(),
    requests: network.requests(),
    isInstalled: platform.isInstalled(),
    settings: platform.settings(),
    ...platform.stores(),
    usage: platform.usage(),
    queued: platform.queued(),
    log: platform.log(),
    invocations: platform.invocations(),
    violations: platform.violations(),
    faults: platform.faults,
    ...lookAtFreshdesk(sandbox),
    ...lookAtInjixo(sandbox),
  };
  const shown = (_key: string, value: unknown): unknown => (typeof value === 'function' ? 'function' : value);
  return JSON.parse(JSON.stringify(all, shown)) as Record<string, unknown>;
}
