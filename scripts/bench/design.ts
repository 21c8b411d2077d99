import path from 'node:path';
import type { Sandbox, Settings } from '../../sandbox/create-sandbox';

/** A package that brings contacts to injixo, with its install settings. */
export interface Design {
  readonly key: 'app' | 'live' | 'naive';
  readonly name: string;
  readonly packageDir: string;
  readonly settings: (sandbox: Sandbox) => Settings;
}

/** The app as built by `npm run build`. */
export const THE_APP: Design = {
  key: 'app',
  name: 'The app',
  packageDir: path.resolve(__dirname, '../../dist'),
  settings: (sandbox) => sandbox.settings(),
};

/** The same, installed with the injixo API key alone. */
export const THE_APP_LIVE: Design = {
  ...THE_APP,
  key: 'live',
  name: 'The app, live only',
  settings: (sandbox) => ({ ...sandbox.settings(), freshdesk_api_key: '' }),
};

/** Looks up and sends contacts one by one. */
export const NAIVE: Design = {
  key: 'naive',
  name: 'The naive design: each event looks up its ticket and group and sends one contact at once',
  packageDir: path.resolve(__dirname, 'naive-app'),
  settings: (sandbox) => {
    const { injixo_api_key = '', freshdesk_api_key = '' } = sandbox.settings();
    return { injixo_api_key, freshdesk_api_key };
  },
};

/** The design with this key; the app for any other. */
export function designNamed(key: string): Design {
  return [NAIVE, THE_APP_LIVE].find((design) => design.key === key) ?? THE_APP;
}

/** Installs a design's package; throws if the installation is refused. */
export async function install(design: Design, sandbox: Sandbox): Promise<void> {
  const { ok, reason } = await sandbox.platform.install(design.settings(sandbox));
  if (!ok) throw new Error(`The installation was refused: ${reason ?? 'no reason given'}`);
}
