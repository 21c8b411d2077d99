import { createDeliveries } from './runtime/deliveries';
import { createDispatcher, type Dispatcher } from './runtime/dispatcher';
import { createFacilities, keepFacilities, type Facilities } from './facilities';
import { createInstallation, type Installation } from './package/installation';
import type { JsonObject } from '../support/json-value';
import { callFunction } from './runtime/page-functions';
import type { Platform, PlatformOptions } from './platform';
import { createGlobals, type GlobalsContext } from './runtime/platform-globals';
import { answerOf } from './refusal';
import { invokeTemplate, type TemplateAnswer } from './requests/request-templates';
import { keepFields, restoreAll } from '../support/snapshot';
import type { StepOutcome } from '../support/step';
import { createTimeline } from './runtime/timeline';

/** Loads the package and creates an account without the installed app; throws a PackageError on an invalid package. */
export function createPlatform(options: PlatformOptions): Platform {
  const facilities = createFacilities(options);
  const { clock, limits, usage, appPackage, envelope, bus, schedules, keyValues, entities } = facilities;
  const hooks: Pick<Platform, 'onStep' | 'onEntity'> = { onStep: () => 'go', onEntity: () => undefined };
  const sendTemplate: GlobalsContext['invokeTemplate'] = (name, callOptions) =>
    answerTemplate(name, callOptions, { facilities, iparam: installation.iparams() });
  const dispatch: Dispatcher = createDispatcher({
    ...facilities,
    createGlobals: (runner) =>
      createGlobals(runner, {
        ...facilities,
        areStoresOpen: () => areStoresOpen(installation),
        invokeTemplate: sendTemplate,
        onEntity: (deed) => hooks.onEntity(deed),
      }),
    onStep: (step) => hooks.onStep(step),
    onEnd: facilities.invocations.add,
  });
  const installation: Installation = createInstallation({
    ...facilities,
    declared: appPackage.iparams,
    handlers: appPackage.manifest.handlers,
    dispatch,
    onUninstalled: () => clearAfterUninstall(facilities),
  });
  const deliveries = createDeliveries({ facilities, installation, dispatch });
  const timeline = createTimeline(clock, [deliveries.nextEvent, deliveries.nextSchedule]);
  const { functions } = appPackage.manifest;

  return {
    currentHost: facilities.currentHost,
    limits,
    faults: facilities.faults,
    get onStep() {
      return hooks.onStep;
    },
    set onStep(hook) {
      hooks.onStep = hook;
    },
    get onEntity() {
      return hooks.onEntity;
    },
    set onEntity(hook) {
      hooks.onEntity = hook;
    },
    isInstalled: () => installation.phase() === 'installed',
    install: installation.install,
    uninstall: installation.uninstall,
    saveSettings: installation.saveSettings,
    settings: installation.iparams,
    deliver: deliveries.deliver,
    callFunction: (name, args = {}) =>
      callFunction(name, args, { functions, installation, limits, usage, dispatch, envelope }),
    invokeTemplate: async (name, callOptions) => {
      const startedAt = clock.now();
      const outcome = await sendTemplate(name, callOptions);
      clock.advanceTo(startedAt + outcome.latencyMs);
      return outcome;
    },
    fireSchedule: deliveries.fireSchedule,
    loseSchedule: schedules.lose,
    silenceSchedule: schedules.silence,
    emit: bus.emit,
    advanceTo: timeline.advanceTo,
    advance: timeline.advance,
    invocations: facilities.invocations.list,
    log: facilities.log.list,
    violations: facilities.violations.list,
    usage: usage.report,
    stores: () => ({
      keyValues: keyValues.list(),
      entities: entities.list(),
      schedules: schedules.list(),
    }),
    putKeyValue: keyValues.put,
    loseKeyValue: keyValues.lose,
    queued: bus.list,
    takeSnapshot: () =>
      restoreAll([keepFields(hooks), installation.takeSnapshot(), keepFacilities(facilities)]),
  };
}

function areStoresOpen(installation: Installation): boolean {
  return installation.phase() === 'installed' || installation.phase() === 'uninstalling';
}

async function answerTemplate(
  name: string,
  options: unknown,
  from: { facilities: Facilities; iparam: JsonObject },
): Promise<StepOutcome<TemplateAnswer>> {
  const { network, usage, limits, appPackage, currentHost } = from.facilities;
  const scope = { iparam: from.iparam, current_host: { ...currentHost } };
  const declared = appPackage.manifest.templates;
  try {
    return await invokeTemplate(
      { name, options, scope },
      { templates: appPackage.templates, declared, network, usage, limits },
    );
  } catch (error) {
    return { ok: false, error: answerOf(error), latencyMs: 0 };
  }
}

function clearAfterUninstall({ keyValues, entities, schedules, onViolation }: Facilities): void {
  const left = schedules.list();
  if (left.length > 0) onViolation(0, `${left.length} schedules were left after the uninstallation`);
  schedules.wipe();
  keyValues.wipe();
  entities.wipe();
}
