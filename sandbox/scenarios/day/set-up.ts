import type { Settings } from '../../create-sandbox';
import type { SetupResult } from '../../platform/package/installation';
import type { Act, Moment } from './moment';

function outcomeOf({ ok, reason }: SetupResult): string {
  return ok ? 'installed; this is the cut-over, every contact from now on counts' : `refused: “${reason}”`;
}

function installs(change: Partial<Settings> = {}): Act {
  return async ({ sandbox }) =>
    outcomeOf(await sandbox.platform.install({ ...sandbox.settings(), ...change } as Settings));
}

/** The set-up of injixo and Freshdesk, as their users see it. */
export const SET_UP: readonly Moment[] = [
  {
    at: '07:50',
    who: 'admin',
    does: 'adds the Freshdesk integration in injixo and generates its API key',
    act: ({ sandbox }) => void sandbox.settings(),
  },
  {
    at: '07:52',
    who: 'admin',
    does: 'installs the app in Freshdesk and pastes half of the injixo API key',
    act: installs({ injixo_api_key: 'injixo-key' }),
  },
  {
    at: '07:55',
    who: 'admin',
    does: 'tries again with the whole key',
    act: installs(),
  },
];
