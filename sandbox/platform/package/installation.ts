import type { Dispatcher } from '../runtime/dispatcher';
import type { Envelope } from '../runtime/envelope';
import { checkSettings, withDefaults, type SettingsProblems } from './install-settings';
import type { InvocationResult } from '../runtime/invocation-result';
import { isJsonObject, jsonCopy, type JsonObject } from '../../support/json-value';
import type { Limits } from '../limits';
import type { Restorable } from '../../support/snapshot';

/** Whether new settings were accepted. */
export type SettingsResult =
  { readonly ok: true } | { readonly ok: false; readonly problems: SettingsProblems };

/** The result of an installation or uninstallation. */
export interface SetupResult {
  readonly ok: boolean;
  /** The reason of a failure: the app's sentence, or the platform's. */
  readonly reason?: string;
  /** Invalid fields of the install page; the app was not called. */
  readonly problems?: SettingsProblems;
  /** The set-up event, if the package handles it. */
  readonly invocation: InvocationResult | null;
}

/** The state of the installation. */
export type Phase = 'not installed' | 'installing' | 'installed' | 'uninstalling';

/** The single installation of the app in this account. */
export interface Installation extends Restorable {
  phase(): Phase;
  /** The settings; empty if the app is not installed. */
  iparams(): JsonObject;
  install(iparams: JsonObject): Promise<SetupResult>;
  uninstall(): Promise<SetupResult>;
  saveSettings(iparams: JsonObject): SettingsResult;
}

/** The parts of an installation. */
export interface InstallationContext {
  readonly declared: JsonObject;
  readonly handlers: ReadonlyMap<string, string>;
  readonly limits: Limits;
  readonly dispatch: Dispatcher;
  readonly envelope: Envelope;
  readonly onUninstalled: () => void;
  readonly onViolation: (invocation: number, text: string) => void;
}

/** Creates an account without the installed app. */
export function createInstallation(context: InstallationContext): Installation {
  const { declared, handlers, limits } = context;
  let phase: Phase = 'not installed';
  let settings: JsonObject = {};

  const keep = (iparams: JsonObject): void => {
    settings = jsonCopy(withDefaults(declared, iparams)) as JsonObject;
  };
  const setUp = async (event: string): Promise<SetupResult> => {
    const handler = handlers.get(event);
    if (handler === undefined) return { ok: true, invocation: null };
    const payload = context.envelope(event, settings);
    const invocation = await context.dispatch({
      event,
      handler,
      payload,
      limitMs: limits.setupInvocationMs,
      mustRender: true,
    });
    const reason = reasonIn(invocation);
    if (reason === null) return { ok: true, invocation };
    if (reason.length > limits.installMessageChars && invocation.rendered !== undefined) {
      context.onViolation(invocation.id, `renderData message of ${reason.length} characters`);
    }
    return { ok: false, reason, invocation };
  };

  return {
    phase: () => phase,
    iparams: () => (phase === 'not installed' ? {} : settings),
    install: async (iparams) => {
      if (phase !== 'not installed') throw new Error(`The app is ${phase}`);
      const problems = checkSettings(declared, withDefaults(declared, iparams));
      if (hasProblems(problems)) return { ok: false, reason: 'Invalid settings', problems, invocation: null };
      phase = 'installing';
      keep(iparams);
      const result = await setUp('onAppInstall');
      phase = result.ok ? 'installed' : 'not installed';
      return result;
    },
    uninstall: async () => {
      if (phase !== 'installed') throw new Error(`The app is ${phase}`);
      phase = 'uninstalling';
      const result = await setUp('onAppUninstall');
      phase = result.ok ? 'not installed' : 'installed';
      if (result.ok) context.onUninstalled();
      return result;
    },
    saveSettings: (iparams) => {
      if (phase !== 'installed') throw new Error(`The app is ${phase}`);
      const problems = checkSettings(declared, withDefaults(declared, iparams));
      if (hasProblems(problems)) return { ok: false, problems };
      keep(iparams);
      return { ok: true };
    },
    takeSnapshot: () => {
      const kept = { phase, settings };
      return () => {
        ({ phase, settings } = kept);
      };
    },
  };
}

function hasProblems(problems: SettingsProblems): boolean {
  return Object.keys(problems).length > 0;
}

/** Why a set-up event stops the installation, or null if it may continue. */
function reasonIn({ outcome, rendered, error }: InvocationResult): string | null {
  if (outcome !== 'done') return error ?? `The set-up event was ${outcome}`;
  const refusal = rendered?.error;
  if (refusal === undefined || refusal === null) return null;
  const message = isJsonObject(refusal) ? refusal['message'] : refusal;
  return String(message);
}
