import type { KindName } from '../kinds';
import { crowd } from '../person/crowd';
import type { ChaosWorld } from '../world';
import type { Fault } from './fault';
import { listFails, refusedOnce, shortPages, spentByOthers } from './kinds/freshdesk-kinds';
import { future } from './kinds/future';
import { wordsWith200 } from './kinds/injixo-kinds';
import { missingReads, silentSchedule } from './kinds/platform-kinds';
import { longTicket } from './kinds/long-ticket';
import { tricklingAnswers } from './kinds/trickling-answers';
import { unreadableTicket } from './kinds/unreadable-ticket';

const BEGIN: Readonly<Record<KindName, Fault>> = {
  'unreadable-ticket': unreadableTicket,
  'short-pages': shortPages,
  'missing-reads': missingReads,
  'silent-schedule': silentSchedule,
  'people-at-the-page': crowd,
  'refused-once': refusedOnce,
  'list-fails': listFails,
  'hourly-limit': spentByOthers,
  future,
  'words-with-200': wordsWith200,
  'trickling-answers': tricklingAnswers,
  'long-ticket': longTicket,
};

/** Begins one more fault of the kinds that are on. */
export function injectKind(world: ChaosWorld): void {
  if (world.plan.kinds.length > 0) BEGIN[world.extras.pick(world.plan.kinds)](world);
}
