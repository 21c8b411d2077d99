import type { Format } from '../../language/format.ts';
import type { Speaker } from '../../language/speak.ts';
import type { Key } from '../../language/catalogue.ts';
import type { SectionName } from '../page-parts.ts';
import type { ActionNeeded, Delayed, Light, Overview } from '../../../../server/page-contract';

/** The states of the light; each has its own colour and shape. Dark: the status could not be loaded. */
export type Tone = 'good' | 'busy' | 'late' | 'bad' | 'dark';

/** The texts of the light. */
export interface LightView {
  readonly tone: Tone;
  readonly title: string;
  readonly why: string;
  /** What happens to the data in the meantime. */
  readonly data: string;
  /** Where to fix the cause; empty if no action is needed. */
  readonly where: string;
  /** Since when, and the time of the next attempt. */
  readonly times: readonly string[];
  /** The ticket that tells the person in the settings about it. */
  readonly alert: { readonly ticketId: number; readonly text: string } | null;
  /** True: contacts are due, and a run may be made at once. */
  readonly canSend: boolean;
  readonly goTo: { readonly section: SectionName; readonly label: string } | null;
}

interface Place {
  readonly key: Key;
  readonly section: SectionName;
  readonly link: Key;
}

const SETTINGS: Place = { key: 'light.where.settings', section: 'settings', link: 'light.open.settings' };
const INJIXO: Place = { ...SETTINGS, key: 'light.where.injixo' };
const AGENT: Place = { ...SETTINGS, key: 'light.where.agent' };
const SUPPORT: Place = { ...SETTINGS, key: 'light.where.support' };
const FRESHWORKS: Place = { ...SETTINGS, key: 'light.where.freshworks' };
const UPDATE: Place = { ...SETTINGS, key: 'light.where.update' };
const NAMES: Place = { key: 'light.where.names', section: 'names', link: 'light.open.names' };
const HELD: Place = { key: 'light.where.held', section: 'held', link: 'light.open.held' };

/** Where to fix the problems that only a person can solve. */
const PLACES: Readonly<Record<string, Place>> = {
  injixo_key: INJIXO,
  injixo_integration: INJIXO,
  injixo_refuses: SUPPORT,
  injixo_moved: UPDATE,
  injixo_counts_otherwise: HELD,
  contacts_refused: SETTINGS,
  too_many_held: HELD,
  contacts_held: HELD,
  freshdesk_key: SETTINGS,
  freshdesk_scope: AGENT,
  freshdesk_forbidden: SETTINGS,
  freshdesk_plan: FRESHWORKS,
  freshdesk_suspended: FRESHWORKS,
  settings_invalid: SETTINGS,
  names_missing: NAMES,
  no_place_to_record: SETTINGS,
};

/** What happens to the data meanwhile, where it is not what the sentence for all others says. */
const DATA: Readonly<Record<string, Key>> = {
  contacts_held: 'light.held.data',
  names_missing: 'light.names.data',
  names_wait: 'light.names.data',
  no_place_to_record: 'light.no_place.data',
  store_silent: 'light.silent.data',
};

interface Plain {
  readonly tone: Tone;
  readonly title: Key;
  readonly why: Key;
  readonly data: Key;
}

const UNKNOWN: Plain = {
  tone: 'busy',
  title: 'light.unknown',
  why: 'light.unknown.why',
  data: 'light.unknown.data',
};

const PLAIN: Readonly<Record<Exclude<Light['kind'], 'action needed' | 'delayed'>, Plain>> = {
  importing: {
    tone: 'busy',
    title: 'light.importing',
    why: 'light.importing.why',
    data: 'light.importing.data',
  },
  'waiting for the first contact': {
    tone: 'busy',
    title: 'light.first',
    why: 'light.first.why',
    data: 'light.first.data',
  },
  operational: {
    tone: 'good',
    title: 'light.operational',
    why: 'light.operational.why',
    data: 'light.operational.data',
  },
};

const NO_MORE = { alert: null, canSend: false } as const;

function plainView({ tone, title, why, data }: Plain, { say }: Speaker): LightView {
  return {
    tone,
    title: say(title),
    why: say(why),
    data: say(data),
    where: '',
    times: [],
    goTo: null,
    ...NO_MORE,
  };
}

function alertOf(overview: Overview | null, { say }: Speaker): LightView['alert'] {
  const ticketId = overview?.alert?.ticketId ?? null;
  return ticketId === null ? null : { ticketId, text: say('light.alert', { ticket: String(ticketId) }) };
}

/** When the next attempt is, and the last error while a failure lasts. */
function attemptWords(
  nextTryAt: number | undefined,
  overview: Overview | null,
  { say }: Speaker,
  format: Format,
): string[] {
  const next = nextTryAt === undefined ? [] : [say('light.next', { time: format.moment(nextTryAt) })];
  const error = overview?.lastError ?? null;
  if (error === null) return next;
  const time = format.moment(error.at);
  const { status } = error;
  return [
    ...next,
    status === null
      ? say('light.error.silent', { time })
      : say('light.error', { time, status: String(status) }),
  ];
}

function sinceWords(since: number | null, { say }: Speaker, format: Format): string[] {
  return since === null ? [] : [say('light.since', { time: format.moment(since) })];
}

function actionView(
  { code, since, also, nextTryAt }: ActionNeeded,
  overview: Overview | null,
  speaker: Speaker,
  format: Format,
): LightView {
  const { say, sayCode } = speaker;
  const place = PLACES[code] ?? SUPPORT;
  return {
    tone: 'bad',
    title: say('light.action'),
    why: sayCode('failure', code),
    data: say(DATA[code] ?? 'light.action.data'),
    where: say(place.key),
    times: [
      ...sinceWords(since, speaker, format),
      ...(also === undefined ? [] : [sayCode('failure', also)]),
      ...attemptWords(nextTryAt, overview, speaker, format),
    ],
    ...NO_MORE,
    alert: alertOf(overview, speaker),
    goTo: { section: place.section, label: say(place.link) },
  };
}

/** That the schedule was made anew after the last run, while the platform does not start the app. */
function renewedWords(overview: Overview | null, { say }: Speaker, format: Format): string[] {
  const madeAt = overview?.scheduleMadeAt ?? null;
  const isLater = madeAt !== null && madeAt > (overview?.lastRunAt ?? 0);
  return isLater ? [say('light.schedule_made', { time: format.moment(madeAt) })] : [];
}

function delayedView(
  { code, since, nextTryAt }: Delayed,
  overview: Overview | null,
  speaker: Speaker,
  format: Format,
): LightView {
  const { say, sayCode } = speaker;
  const attempts = attemptWords(nextTryAt, overview, speaker, format);
  return {
    tone: 'late',
    title: say('light.delayed'),
    why: sayCode('failure', code),
    data: say(DATA[code] ?? 'light.delayed.data'),
    where: '',
    times: [...sinceWords(since, speaker, format), ...attempts, ...renewedWords(overview, speaker, format)],
    goTo: null,
    ...NO_MORE,
  };
}

/** Without an event store contacts arrive later than the usual sentence says. */
function plainOf(kind: keyof typeof PLAIN, overview: Overview | null): Plain {
  const plain = PLAIN[kind] ?? UNKNOWN;
  const isLate = overview?.entityStoreAvailable === false && kind !== 'importing';
  return isLate ? { ...plain, data: 'light.no_store.data' } : plain;
}

function viewOf(light: Light, overview: Overview | null, speaker: Speaker, format: Format): LightView {
  if (light.kind === 'action needed') return actionView(light, overview, speaker, format);
  if (light.kind === 'delayed') return delayedView(light, overview, speaker, format);
  return plainView(plainOf(light.kind, overview), speaker);
}

/** Before the first run. */
const NO_FIGURES: Pick<Overview, 'due' | 'setAside'> = { due: 0 };

/**
 * Describes the light. Without figures it shows an unknown state, never a good one. Tickets that are set aside do not change
 * it, and are told beside it.
 */
export function lightView(
  light: Light | null,
  overview: Overview | null,
  speaker: Speaker,
  format: Format,
): LightView {
  if (light === null) return plainView(UNKNOWN, speaker);
  const { due, setAside = [] } = overview ?? NO_FIGURES;
  const view = { ...viewOf(light, overview, speaker, format), canSend: due > 0 };
  const { length: count } = setAside;
  return count === 0 ? view : { ...view, times: [...view.times, speaker.say('light.set_aside', { count })] };
}
