import { Router } from 'express';
import type { SettingsResult, SetupResult } from '../../platform/package/installation';
import { objectIn, type JsonObject } from '../../support/json-value';
import { orRefuse, orRefuseLater } from '../serving/refused';
import { command, view } from '../serving/route';
import type { SessionHost } from '../serving/session-host';
import type { InstallView, SetupAnswer } from './contract';
import { readFields } from './read-fields';
import type { BuiltPackage } from './read-package';

function setupAnswer({ ok, reason = '', problems = {} }: SetupResult): SetupAnswer {
  return { ok, reason, problems };
}

function settingsAnswer(result: SettingsResult): SetupAnswer {
  return result.ok
    ? { ok: true, reason: '', problems: {} }
    : { ok: false, reason: 'Invalid settings', problems: result.problems };
}

/** An empty secure field keeps its current value, unless it is to be removed. */
function keepSecureValues(
  declared: JsonObject,
  body: Readonly<JsonObject>,
  present: Readonly<JsonObject>,
): JsonObject {
  const entered = objectIn(body, 'values');
  const removed = Array.isArray(body['removed']) ? body['removed'] : [];
  const kept = readFields(declared, present)
    .filter(({ key }) => !removed.includes(key))
    .filter(({ key, isSecure, isSet }) => isSecure && isSet && (entered[key] ?? '') === '')
    .map(({ key }) => [key, present[key]]);
  return { ...entered, ...(Object.fromEntries(kept) as JsonObject) };
}

/** The marketplace's install page, the settings of the installed app, and the uninstallation. */
export function installRoutes(sessions: SessionHost, { iparams, hasInstallScript }: BuiltPackage): Router {
  const router = Router();
  router.get(
    '/',
    view(sessions, ({ sandbox: { platform } }): InstallView => ({
      isInstalled: platform.isInstalled(),
      fields: readFields(iparams, platform.settings()),
      hasScript: hasInstallScript,
    })),
  );
  router.post(
    '/',
    command(sessions, async ({ sandbox }, { body }) =>
      setupAnswer(await orRefuseLater(() => sandbox.platform.install(objectIn(body, 'values')))),
    ),
  );
  router.post(
    '/settings',
    command(sessions, ({ sandbox: { platform } }, { body }) => {
      const values = keepSecureValues(iparams, body, platform.settings());
      return settingsAnswer(orRefuse(() => platform.saveSettings(values)));
    }),
  );
  router.post(
    '/uninstall',
    command(sessions, async ({ sandbox }) =>
      setupAnswer(await orRefuseLater(() => sandbox.platform.uninstall())),
    ),
  );
  return router;
}
