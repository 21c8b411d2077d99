import { FRESHDESK_HOST, type Settings } from '../../create-sandbox';
import type { SetupResult } from '../../platform/package/installation';
import { isOwnImport } from '../../injixo/own-import';
import { groupIn, ticketIn } from './acts';
import type { Act, Moment, Scene, Way } from './moment';
import { FAX } from './open-helpdesk';

function outcomeOf({ ok, reason }: SetupResult): string {
  return ok ? 'installed; this is the cut-over, every contact from now on counts' : `refused: “${reason}”`;
}

function installs(change: Partial<Settings> = {}): Act {
  return async ({ sandbox }) =>
    outcomeOf(await sandbox.platform.install({ ...sandbox.settings(), ...change } as Settings));
}

/** Adds the integration in injixo, which imports the past itself with the Freshdesk key that it is given. */
const addsIntegration: Act = async ({ sandbox }) => {
  const { apiKey } = sandbox.freshdesk.admin;
  await sandbox.addIntegration({ name: 'Acme', domain: FRESHDESK_HOST, apiKey, importsPast: true });
  sandbox.settings();
  return `injixo imports the past itself: ${sandbox.injixo.receipts.filter(isOwnImport).length} contacts`;
};

/** The set-up of injixo and Freshdesk, as their users see it. */
export function setUp(way: Way): readonly Moment[] {
  const keys: Partial<Settings> = way === 'live' ? { freshdesk_api_key: '' } : {};
  const which = way === 'live' ? 'the injixo API key alone' : 'both API keys';
  return [
    {
      at: '07:50',
      who: 'admin',
      does: 'adds the Freshdesk integration in injixo and generates its API key',
      act: addsIntegration,
    },
    {
      at: '07:52',
      who: 'admin',
      does: 'installs the app in Freshdesk and pastes half of the injixo API key',
      act: installs({ ...keys, injixo_api_key: 'injixo-key' }),
    },
    {
      at: '07:55',
      who: 'admin',
      does: `tries again with ${which}`,
      act: installs(keys),
    },
  ];
}

function nameGroups({ sandbox, ...scene }: Scene, names: readonly string[]): Promise<unknown> {
  const groups = names.map((name) => ({ kind: 'group', id: groupIn({ sandbox, ...scene }, name), name }));
  const fax = { kind: 'source', id: FAX, name: 'Fax' };
  return sandbox.platform.callFunction('nameGroup', { request: { names: [...groups, fax] } });
}

/** Without a Freshdesk key names are typed once, or learned from the ticket pages that agents open. */
export const LEARNS_NAMES: readonly Moment[] = [
  {
    at: '08:18',
    who: 'admin',
    does: "enters names on the app's page: Sales, Technical Support, and the source Fax",
    act: async (scene) => void (await nameGroups(scene, ['Sales', 'Technical Support'])),
  },
  {
    at: '08:03',
    who: 'agent',
    does: 'opens {parcel}; its page tells the app the name of CustomerService',
    act: async (scene) => {
      const id = groupIn(scene, 'CustomerService');
      ticketIn(scene, 'parcel');
      await scene.sandbox.platform.callFunction('learnGroup', { request: { id, name: 'CustomerService' } });
    },
  },
];
