import { FRESHDESK_HOST, type Settings } from '../../sandbox/create-sandbox';
import { expectAllArrived, queueSums } from './explain';
import { MINUTE, TICK, endStories, startStory, type Story } from './story';
import { askedOfFreshdesk, startLiveStory } from './live-only';
import { addContacts } from './waiting-contacts';

afterEach(endStories);

/** One problem of an installation: its cause, the fields that show it, its message. */
interface Fault {
  readonly name: string;
  /** Faults of the same side hide each other. */
  readonly side: 'injixo' | 'Freshdesk';
  readonly sentence: string;
  readonly settings?: Settings;
  readonly arrange?: (story: Story) => void;
}

/** Freshdesk answers 403 to everything, with this code of its own. */
const refusing = (code: string) =>
  ({ kind: 'status', status: 403, body: { code, message: 'You are not authorized.' } }) as const;

/** In the order in which they are reported. */
const FAULTS: readonly Fault[] = [
  {
    name: 'the injixo key is wrong',
    side: 'injixo',
    sentence: 'injixo refused its API key. Generate a new one.',
    settings: { injixo_api_key: 'no-key-of-injixo' },
  },
  {
    name: 'injixo asks for the integration ID',
    side: 'injixo',
    sentence: 'Enter the configuration ID that injixo shows.',
    settings: { injixo_integration_id: '' },
    arrange: ({ injixo }) => {
      injixo.settings.isIntegrationIdRequired = true;
    },
  },
  {
    name: 'the integration was deleted in injixo',
    side: 'injixo',
    sentence: 'injixo does not know the integration. Check it.',
    arrange: ({ injixo }) => injixo.account.deleteIntegration(1234),
  },
  {
    name: 'injixo has moved',
    side: 'injixo',
    sentence: 'injixo’s address has moved. Update the app.',
    arrange: ({ injixo }) => void injixo.faults.add({ kind: 'status', status: 308 }),
  },
  {
    name: 'the Freshdesk key is wrong',
    side: 'Freshdesk',
    sentence: 'Freshdesk refused its API key. Copy it again.',
    settings: { freshdesk_api_key: 'no-key-of-freshdesk' },
  },
  {
    name: "the Freshdesk key's agent sees only its groups",
    side: 'Freshdesk',
    sentence: 'The Freshdesk key’s agent must see all tickets.',
    arrange: ({ freshdesk }) => void freshdesk.actions.changeAgent(freshdesk.admin.id, { ticketScope: 2 }),
  },
  {
    name: "the Freshdesk key's agent is no administrator",
    side: 'Freshdesk',
    sentence: 'Use an Account Administrator’s Freshdesk key.',
    arrange: ({ freshdesk }) =>
      void freshdesk.actions.changeAgent(freshdesk.admin.id, { role: 'Supervisor' }),
  },
  {
    name: 'the Freshdesk plan has no API',
    side: 'Freshdesk',
    sentence: 'Change the Freshdesk plan: apps have no access.',
    arrange: ({ freshdesk }) => void freshdesk.faults.add(refusing('require_feature')),
  },
  {
    name: 'the Freshdesk account is suspended',
    side: 'Freshdesk',
    sentence: 'Freshdesk account suspended. Ask Freshworks.',
    arrange: ({ freshdesk }) => void freshdesk.faults.add(refusing('account_suspended')),
  },
  {
    name: 'injixo is down',
    side: 'injixo',
    sentence: 'injixo cannot be reached now. Please try again.',
    arrange: ({ injixo }) => void injixo.faults.add({ kind: 'status', status: 503 }),
  },
  {
    name: 'Freshdesk is down',
    side: 'Freshdesk',
    sentence: 'Freshdesk cannot be reached now. Please try again.',
    arrange: ({ network }) => network.down(FRESHDESK_HOST, 'refused'),
  },
];

const HIDING = [
  'injixo has moved',
  'the Freshdesk plan has no API',
  'the Freshdesk account is suspended',
  'injixo is down',
  'Freshdesk is down',
  'the integration was deleted in injixo',
];

/** Pairs that can both be reported: a side that is down or missing reports nothing else. */
const PAIRS = FAULTS.flatMap((first, index) =>
  FAULTS.slice(index + 1)
    .filter((second) => second.side !== first.side || !HIDING.includes(second.name))
    .map((second) => [first.name, second.name, first, second] as const),
);

async function installWith(
  faults: readonly Fault[],
): Promise<Story & { readonly reason: string | undefined }> {
  const story = await startStory({ installs: false });
  const settings = Object.assign(
    story.settings(),
    ...faults.map((fault) => fault.settings ?? {}),
  ) as Settings;
  faults.forEach((fault) => fault.arrange?.(story));
  const { reason } = await story.platform.install(settings);
  return { ...story, reason };
}

describe('an installation', () => {
  it('succeeds with the right keys, tries no contact, and starts one schedule that carries the cut-over', async () => {
    const story = await startStory();

    const { schedules } = story.platform.stores();
    expect(schedules).toHaveLength(1);
    expect(schedules[0]).toMatchObject({
      name: TICK,
      data: { kind: 'tick', cutOver: expect.any(Number), every: 5 },
      repeat: { time_unit: 'minutes', frequency: 5 },
    });
    expect(Math.abs(story.cutOver() - story.clock.now())).toBeLessThan(MINUTE);
    expect(story.injixo.receipts).toEqual([]);
    expect(story.injixo.traffic).toMatchObject({ requests: 1, emptyRequests: 1 });
  });

  it.each(FAULTS.map((fault) => [fault.name, fault] as const))(
    'is refused with a sentence of its own: %s',
    async (_name, fault) => {
      const { reason, platform } = await installWith([fault]);

      expect(reason).toBe(fault.sentence);
      expect(fault.sentence.length).toBeLessThanOrEqual(60);
      expect(FAULTS.filter(({ sentence }) => sentence === reason)).toHaveLength(1);
      expect(platform.isInstalled()).toBe(false);
      expect(platform.stores().schedules).toEqual([]);
    },
  );

  it.each(PAIRS)('tells the first of two faults: %s, %s', async (_first, _second, first, second) => {
    const { reason } = await installWith([first, second]);

    expect(reason?.startsWith(first.sentence)).toBe(true);
  });

  it('says how many more faults there are than the one it tells', async () => {
    const story = await startStory({ installs: false });
    const wrong = { injixo_api_key: 'no-key', freshdesk_api_key: 'no-key', history_from: '2031-01-01' };
    const { reason } = await story.platform.install({ ...story.settings(), ...wrong });

    expect(reason).toBe('History begins in the future. Enter a past day. (2 more)');
  });

  it('is refused when the integration ID is the one of another account', async () => {
    const { reason } = await installWith([
      { name: '', side: 'injixo', sentence: '', settings: { injixo_integration_id: '9999' } },
    ]);

    expect(reason).toBe('Enter the configuration ID that injixo shows.');
  });

  it.each(['forbidden', 'empty', 'localised'] as const)(
    'takes an administrator whose role cannot be told by its name: the list of roles is %s',
    async (rolesAnswer) => {
      const story = await startStory({ installs: false });
      story.freshdesk.settings.rolesAnswer = rolesAnswer;

      const result = await story.platform.install(story.settings());

      expect(result.ok).toBe(true);
    },
  );

  it('needs the injixo key alone, and then asks Freshdesk for nothing', async () => {
    const story = await startLiveStory();

    expect(story.platform.isInstalled()).toBe(true);
    expect(askedOfFreshdesk(story)).toEqual([]);
    expect(story.injixo.traffic).toMatchObject({ requests: 1, emptyRequests: 1 });
  });

  it.each([
    [{ history_from: '2026-10-01' }, 'The history needs the Freshdesk key: both or none.'],
    [{ alert_email: 'planner@example.com' }, 'The alert needs the Freshdesk key: both or none.'],
    [{ injixo_api_key: 'no-key-of-injixo' }, 'injixo refused its API key. Generate a new one.'],
    [
      { freshdesk_api_key: 'no-key-of-freshdesk', history_from: '2026-10-01' },
      'Freshdesk refused its API key. Copy it again.',
    ],
  ])('is refused without a Freshdesk key that works where one is needed: %j', async (fields, sentence) => {
    const story = await startLiveStory({ installs: false });

    const { reason } = await story.platform.install({ ...story.settings(), ...fields });

    expect(reason).toBe(sentence);
    expect(story.platform.isInstalled()).toBe(false);
  });

  it('ends in time, with a sentence, when nobody answers', async () => {
    const story = await startStory({ installs: false });
    story.injixo.faults.add({ kind: 'black-hole' });
    story.freshdesk.faults.add({ kind: 'black-hole' });

    const { reason, invocation } = await story.platform.install(story.settings());

    expect(reason).toBe('injixo cannot be reached now. Please try again. (1 more)');
    expect(invocation?.outcome).toBe('done');
  });

  it('takes ten minutes where the platform refuses five', async () => {
    const story = await startStory({ installs: false });
    story.platform.faults.minRepeatMinutes = 10;

    await story.platform.install(story.settings());
    await addContacts(story, 3);
    await story.minutes(30);

    expect(story.platform.stores().schedules.find(({ name }) => name === TICK)).toMatchObject({
      data: { every: 10 },
      repeat: { time_unit: 'minutes', frequency: 10 },
    });
    expectAllArrived(story);
  });

  it('is refused, with a sentence, when the platform starts no schedule at all', async () => {
    const story = await startStory({ installs: false });
    story.expectError(/installation failed/);
    story.platform.faults.minRepeatMinutes = 60;

    const { reason } = await story.platform.install(story.settings());

    expect(reason).toBe('Freshworks could not start the app. Please try again.');
  });
});

describe('a key that stops working later', () => {
  it('pauses delivery, and everything drains once the new key was saved', async () => {
    const story = await startStory();
    const newKey = story.injixo.account.generateKey(1234);
    await addContacts(story, 6);

    await story.minutes(60);
    expect(story.injixo.receipts).toEqual([]);
    story.change({ injixo_api_key: newKey });
    await story.minutes(12);

    expect(queueSums(story)).toEqual({
      'CustomerService email Tickets': 4,
      'CustomerService email Replies': 2,
    });
    expectAllArrived(story);
  });

  it('of Freshdesk: contacts wait, and arrive with the right names once the new key was saved', async () => {
    const story = await startStory();
    const { actions, admin } = story.freshdesk;
    actions.changeAgent(admin.id, { apiKey: 'another-key' });
    await addContacts(story, 6);

    await story.minutes(60);
    expect(story.injixo.receipts).toEqual([]);
    story.change({ freshdesk_api_key: 'another-key' });
    await story.minutes(20);

    expect(queueSums(story)).toEqual({
      'CustomerService email Tickets': 4,
      'CustomerService email Replies': 2,
    });
    expectAllArrived(story, { namedWithinMs: 120 * MINUTE });
  });
});

describe('the cut-over', () => {
  it('is the moment of the installation, also when a person starts the first run before the first tick', async () => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const group = actions.createGroup('CustomerService');
    story.platform.faults.events.plan = () => [];
    actions.createTicket({ groupId: group.id });

    await story.minutes(3);
    await story.platform.callFunction('runNow');
    await story.minutes(40);

    expect(queueSums(story)).toEqual({ 'CustomerService email Tickets': 1 });
    expectAllArrived(story, { namedWithinMs: 40 * MINUTE });
  });
});
