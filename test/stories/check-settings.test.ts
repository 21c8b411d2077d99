import { FRESHDESK_HOST } from '../../sandbox/create-sandbox';
import { askPage } from './ask-page';
import { askedOfFreshdesk, startLiveStory } from './live-only';
import { MINUTE, endStories, startStory, type Story } from './story';

afterEach(endStories);

interface Checked {
  readonly ok: boolean;
  readonly at: number;
  readonly use: unknown;
  readonly checks: readonly {
    readonly check: string;
    readonly result: string;
    readonly code: string | null;
  }[];
}

function check(story: Story): Promise<Checked> {
  return askPage<Checked>(story, 'checkSettings');
}

function notOk({ checks }: Checked): readonly string[] {
  return checks
    .filter(({ result }) => result !== 'ok')
    .map((each) => `${each.check} ${each.result} ${each.code}`);
}

describe('the settings check', () => {
  it('is ok on every line with good keys, and tells no key', async () => {
    const story = await startStory();
    const settings = story.settings();
    story.change(settings);
    await story.minutes(7);

    const checked = await check(story);

    expect(checked.ok).toBe(true);
    expect(checked.use).toMatchObject({ keyValueLimit: 50, entityLimit: 250 });
    expect(checked.checks).toHaveLength(5);
    expect(notOk(checked)).toEqual([]);
    for (const key of ['injixo_api_key', 'freshdesk_api_key']) {
      expect(JSON.stringify(checked)).not.toContain(settings[key]);
    }
    expect(story.injixo.receipts).toEqual([]);
  });

  it('finds each key out that stopped working, also before the first run', async () => {
    const story = await startStory();
    story.injixo.account.generateKey(1234);
    story.freshdesk.actions.changeAgent(story.freshdesk.admin.id, { role: 'Supervisor', ticketScope: 2 });

    expect(notOk(await check(story))).toEqual([
      'injixo_key failed injixo_key',
      'injixo_integration unknown injixo_key',
      'freshdesk_scope failed freshdesk_scope',
      'freshdesk_role failed freshdesk_role',
    ]);
  });

  it('says what it could not find out, and ends in time, when nobody answers', async () => {
    const story = await startStory();
    story.injixo.faults.add({ kind: 'black-hole' });
    story.network.down(FRESHDESK_HOST, 'refused');
    const startedAt = story.clock.now();

    const checked = await check(story);

    expect(notOk(checked)).toEqual([
      'injixo_key unknown injixo_unreachable',
      'injixo_integration unknown injixo_unreachable',
      'freshdesk_key unknown freshdesk_unreachable',
      'freshdesk_scope unknown freshdesk_unreachable',
      'freshdesk_role unknown freshdesk_unreachable',
    ]);
    expect(checked.at - startedAt).toBeLessThan(10_000);
  });

  it('asks nobody again when it is pressed many times, and asks anew a little later', async () => {
    const story = await startStory();
    const before = story.injixo.traffic.requests;

    for (let press = 0; press < 8; press += 1) await check(story);
    expect(story.injixo.traffic.requests - before).toBe(1);

    story.skip(MINUTE / 3);
    await check(story);
    expect(story.injixo.traffic.requests - before).toBe(2);
  });

  it('names an address that cannot be read, while contacts go on', async () => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    story.change({ alert_email: `${'a'.repeat(65)}@example.com` });
    actions.createTicket({ groupId: actions.createGroup('CustomerService').id });
    await story.minutes(12);

    expect(notOk(await check(story))).toEqual(['alert_email failed alert_email']);
    expect(story.injixo.receipts).toHaveLength(1);
  });

  it('asks injixo alone without a Freshdesk key, and says what is of no use then', async () => {
    const story = await startLiveStory();
    story.change({ alert_email: 'planner@example.com', history_from: '2026-10-01' });

    expect(notOk(await check(story))).toEqual([
      'freshdesk_key not entered live_only',
      'history_from failed start_needs_key',
      'alert_email failed alert_needs_key',
    ]);
    expect(askedOfFreshdesk(story)).toEqual([]);
  });

  it('names the key that cannot be read', async () => {
    const story = await startStory();
    story.change({ injixo_api_key: 'two words' });

    expect(notOk(await check(story))[0]).toBe('injixo_key failed settings_invalid');
  });

  it('takes no argument', async () => {
    const story = await startStory();

    const { answer } = await story.platform.callFunction('checkSettings', { request: { key: 'x' } });

    expect(answer).toMatchObject({ ok: true, response: { ok: false, code: 'bad_request', params: {} } });
  });
});
