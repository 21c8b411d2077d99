import { objectOf, type JsonObject } from '../../support/json-value';
import type { Platform } from '../../platform/platform';

async function call(platform: Platform, name: string, request: JsonObject = {}): Promise<JsonObject> {
  const { answer } = await platform.callFunction(name, { request });
  const response = answer.ok ? objectOf(answer.response) : {};
  if (response['ok'] !== true) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
  return response;
}

/** Starts the import as a person at the app's page does: makes a run, which plans it, then presses Start for that plan. */
export async function pressStart(platform: Platform): Promise<void> {
  await call(platform, 'runNow');
  const { overview } = await call(platform, 'getOverview');
  const { startedFrom, next, ...first } = objectOf(objectOf(overview)['history']);
  const { from, until } = startedFrom === null ? first : objectOf(next);
  await call(platform, 'controlHistory', { command: 'start', from: from ?? null, until: until ?? null });
}
