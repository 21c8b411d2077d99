import { pick } from '../../support/random';
import { groupIn } from './acts';
import type { Act, Scene } from './moment';
import { GROUPS } from './open-helpdesk';

const MINUTE_MS = 60_000;
/** E-mail twice as often as portal and phone. */
const SOURCES = [1, 1, 2, 3] as const;
const CHANNELS = ['email', 'portal', 'phone'] as const;
const REPLY_SHARE = 0.4;

/** One contact of a rush: a new ticket, or a reply on one that the rush opened before. */
function oneContact(scene: Scene, opened: number[]): void {
  const { random, sandbox } = scene;
  const { actions } = sandbox.freshdesk;
  if (opened.length > 0 && random() < REPLY_SHARE) {
    actions.customerReply(pick(random, opened), { channel: pick(random, CHANNELS) });
    return;
  }
  const groupId = groupIn(scene, pick(random, GROUPS));
  opened.push(actions.createTicket({ groupId, source: pick(random, SOURCES) }).id);
}

/** Tickets and replies, as the seed has it, come in one after the other for some minutes. */
export function rush(contacts: number, minutes: number): Act {
  return async (scene) => {
    const opened: number[] = [];
    const gapMs = (minutes * MINUTE_MS) / contacts;
    for (let turn = 0; turn < contacts; turn += 1) {
      oneContact(scene, opened);
      await scene.sandbox.platform.advance(Math.round(gapMs * (0.5 + scene.random())));
    }
  };
}
