import { CONTACT, openInjixo } from './injixo-fixture';
import type { OpenInjixo } from './injixo-fixture';

const START = Date.parse('2026-11-02T08:00:00Z');
const contacts = (...data: readonly object[]) => ({ data });

let injixo: OpenInjixo;
beforeEach(async () => {
  injixo = await openInjixo(START);
});
afterEach(() => injixo.stop());

describe('access', () => {
  it('ends for a key when another one is generated', async () => {
    const key = injixo.account.generateKey(injixo.integrationId);

    expect((await injixo.send(contacts(CONTACT), { Authorization: `Bearer ${key}` })).status).toBe(200);
    expect(await injixo.send(contacts(CONTACT))).toMatchObject({
      status: 401,
      text: '{"message":"Invalid token"}',
    });
  });

  it.each([
    [404, '{"message":"not_found"}'],
    [401, '{"message":"Invalid token"}'],
  ] as const)('ends with %d when the integration is deleted', async (status, text) => {
    injixo.settings.deletedStatus = status;
    injixo.account.deleteIntegration(injixo.integrationId);

    expect(await injixo.send({ data: [] })).toMatchObject({ status, text });
  });

  it('needs HTTPS, the right address and JSON', async () => {
    expect(await injixo.send({ data: [] }, { 'x-sandbox-scheme': 'http' })).toMatchObject({
      status: 404,
      text: '{"message":"not_found"}',
    });
    expect((await fetch(`${injixo.origin}/contact-events`)).status).toBe(404);
    expect((await injixo.send({ data: [] }, { 'Content-Type': 'text/plain' })).status).toBe(415);
  });

  it('is granted to a personal token that names the integration', async () => {
    const token = { Authorization: `Bearer ${injixo.account.createPersonalToken()}` };
    const meta = { integrationConfigurationId: injixo.integrationId };

    expect((await injixo.send({ data: [CONTACT], meta }, token)).status).toBe(200);
    expect((await injixo.send({ data: [CONTACT] }, token)).status).toBe(422);
  });

  it('keeps names of integrations unique', () => {
    expect(() => injixo.account.addIntegration({ name: 'Acme', domain: 'x' })).toThrow('already');
  });
});
