import { readAppRecords } from '../checker/app-records';
import type { ChaosWorld } from '../world';

/** Whether the settings have a Freshdesk key now. */
export function hasKey({ keyTimes }: ChaosWorld): boolean {
  return keyTimes.at(-1)?.until === null;
}

function removeKey(world: ChaosWorld): void {
  const { checkedFrom, checkedUntil, listedUntil, recheckedUntil } = readAppRecords(world);
  const time = world.keyTimes.at(-1);
  if (time === undefined) return;
  const scannedUntil = Math.min(checkedUntil, listedUntil);
  time.until = { at: world.now(), scannedFrom: checkedFrom, scannedUntil, recheckedUntil };
  world.saveKeys({ freshdesk_api_key: '' });
}

/** Removes the Freshdesk key from the settings, or adds the one that is valid now. */
export function changeKey(world: ChaosWorld): void {
  const { admin, helpdesk } = world.sandbox.freshdesk;
  const what = hasKey(world) ? 'removed' : 'added';
  world.count(`the Freshdesk key ${what}`);
  world.trace(`people: the Freshdesk key ${what}`);
  if (hasKey(world)) return removeKey(world);
  world.saveKeys({ freshdesk_api_key: helpdesk.agents.get(admin.id)?.apiKey ?? admin.apiKey });
  world.keyTimes.push({ from: world.now(), until: null });
}
