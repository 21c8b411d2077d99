import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FRESHDESK_HOST, INJIXO_HOST } from '../../sandbox/create-sandbox';
import { findForeignHosts, findSecrets } from '../../sandbox/scenarios/chaos/checker/secrets';
import { openWorld, type ChaosWorld } from '../../sandbox/scenarios/chaos/world';
import { makePlan } from '../../sandbox/scenarios/chaos/plan';
import { playStorm } from '../../sandbox/scenarios/chaos/play';
import { packageDir } from './package-dir';
import { MINUTE, endStories, startStory } from './story';

afterEach(endStories);

const MARKS = '\u202e\u2066\u200f\ufeff\u0000\u001b';
const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  `"'\`;--\\ </script><script>alert(1)</script>`,
  `right${MARKS}to left`,
  '5000 '.repeat(1000),
  '{{injixo_api_key}} ${process.env} %s %n',
] as const;

describe('text that comes from Freshdesk', () => {
  it('reaches injixo as a plain, short name in which nothing is hidden', async () => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    HOSTILE.forEach((name) => actions.createTicket({ groupId: actions.createGroup(name).id, subject: name }));
    actions.createTicket({ source: actions.addSource(HOSTILE[1]), groupId: actions.createGroup('Care').id });
    await story.minutes(12);

    const names = story.injixo.receipts.map(({ queueName }) => queueName);
    expect(names).toHaveLength(HOSTILE.length + 1);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(100);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(name).toMatch(/ Tickets$/);
    }
    expect(names.join()).toContain('<img src=x onerror=alert(1)> email Tickets');
    expect(names.join()).toContain('rightto left email Tickets');
    expect(JSON.stringify(story.platform.log())).not.toContain('onerror');
  });
});

describe('functions of the page', () => {
  const UNKNOWN: readonly (readonly [string, unknown])[] = [
    ['getOverview', { since: 0 }],
    ['checkSettings', { host: 'elsewhere.example' }],
    ['controlHistory', { command: 'restart' }],
    ['controlHistory', { command: 'pause', from: '2020-01-01' }],
    ['getVolumes', {}],
    ['getVolumes', { view: 'all' }],
    ['getVolumes', { view: 'queues', day: '2026-11-02' }],
    ['getVolumes', { view: 'day' }],
    ['getVolumes', { view: 'day', day: '2020-01-01' }],
    ['getVolumes', { view: 'day', day: '2030-01-01' }],
    ['getVolumes', { view: 'day', day: 20000 }],
    ['getVolumes', { view: 'days', from: '2026-11-02', to: '2026-11-01' }],
    ['getVolumes', { view: 'days', from: '2020-01-01', to: '2026-11-02' }],
    ['getHeld', { other: 1 }],
    ['getHeld', { number: '1' }],
    ['sendHeld', {}],
    ['sendHeld', { number: 1, all: true }],
    ['sendHeld', { number: -1 }],
    ['discardHeld', { number: 1.5 }],
    ['discardHeld', [1]],
    ['restoreHeld', 'all'],
    ['restoreHeld', { number: { $gt: 0 } }],
    ['runNow', { force: true }],
  ];

  it.each(UNKNOWN)('%s refuses what it does not know: %j', async (name, request) => {
    const story = await startStory();
    await story.minutes(7);
    const before = JSON.stringify(story.platform.stores().keyValues['orders']);

    const { answer } = await story.platform.callFunction(name, { request: request as object });

    expect(answer).toEqual({ ok: true, response: { ok: false, code: 'bad_request', params: {} } });
    expect(JSON.stringify(story.platform.stores().keyValues['orders'])).toBe(before);
  });
});

describe('requests', () => {
  it.each([301, 302, 303, 307, 308])('are never redirected by injixo: %i', async (status) => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    actions.createTicket({ groupId: actions.createGroup('Care').id });
    const location = 'https://elsewhere.example/external-systems/contact-events';
    story.injixo.faults.add({ kind: 'status', status, location });
    await story.platform.advance(20 * MINUTE);

    const hosts = new Set(story.network.requests().map(({ host }) => host));
    expect([...hosts].sort()).toEqual([FRESHDESK_HOST, INJIXO_HOST].sort());
    expect(story.injixo.receipts).toEqual([]);
  });

  it.each([301, 302, 307, 308])(
    'are never redirected by Freshdesk: %i, and the contact arrives later',
    async (status) => {
      const story = await startStory();
      const { actions } = story.freshdesk;
      actions.createTicket({ groupId: actions.createGroup('Care').id });
      story.freshdesk.faults.add({ kind: 'status', status, location: 'https://elsewhere.example/api/v2/' });
      await story.platform.advance(20 * MINUTE);
      expect(story.injixo.receipts).toEqual([]);

      story.freshdesk.faults.clear();
      await story.platform.advance(20 * MINUTE);

      const hosts = new Set(story.network.requests().map(({ host }) => host));
      expect([...hosts].sort()).toEqual([FRESHDESK_HOST, INJIXO_HOST].sort());
      expect(story.injixo.receipts).toHaveLength(1);
    },
  );
});

/** Calls every function once, so that all answers are searched. */
async function askAll(world: ChaosWorld): Promise<void> {
  const manifest = JSON.parse(readFileSync(path.join(packageDir(), 'manifest.json'), 'utf8')) as {
    modules: { common: { functions: object } };
  };
  for (const name of Object.keys(manifest.modules.common.functions)) {
    await world.sandbox.platform.advance(MINUTE);
    await world.call(name);
  }
}

async function stormy(seed: number): Promise<ChaosWorld> {
  const plan = { ...makePlan(seed), stormMs: 4 * 60 * MINUTE };
  const world = await openWorld(plan, { packageDir: packageDir() });
  await playStorm(world, () => undefined);
  await world.sandbox.platform.advance(30 * MINUTE);
  await askAll(world);
  return world;
}

describe('after a storm in which keys were changed', () => {
  it('no key, no name and no text is in a log, a store, an error, an answer or an address, and nobody else was asked', async () => {
    const world = await stormy(5);
    const { account } = world.sandbox.injixo;
    world.keys.add(account.generateKey(1234));

    expect(findSecrets(world)).toEqual([]);
    expect(findForeignHosts(world, [FRESHDESK_HOST, INJIXO_HOST])).toEqual([]);
    expect(world.keys.size).toBeGreaterThan(2);
    await world.sandbox.stop();
  });

  it('a key would be found where it stood', async () => {
    const world = await stormy(5);
    const [key = ''] = world.keys;
    world.answers.push(`{"key":"${Buffer.from(`${key}:X`).toString('base64')}"}`);

    expect(findSecrets(world)).toHaveLength(1);
    await world.sandbox.stop();
  });
});
