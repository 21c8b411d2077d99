import { openInstallPage, type Answer, type Asked } from './install-page';

const NOW = Date.parse('2026-11-05T12:00:00Z');
const ROLES = JSON.stringify([
  { id: 9, name: 'Account Administrator', default: true },
  { id: 8, name: 'Agent', default: true },
]);

function agent(fields: object): Answer {
  return { status: 200, response: JSON.stringify({ ticket_scope: 1, role_ids: [9], ...fields }) };
}

describe('the injixo API key', () => {
  it.each<[string, Answer, RegExp]>([
    ['is taken', { status: 200, response: '' }, /^Accepted by injixo\.$/],
    [
      'is taken, though the empty request is refused',
      { status: 422, response: '{"errors":["data is empty"]}' },
      /^Accepted by injixo\.$/,
    ],
    ['is not known, while injixo asks to slow down', { status: 429 }, /cannot be checked now/],
    ['is wrong', { status: 401 }, /injixo rejected this key/],
    ['may not do this', { status: 403 }, /injixo rejected this key/],
    ['meets an injixo that has moved', { status: 308 }, /address has moved/],
    ['meets an injixo that has moved for ever', { status: 410 }, /address has moved/],
    ['meets an injixo that is down', { status: 503 }, /injixo cannot be reached/],
    ['meets nobody', { status: 502, errorSource: 'APP' }, /injixo cannot be reached/],
    ['cannot be checked now', { status: 429, errorSource: 'APP' }, /cannot be checked now/],
  ])('%s', async (_case, answer, hint) => {
    const page = openInstallPage(() => answer);

    await page.enter('injixo_api_key', ' key-1 ');

    expect(page.hints['injixo_api_key']).toMatch(hint);
    expect(page.asked).toEqual([
      { name: 'checkInjixoKey', context: { injixo_api_key: 'key-1' }, body: '{"data":[]}' },
    ]);
  });

  it.each([
    [
      'injixo asks for the ID',
      { status: 422, response: 'integrationConfigurationId is missing' },
      'Accepted by injixo.',
      /asks for/,
    ],
    ['injixo does not know the integration', { status: 404 }, '', /does not recognize this integration/],
  ])('says it beside the ID when %s', async (_case, answer, ofKey, hint) => {
    const page = openInstallPage(() => answer);

    await page.enter('injixo_api_key', 'key-1');

    expect(page.hints).toEqual({
      injixo_api_key: ofKey,
      injixo_integration_id: expect.stringMatching(hint),
    });
  });

  it('is checked again with the ID, as a number', async () => {
    const page = openInstallPage(() => ({ status: 200 }));
    page.fields['injixo_api_key'] = 'key-1';

    await page.enter('injixo_integration_id', '1234');

    expect(page.asked.map(({ body }) => body)).toEqual([
      '{"data":[],"meta":{"integrationConfigurationId":1234}}',
    ]);
    expect(page.hints['injixo_integration_id']).toBe('Accepted by injixo.');
  });

  it('is not asked about when it cannot be one', async () => {
    const page = openInstallPage(() => ({ status: 200 }));

    await page.enter('injixo_api_key', 'two words');
    expect(page.hints['injixo_api_key']).toMatch(/look like an API key/);
    await page.enter('injixo_integration_id', 'abc');
    expect(page.hints['injixo_integration_id']).toMatch(/digits only/);
    await page.enter('injixo_api_key', '');
    await page.enter('injixo_integration_id', '');

    expect(page.hints).toEqual({ injixo_api_key: '', injixo_integration_id: '' });
    expect(page.asked).toEqual([]);
  });

  it('is asked about without an ID that has no digits, and both are told', async () => {
    const page = openInstallPage(() => ({ status: 401 }));
    page.fields['injixo_api_key'] = 'key-1';

    await page.enter('injixo_integration_id', 'abc');

    expect(page.asked.map(({ body }) => body)).toEqual(['{"data":[]}']);
    expect(page.hints).toEqual({
      injixo_api_key: expect.stringMatching(/rejected/),
      injixo_integration_id: expect.stringMatching(/digits only/),
    });
  });

  it('shows what was found out about the last text, not about one before', async () => {
    const answers: ((answer: Answer) => void)[] = [];
    const page = openInstallPage(() => new Promise<Answer>((resolve) => void answers.push(resolve)));

    const first = page.enter('injixo_api_key', 'wrong');
    const second = page.enter('injixo_api_key', 'right');
    await new Promise(setImmediate);
    answers[1]?.({ status: 200 });
    await second;
    answers[0]?.({ status: 401 });
    await first;

    expect(page.hints['injixo_api_key']).toBe('Accepted by injixo.');
  });
});

describe('the Freshdesk API key', () => {
  function answering(answers: Readonly<Record<string, Answer>>): (asked: Asked) => Answer {
    const fine: Readonly<Record<string, Answer>> = {
      checkFreshdeskAgent: agent({}),
      checkFreshdeskRoles: { status: 200, response: ROLES },
      checkFreshdeskAdministrator: { status: 200, response: '[]' },
    };
    return ({ name }) => answers[name] ?? fine[name] ?? { status: 500 };
  }

  it.each<[string, Readonly<Record<string, Answer>>, RegExp]>([
    ['is an administrator’s who sees everything', {}, /^Accepted by Freshdesk: sees all tickets, Acc/],
    ['is wrong', { checkFreshdeskAgent: { status: 401 } }, /Freshdesk rejected this key/],
    [
      'is of a plan without the API',
      { checkFreshdeskAgent: { status: 403, response: '{"code":"require_feature"}' } },
      /plan does not include access for apps/,
    ],
    [
      'is of a suspended account',
      { checkFreshdeskAgent: { status: 403, response: '{"code":"account_suspended"}' } },
      /account is suspended/,
    ],
    [
      'may not ask who it is',
      { checkFreshdeskAgent: { status: 403, response: '{"code":"access_denied"}' } },
      /not belong to an Account Administrator/,
    ],
    ['sees its groups only', { checkFreshdeskAgent: agent({ ticket_scope: 2 }) }, /cannot see all tickets/],
    ['meets nobody', { checkFreshdeskAgent: { status: 504, errorSource: 'APP' } }, /cannot be reached/],
    [
      'meets a page of HTML',
      { checkFreshdeskAgent: { status: 200, response: '<html>' } },
      /cannot be reached/,
    ],
    [
      'cannot be checked now',
      { checkFreshdeskAgent: { status: 429, errorSource: 'APP' } },
      /when you press Install/,
    ],
    [
      'is no administrator’s',
      { checkFreshdeskAgent: agent({ role_ids: [8] }), checkFreshdeskAdministrator: { status: 403 } },
      /not belong to an Account Administrator/,
    ],
    [
      'is an administrator’s whose roles have other names',
      { checkFreshdeskRoles: { status: 200, response: '[]' } },
      /^Accepted by Freshdesk/,
    ],
    [
      'may be an administrator’s, but Freshdesk fails',
      { checkFreshdeskRoles: { status: 403 }, checkFreshdeskAdministrator: { status: 500 } },
      /cannot be reached/,
    ],
  ])('%s', async (_case, answers, hint) => {
    const page = openInstallPage(answering(answers));

    await page.enter('freshdesk_api_key', 'key-2');

    expect(page.hints['freshdesk_api_key']).toMatch(hint);
    expect(page.asked[0]).toEqual({
      name: 'checkFreshdeskAgent',
      context: { freshdesk_api_key: 'key-2', freshdesk_host: 'acme.freshdesk.com' },
    });
  });

  it('is not asked about when it cannot be one', async () => {
    const page = openInstallPage(answering({}));

    await page.enter('freshdesk_api_key', 'ключ');
    expect(page.hints['freshdesk_api_key']).toMatch(/look like an API key/);
    await page.enter('freshdesk_api_key', '');

    expect(page.hints['freshdesk_api_key']).toBe('');
    expect(page.asked).toEqual([]);
  });
});

describe('the start of the history', () => {
  it.each([
    ['', ''],
    ['2026-01-31', /^2026-01-31 00:00 UTC is .+ in \S+, this browser’s time zone\.$/],
    ['2026-01-31 08:00', /^2026-01-31 08:00 UTC is /],
    ['31.1.2026', /This is not a date/],
    ['2026-02-30', /This is not a date/],
    ['2026-01-31 25:00', /This is not a date/],
    ['2026-11-05 12:00', /in the future/],
    ['2023-01-01', /at most 3 years/],
  ])('%p', async (text, hint) => {
    const page = openInstallPage(() => ({ status: 500 }), NOW);
    page.fields['freshdesk_api_key'] = 'key-2';

    await page.enter('history_from', text);

    expect(page.hints['history_from']).toEqual(hint === '' ? '' : expect.stringMatching(hint));
    expect(page.asked).toEqual([]);
  });
});

describe('what needs the Freshdesk API key', () => {
  it.each([
    ['history_from', '2026-01-31', /only with the Freshdesk API key/],
    ['alert_email', 'planner@example.com', /only with the Freshdesk API key/],
  ])(
    'is told beside %s until the key is entered, and again once it is taken out',
    async (field, text, words) => {
      const page = openInstallPage(() => ({ status: 503 }), NOW);

      await page.enter(field, text);
      expect(page.hints[field]).toMatch(words);
      await page.enter('freshdesk_api_key', 'key-2');
      expect(page.hints[field]).not.toMatch(words);
      await page.enter('freshdesk_api_key', ' ');
      expect(page.hints[field]).toMatch(words);
      await page.enter(field, '');
      expect(page.hints[field]).toBe('');
    },
  );

  it('is told after what is wrong with the entry itself', async () => {
    const page = openInstallPage(() => ({ status: 503 }), NOW);

    await page.enter('history_from', '31.1.2026');

    expect(page.hints['history_from']).toMatch(/This is not a date/);
  });
});

describe('the e-mail address', () => {
  it.each([
    ['planner@example.com', ''],
    ['planner@', /not an e-mail address/],
    ['planner', /not an e-mail address/],
    ['a@example.com, b@example.com', /not an e-mail address/],
    ['', ''],
  ])('is checked as soon as it is entered: %j', async (text, hint) => {
    const page = openInstallPage(() => ({ status: 503 }), NOW);
    page.fields['freshdesk_api_key'] = 'key-2';

    await page.enter('alert_email', text);

    expect(page.hints['alert_email']).toEqual(hint === '' ? '' : expect.stringMatching(hint));
  });
});

describe('after an outage', () => {
  it.each([
    ['injixo_api_key', 'Accepted by injixo.'],
    ['freshdesk_api_key', 'Accepted by Freshdesk: sees all tickets, Account Administrator.'],
  ])('asks again by itself about %s', async (field, accepted) => {
    const world = { isDown: true };
    const page = openInstallPage(({ name }) => {
      if (world.isDown) return { status: 503 };
      if (name === 'checkFreshdeskAgent') return agent({});
      return { status: 200, response: ROLES };
    });

    await page.enter(field, 'key-1');
    expect(page.hints[field]).toMatch(/cannot be reached now/);
    expect(await page.later()).toEqual([20_000]);
    expect(page.hints[field]).toMatch(/cannot be reached now/);
    world.isDown = false;
    await page.later();

    expect(page.hints[field]).toBe(accepted);
    expect(await page.later()).toEqual([]);
  });

  it('asks no more about a text that was replaced, and not for ever', async () => {
    const page = openInstallPage(() => ({ status: 503 }));

    await page.enter('injixo_api_key', 'key-1');
    await page.enter('injixo_api_key', '');
    await page.later();
    expect(page.asked).toHaveLength(1);
    await page.enter('injixo_api_key', 'key-2');
    let times = 0;
    while ((await page.later()).length > 0) times += 1;

    expect(times).toBe(30);
  });
});

describe('a field that was emptied, or never touched', () => {
  it.each([
    ['injixo_api_key', ''],
    ['injixo_integration_id', ''],
    ['freshdesk_api_key', ''],
    ['history_from', ''],
    ['alert_email', ''],
  ])('says nothing of %s, and asks nobody', async (field, hint) => {
    for (const nothing of [undefined, null, '', '  ']) {
      const page = openInstallPage(() => ({ status: 200 }));

      await page.enter(field, nothing);

      expect(page.hints[field]).toBe(hint);
      expect(page.asked).toEqual([]);
    }
  });
});
