import { describe, expect, it } from 'vitest';
import { FUNCTIONS, SUBSCRIPTIONS, createApp, installedApp } from './app';

/*
 * What holds for each handler of manifest.json. One that is added is tried here without another line.
 */

const EVENTS = SUBSCRIPTIONS.map(({ event }) => event);

describe('every event', () => {
  it.each(EVENTS)(
    '%s: its sample is taken, and nothing of it is logged but ids, codes and counts',
    async (event) => {
      const app = await installedApp();

      await app.fire(event);

      expect(app.log.join('\n')).not.toMatch(/@|Sample|sample-key/);
      expect(app.log.filter((line) => line.includes('"level":"error"'))).toEqual([]);
    },
  );

  it.each(EVENTS)('%s: ends, whatever the stores and the network do', async (event) => {
    const app = createApp();
    app.stores.refuseWith = 429;
    app.schedules.refuseWith = 500;
    app.injixo.answerToAll = { fails: 'ECONNRESET' };
    app.freshdesk.answer = () => ({ fails: 'ECONNREFUSED' });

    await expect(app.fire(event)).resolves.toBeUndefined();
  });
});

describe('every function', () => {
  it.each(FUNCTIONS)('%s: refuses what it does not know', async (name) => {
    const app = await installedApp();

    const answer = await app.call(name, { unknown: 'field' });

    expect(answer).toMatchObject({ ok: false, code: 'bad_request' });
    expect(app.stores.values).toEqual({});
  });

  it.each(FUNCTIONS)('%s: answers with a code when the store is throttled', async (name) => {
    const app = await installedApp();
    app.stores.refuseWith = 429;

    const answer = await app.call(name, {});

    expect(typeof answer.ok).toBe('boolean');
    expect(answer.cost).toBeLessThanOrEqual(2);
  });
});
