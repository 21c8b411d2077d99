import { describe, expect, it } from 'vitest';
import { INSTALLED_AT, SETTINGS, createApp, installedApp, type App } from './app';

describe('the installation', () => {
  it('starts the recurring schedule, and sends no contact', async () => {
    const app = await installedApp();

    expect(app.schedules.names).toEqual(['injixo-connect-tick']);
    expect(app.schedules.takeDue(INSTALLED_AT + 600_000)?.data).toEqual({
      kind: 'tick',
      cutOver: INSTALLED_AT,
      every: 5,
    });
    expect(app.injixo.accepted).toEqual([]);
  });

  it.each<[string, Partial<typeof SETTINGS>, string]>([
    ['no injixo key', { injixo_api_key: '' }, 'Enter the injixo API key as injixo showed it.'],
    [
      'an ID that is no number',
      { injixo_integration_id: 'abc' },
      'Enter the integration ID in digits, or nothing.',
    ],
    [
      'a day that does not exist',
      { history_from: '2026-02-31' },
      'Enter a day that exists (2026-01-31), or nothing.',
    ],
    [
      'a history in the future',
      { history_from: '2027-01-01' },
      'History begins in the future. Enter a past day.',
    ],
    [
      'a history of many years',
      { history_from: '2019-01-01' },
      'History: at most 3 years. Enter a later day.',
    ],
    ['no e-mail address', { alert_email: 'nobody' }, 'Enter one e-mail address to tell, or nothing.'],
  ])('refuses %s, with a sentence that says what to do', async (_what, settings, sentence) => {
    const app = createApp();
    app.settings = { ...SETTINGS, ...settings } as Readonly<Record<string, string>>;

    expect(await app.install()).toBe(sentence);
    expect(app.schedules.names).toEqual([]);
  });

  it.each<[string, (app: App) => void, string]>([
    [
      'injixo refuses',
      (app) => (app.injixo.answerToAll = { status: 401, body: { message: 'Invalid token' } }),
      'injixo refused its API key. Generate a new one.',
    ],
    [
      'injixo has moved',
      (app) => (app.injixo.answerToAll = { status: 301 }),
      'injixo’s address has moved. Update the app.',
    ],
    [
      'injixo does not answer',
      (app) => (app.injixo.answerToAll = { fails: 'ECONNREFUSED' }),
      'injixo cannot be reached now. Please try again.',
    ],
    [
      'Freshdesk refuses',
      (app) => (app.freshdesk.answer = () => ({ status: 401 })),
      'Freshdesk refused its API key. Copy it again.',
    ],
    [
      'Freshdesk does not answer',
      (app) => (app.freshdesk.answer = () => ({ fails: 'ECONNRESET' })),
      'Freshdesk cannot be reached now. Please try again.',
    ],
    [
      'the account is suspended',
      (app) => (app.freshdesk.answer = () => ({ status: 403, body: { code: 'account_suspended' } })),
      'Freshdesk account suspended. Ask Freshworks.',
    ],
    [
      'the agent does not see all tickets',
      (app) =>
        (app.freshdesk.answer = ({ path }) =>
          path.endsWith('/agents/me') ? { status: 200, body: { ticket_scope: 2 } } : undefined),
      'The Freshdesk key’s agent must see all tickets.',
    ],
    [
      'the agent is no administrator',
      (app) =>
        (app.freshdesk.answer = ({ path }) =>
          path.includes('/admin/') || path.endsWith('/roles') ? { status: 403 } : undefined),
      'Use an Account Administrator’s Freshdesk key.',
    ],
    [
      'no schedule can be made',
      (app) => (app.schedules.refuseWith = 500),
      'Freshworks could not start the app. Please try again.',
    ],
  ])('is refused when %s', async (_what, prepare, sentence) => {
    const app = createApp();
    prepare(app);

    expect(await app.install()).toBe(sentence);
    expect(sentence.length).toBeLessThanOrEqual(60);
  });
});

describe('the uninstallation', () => {
  it('removes every schedule', async () => {
    const app = await installedApp();
    await app.minutes(11);

    expect(await app.uninstall()).toBeNull();
    expect(app.schedules.names).toEqual([]);
  });

  it('finishes even when the schedules cannot be removed', async () => {
    const app = await installedApp();
    app.schedules.refuseWith = 500;

    expect(await app.uninstall()).toBeNull();
    expect(app.log.join()).toContain('some schedules were not removed');
  });
});
