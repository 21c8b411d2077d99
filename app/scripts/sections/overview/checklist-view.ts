import type { Format } from '../../language/format.ts';
import type { Speaker } from '../../language/speak.ts';
import type { Light, Overview } from '../../../../server/page-contract';
import type { SectionName } from '../page-parts.ts';

/** A line of the checklist: done, still open, or for a person to do; with the tab where it is done. */
export interface Item {
  readonly state: 'done' | 'open' | 'act';
  readonly label: string;
  readonly words: string;
  readonly section: SectionName | null;
}

/** Codes of the light that say that a key, or what it may do, is not accepted. */
const KEY_PROBLEM =
  /^(?:injixo_(?:key|integration|refuses|moved)|freshdesk_(?:key|scope|forbidden|plan|suspended)|settings_invalid)$/;

function item(state: Item['state'], label: string, words: string, section: Item['section'] = null): Item {
  return { state, label, words, section };
}

function isKeyProblem(light: Light | null): boolean {
  return light !== null && 'code' in light && KEY_PROBLEM.test(light.code);
}

/** Both sides answered with their keys; the account's zone comes from Freshdesk alone. */
function keysItem(overview: Overview, light: Light | null, { say }: Speaker): Item {
  const label = say('checklist.keys');
  const { way, lastAnswerAt, timeZone = null } = overview;
  if (isKeyProblem(light)) return item('act', label, say('checklist.keys.wrong'));
  const isAnswered = lastAnswerAt !== null && (way === 'live' || timeZone !== null);
  if (!isAnswered) return item('open', label, say('checklist.keys.silent'));
  return item('done', label, say(way === 'live' ? 'checklist.keys.live' : 'checklist.keys.both'));
}

function namesItem({ way, unnamed = [] }: Overview, { say }: Speaker): Item {
  const label = say('tab.names');
  const { length: count } = unnamed;
  if (count > 0) return item('act', label, say('checklist.names.missing', { count }), 'names');
  return item('done', label, say(way === 'live' ? 'checklist.names.known' : 'checklist.names.read'));
}

function contactItem(
  { accepted, lastAcceptedAt, waiting }: Overview,
  { say }: Speaker,
  format: Format,
): Item {
  const label = say('checklist.contact');
  if (accepted > 0) {
    return item('done', label, say('checklist.contact.accepted', { time: format.moment(lastAcceptedAt) }));
  }
  const words =
    waiting > 0 ? say('checklist.contact.waiting', { count: waiting }) : say('checklist.contact.none');
  return item('open', label, words);
}

/** What a new account has, and what is missing until its first contact is in injixo. */
export function checklistOf(
  overview: Overview,
  light: Light | null,
  speaker: Speaker,
  format: Format,
): readonly Item[] {
  return [
    item('done', speaker.say('checklist.installed'), format.moment(overview.installedAt)),
    keysItem(overview, light, speaker),
    namesItem(overview, speaker),
    contactItem(overview, speaker, format),
  ];
}
