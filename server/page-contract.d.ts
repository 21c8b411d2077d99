/**
 * The contract between the page and the server: what each function takes under `request`, and what it answers. The handlers'
 * answers are checked against it, and the page imports it as types. It imports nothing, because the page's project cannot
 * compile the server's sources.
 *
 * Moments are milliseconds since 1970. Days are texts, `YYYY-MM-DD`, in the account's time zone. Codes stand for sentences
 * that the page has in each language.
 */

/** A function by what it takes and what it answers; `ok: true` stands beside the fields of the answer. */
export interface Exchange<Request, Answer> {
  readonly request: Request;
  readonly answer: Answer;
}

/** No fields at all. */
export type NoFields = Readonly<Record<string, never>>;

/** The functions of the page by their names in manifest.json. */
export interface PageFunctions {
  /** Gives what the last run prepared, and the light now; or a part of the activity. */
  readonly getOverview: Exchange<NoFields, OverviewAnswer> | Exchange<ActivityPart, ActivityAnswer>;
  /** Shows the contacts of the last 35 days in one of several views, or the known names. */
  readonly getVolumes: VolumeViews[keyof VolumeViews];
  /** Lists the held batches, or shows the contacts of one. */
  readonly getHeld: Exchange<NoFields, HeldAnswer> | Exchange<BatchNumber, BatchAnswer>;
  /** Takes the command to send a held batch again. The next run applies it. */
  readonly sendHeld: Exchange<BatchNumber, BatchNumber>;
  /** Takes the command to discard a held batch. The next run applies it. */
  readonly discardHeld: Exchange<BatchNumber, BatchNumber>;
  /** Takes the command to hold a discarded batch again. The next run applies it. */
  readonly restoreHeld: Exchange<BatchNumber, BatchNumber>;
  /** Makes a run, unless another has begun within the last minute; answers when it has ended. */
  readonly runNow: Exchange<NoFields, object>;
  /** Tests both API keys; called again at once, it answers what it has just found. */
  readonly checkSettings: Exchange<NoFields, ChecksAnswer>;
  /** Takes the command to start, pause, resume or cancel the import. The next run applies it. */
  readonly controlHistory: Exchange<ImportCommand, ImportAction>;
  /** Takes the names of groups and of the account's own sources, one or at most 100. The next run applies them. */
  readonly nameGroup: Exchange<Naming | Namings, Namings>;
  /** Takes the name of a group that an agent's ticket page shows; false: the app has no need of names. */
  readonly learnGroup: Exchange<{ readonly id: number; readonly name: string }, { readonly needed: boolean }>;
  /** Makes the file for support. */
  readonly getSupportFile: Exchange<NoFields, SupportAnswer>;
}

/**
 * A view in a time zone; without `zone` it is that of the overview, at one operation more. Only without it the answer tells
 * what it lacks (`atLeast`).
 */
export interface ViewOf<Name> {
  readonly view: Name;
  readonly zone?: string | null;
}

/** The views of `getVolumes`. A day is one of the last 35; `from` is not after `to`. */
export interface VolumeViews {
  /** All source queues with their last 28 days. */
  readonly queues: Exchange<ViewOf<'queues'>, QueuesAnswer>;
  /** One day by quarters of an hour. */
  readonly day: Exchange<ViewOf<'day'> & { readonly day: string; readonly named?: boolean }, DayAnswer>;
  /** Several days, one count for each. */
  readonly days: Exchange<ViewOf<'days'> & { readonly from: string; readonly to: string }, DaysAnswer>;
  /** All names of groups and of the account's own sources that the app knows. */
  readonly names: Exchange<ViewOf<'names'>, NamesAnswer>;
  /** What injixo and Freshdesk count for one day. */
  readonly difference: Exchange<ViewOf<'difference'> & { readonly day: string }, DifferenceAnswer>;
}

/** What a function answers: the fields of its answer, or the code of why there is none; beside them always `cost`, the operations it took. */
export type FunctionAnswer<Answer> = ({ readonly ok: true } & Answer) | Refusal;

/** Why a function does not do what it was asked; `params` are for the sentence of the code. */
export interface Refusal {
  readonly ok: false;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** All that the page needs to open. Overview and light are null until the first run has ended. */
export interface OverviewAnswer {
  readonly overview: Overview | null;
  readonly light: Light | null;
  /** The app's version. */
  readonly version: string;
  /** The account's address in Freshdesk, for links; null: the platform did not name it. Left out: nothing is linked. */
  readonly freshdeskUrl?: string | null;
  /** True: a setting was saved that no run has used yet. */
  readonly hasNewSettings?: true;
}

/** A part of the activity, from 0; the last is the newest. */
export interface ActivityPart {
  readonly activity: number;
}

/** What happened before what rides in the overview, oldest first; empty: it is no longer kept. */
export interface ActivityAnswer {
  readonly entries: readonly ActivityEntry[];
}

/** Something that happened, by codes and counts alone. */
export interface ActivityEntry {
  readonly at: number;
  readonly kind: string;
  /** The failure, the setting, what became of an import, or how names were learned. */
  readonly code?: string;
  readonly count?: number;
  readonly batch?: number;
}

/** At most a day in cells of 15 minutes. */
export interface ActivityStrip {
  /** The first cell: intervals since 1970. */
  readonly first: number;
  /** Contacts that injixo accepted in each. */
  readonly accepted: readonly number[];
  /** The worst light of each: `1` nothing is late, `2` delayed, `3` action needed, `0` no run. */
  readonly lights: string;
}

/** What happened, the newest last; parts before it are asked for. */
export interface Activity {
  readonly entries: readonly ActivityEntry[];
  readonly parts: number;
  readonly strip: ActivityStrip;
}

/** The light of the page, as the server decided it. */
export type Light =
  ActionNeeded | Delayed | { readonly kind: 'importing' | 'waiting for the first contact' | 'operational' };

/** A person has to act; `since` is null when the beginning is not known. */
export interface ActionNeeded {
  readonly kind: 'action needed';
  readonly code: string;
  readonly since: number | null;
  /** The code of what delays all other contacts meanwhile; left out when nothing does. */
  readonly also?: string;
  /** The moment of the next attempt; left out once it has passed, and when nothing is attempted. */
  readonly nextTryAt?: number;
}

/** Contacts are late; the app goes on by itself. */
export interface Delayed {
  readonly kind: 'delayed';
  readonly code: string;
  readonly since: number;
  /** The moment of the next attempt; left out once it has passed. */
  readonly nextTryAt?: number;
}

/**
 * What the page reads of the overview that the last run stored; more fields may stand beside these. An optional field is
 * missing between an update of the app and the next run: the version that stored the overview did not write it yet.
 */
export interface Overview {
  readonly lastRunAt: number;
  readonly installedAt: number;
  /** Up to this moment injixo has every contact that is not held. */
  readonly completeUntil: number | null;
  /** The start of the history that another installation would need; null while that cannot be said. */
  readonly nextStart?: number | null;
  /** When injixo last accepted a contact, and when it last answered as expected. */
  readonly lastAcceptedAt: number | null;
  readonly lastAnswerAt: number | null;
  /** Contacts since the installation: those that injixo accepted, and of these the ones that only the scan found. */
  readonly accepted: number;
  readonly repaired: number;
  /** Contacts that the last run saw and could not send yet, and of these the ones that were due. */
  readonly waiting: number;
  readonly due: number;
  /** Contacts that are held, by reason. */
  readonly unclear: number;
  readonly parked: number;
  /** Tickets and replies that are not contacts, since the installation. */
  readonly leftOut: number;
  readonly queues: number;
  readonly history: History | null;
  /** The account's IANA time zone; null: not known, and days are those of UTC. */
  readonly timeZone?: string | null;
  readonly today?: Today;
  /** Contacts that injixo accepted today and on the six days before. */
  readonly accepted7Days?: number;
  /** When the last daily recheck ended; null: none has. */
  readonly deepEndedAt?: number | null;
  /** False: the account's plan has no entity store, or it does not answer; the scan then delivers. */
  readonly entityStoreAvailable?: boolean;
  /** When the app made its recurring schedule anew, because the platform no longer started it; null: never. */
  readonly scheduleMadeAt?: number | null;
  /** The number of the last batch that changed a day's counts, by UTC day of the last 35: an answer about a day keeps until then. */
  readonly changed?: Readonly<Record<string, number>>;
  /** What the volumes lack: intervals of 15 minutes, packed, and days of the account. While it is empty, views may be asked for with `zone`. */
  readonly lacking?: { readonly slots: string; readonly days: readonly number[] };
  readonly use?: LimitsUsed;
  readonly activity?: Activity;
  /** The last error while a failure lasts; null: none does. */
  readonly lastError?: LastError | null;
  readonly alert?: AlertView | null;
  /**
   * Records of the app that the platform's store lost, the contacts that only they listed, and when one was last missed; null:
   * none in the last 35 days.
   */
  readonly lost?: { readonly records: number; readonly contacts: number; readonly at: number } | null;
  /** Tickets that cannot be read at the moment, those that have been so longest first; all others are processed as usual. */
  readonly setAside?: readonly SetAsideTicket[];
  /** What cannot be read; null: nothing. */
  readonly unreadable?: Unreadable | null;
  /** `live`: without a Freshdesk key, counted from events alone. `checked`: with one. */
  readonly way?: 'live' | 'checked';
  /** Since when events are checked against Freshdesk (ms): later than the installation when the key was added later; null: not checked. */
  readonly checkedFrom?: number | null;
  readonly checkedUntil?: number;
  /** Contacts that need what no run can get, by reason; `waiting` counts them too. */
  readonly waits?: Readonly<Record<'names' | 'facts' | 'sending', Waits>>;
  /** Groups and sources whose contacts wait for a name, at most 50; those that have waited longest first. */
  readonly unnamed?: readonly Unnamed[];
}

/** An answer that was no success; `status` null: there was no answer. */
export interface LastError {
  readonly at: number;
  readonly status: number | null;
}

/** Contacts that wait for one reason, and when the first of them fell due (ms); null: none is due. */
export interface Waits {
  readonly contacts: number;
  readonly oldestDueAt: number | null;
}

/** A group, or a source of the account's own, by its id in Freshdesk. */
export interface NameOf {
  readonly kind: 'group' | 'source';
  readonly id: number;
}

/** What has no name yet. */
export interface Unnamed extends NameOf {
  readonly contacts: number;
  readonly oldestDueAt: number;
  /** The queues that would result: `source` is the rest of the name of a group's queue, and the group of a source's. */
  readonly queues: readonly { readonly source: string; readonly kind: 'tickets' | 'replies' }[];
}

/** A name and where it comes from. */
export interface Named extends NameOf {
  /** Null: the group is gone, or the source has no label. */
  readonly name: string | null;
  readonly how: 'read' | 'event' | 'page' | 'typed';
  readonly at: number;
  /** False: it was typed, and no contact was sent under it, so that it can be changed. */
  readonly isSent: boolean;
}

/** All names that are known, the newest first. */
export interface NamesAnswer {
  readonly named: readonly Named[];
}

/** What a person says of a group or a source, as it is given and as it is confirmed. */
export type Naming =
  | (NameOf & { readonly name: string })
  | { readonly kind: 'group'; readonly id: number; readonly gone: true }
  | { readonly kind: 'source'; readonly id: number; readonly noLabel: true };

/** Names that are given in one go. */
export interface Namings {
  readonly names: readonly Naming[];
}

/** What is passed over because it cannot be read, and may lack contacts. */
export interface Unreadable {
  /** Rows of Freshdesk's lists (tickets, conversations), and when one was last met (ms); null: none in the last 35 days. */
  readonly rows: number;
  readonly at: number | null;
  /** Records of events that the app stored. */
  readonly records: number;
}

/** A ticket that Freshdesk does not let the app read; it is tried again once an hour. */
export interface SetAsideTicket {
  readonly ticketId: number;
  /** The code of why. */
  readonly reason: string;
  readonly since: number;
}

/** The contacts that injixo accepted on a day, and the seconds that live ones took; null when there was no live one. */
export interface DayFigures {
  readonly accepted: number;
  readonly medianSeconds: number | null;
  readonly worstSeconds: number | null;
}

/** The figures of today, and the day that they are of. */
export interface Today extends DayFigures {
  readonly day: string;
}

/** What the last run used of the limits of a minute. */
export interface LimitsUsed {
  readonly keyValueOps: number;
  readonly keyValueLimit: number;
  readonly entityOps: number;
  readonly entityLimit: number;
  readonly freshdeskCalls: number;
  /** Calls of the whole account, assumed until an answer of Freshdesk has said it; null: not known. */
  readonly freshdeskLimit: number | null;
}

/** The Freshdesk ticket about a lasting problem. */
export interface AlertView {
  /** Null until Freshdesk has confirmed the ticket. */
  readonly ticketId: number | null;
  readonly openedAt: number;
}

/** The import of the history: contacts between `from` and `until`. While it is only planned, nothing is sent. */
export interface History {
  readonly state: 'planned' | 'running' | 'paused' | 'cancelled' | 'done';
  readonly from: number;
  readonly until: number;
  readonly tickets: number;
  readonly contacts: number;
  /** All queues that the app has made, for live contacts too. */
  readonly queues: number;
  /** Credits of the account's Freshdesk calls so far. */
  readonly calls: number;
  /** Tickets last changed before this moment are done; null: none are. */
  readonly doneUntil: number | null;
  readonly minutesLeft: number | null;
  readonly plan: HistoryPlan | null;
  /** Codes of what no import can reach. */
  readonly outOfReach: readonly string[];
  /** Why the import does not go on; null when it does. */
  readonly problem: { readonly code: string } | null;
  /** The earliest start for which a person started the import; null: only a plan stands. */
  readonly startedFrom: number | null;
  /** The plan for an earlier start, beside an import that was started; null: there is none. */
  readonly next: PlannedSpan | null;
}

/** A plan that waits for a person: contacts between `from` and `until`. */
export interface PlannedSpan {
  readonly from: number;
  readonly until: number;
  /** Null while Freshdesk has not told. */
  readonly plan: HistoryPlan | null;
}

/** What is known of an import before it begins. */
export interface HistoryPlan {
  /** Tickets created since the start, and tickets changed since then. */
  readonly tickets: number;
  readonly changed: number;
  /** Tickets and customer replies, roughly. */
  readonly contacts: number;
  /** Ticket ids that Freshdesk shows nowhere; null: unknown. */
  readonly gap: number | null;
  /** Expected duration. */
  readonly minutes: number;
}

/** What a person may ask of the import. */
export type HistoryAction = 'start' | 'pause' | 'resume' | 'cancel';

/** A command for the import, as it is confirmed. */
export interface ImportAction {
  readonly command: HistoryAction;
}

/** A command for the import, as it is given: a start says for which plan, and is refused when that has changed since. */
export type ImportCommand =
  | { readonly command: Exclude<HistoryAction, 'start'> }
  | { readonly command: 'start'; readonly from: number; readonly until: number };

/** All source queues, and the 28 days that their trends count. */
export interface QueuesAnswer {
  readonly days: readonly string[];
  /** Days of which not every contact is counted: their numbers are shown as "at least". Left out: there are none. */
  readonly atLeast?: readonly string[];
  readonly queues: readonly Queue[];
}

/** A source queue as injixo knows it. */
export interface NamedQueue {
  readonly identifier: string;
  readonly name: string;
}

/** A source queue with its contacts of today, of 7 and of 28 days; `trend` has one count for each of the 28 days. */
export interface Queue extends NamedQueue {
  readonly channel: string;
  readonly today: number;
  readonly days7: number;
  readonly days28: number;
  readonly trend: readonly number[];
  /** When its newest contact happened; null: there is none. */
  readonly lastAt: number | null;
  /** The name that Freshdesk's names would give it now; null when it is the same, or not known. */
  readonly renamedTo: string | null;
}

/** Quarters of an hour, counted from the beginning of the local day, with the contacts in them. */
export type Slots = readonly (readonly [slot: number, contacts: number])[];

/** One local day, which has 92, 96 or 100 quarters of an hour. Queues without contacts are left out. */
export interface DayAnswer {
  readonly day: string;
  /** The moments at which the day begins and ends. */
  readonly from: number;
  readonly to: number;
  readonly slotMinutes: number;
  /** With their places in the list of all queues; without names when the request asked for none (`named: false`). */
  readonly queues: readonly (NamedQueue & { readonly place: number; readonly slots: Slots })[];
  /** Contacts that only the scan found. */
  readonly repaired: Slots;
  /**
   * Quarters in which not every contact is counted: shown as "at least", and never compared with held contacts. Left out:
   * there are none.
   */
  readonly atLeast?: readonly number[];
}

/** Up to 35 local days, with one count for each. Queues without contacts are left out. */
export interface DaysAnswer {
  readonly days: readonly string[];
  readonly queues: readonly (NamedQueue & { readonly counts: readonly number[] })[];
  /** Contacts that only the scan found. */
  readonly repaired: readonly number[];
  /** Days of which not every contact is counted: their numbers are shown as "at least". Left out: there are none. */
  readonly atLeast?: readonly string[];
}

/** What injixo and Freshdesk count for a day, and what lies between. */
export interface DifferenceAnswer {
  readonly day: string;
  /** When the daily recheck read Freshdesk's lists, and from which moment on it counted; null until it has. */
  readonly lookedAt: number | null;
  readonly countedFrom: number | null;
  /** Contacts in injixo, by kind; unknown: those of deleted and spam tickets. */
  readonly injixo: {
    readonly tickets: number;
    readonly replies: number;
    readonly unknownTickets: number;
    readonly unknownReplies: number;
  };
  /** True: not every contact of the day is counted, so injixo has at least this many. */
  readonly atLeast?: boolean;
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
  /** Tickets created on the day: those still there, and those deleted or marked as spam since. */
  readonly freshdeskTickets: number | null;
  readonly deletedOrSpam: number | null;
  /**
   * What Freshdesk's Analytics leaves out: of `freshdeskTickets` those with neither a group nor an agent, and of `deletedOrSpam`
   * the spam ones.
   */
  readonly unassigned: number | null;
  readonly spam: number | null;
  /** Customers' tickets of each queue, without Unknown; null: not counted by queue. */
  readonly queues: readonly QueueDifference[] | null;
}

/** Tickets of a queue: those in injixo, and those that Freshdesk has in its group now. */
export interface QueueDifference {
  readonly identifier: string;
  /** Null: injixo has no queue for this group and source. */
  readonly name: string | null;
  readonly injixo: number;
  readonly freshdesk: number;
}

/** A batch that waits for a person, or that a person discarded. */
export interface HeldBatch {
  readonly number: number;
  readonly reason: 'unclear' | 'parked';
  readonly contacts: number;
  /** When it was held. */
  readonly at: number;
  /** When a person discarded it; left out while it is held. */
  readonly decidedAt?: number;
}

/** Batches that wait for a person, and those that a person may still restore. */
export interface HeldAnswer {
  readonly held: readonly HeldBatch[];
  readonly discarded: readonly HeldBatch[];
}

/** The number of a batch. */
export interface BatchNumber {
  readonly number: number;
}

/** A held batch with its contacts, and the code that says why it is held. */
export interface BatchAnswer extends Omit<HeldBatch, 'contacts'> {
  readonly code: string | null;
  /** How many of the contacts that were sent injixo said it accepted; left out when it did not say. */
  readonly confirmed?: { readonly accepted: number; readonly sent: number };
  /**
   * The intervals of 15 minutes with contacts of this batch: how many of it, and how many the app has counted beside it, which is
   * null where that is not fully known. Left out: too many days are concerned.
   */
  readonly slots?: readonly {
    readonly at: number;
    readonly queue: string;
    readonly contacts: number;
    readonly counted: number | null;
  }[];
  /** Each contact with its moment and the name of its queue. */
  readonly contacts: readonly {
    readonly contactId: string;
    readonly at: number;
    readonly queue: string;
    /** True: not every contact of its quarter of an hour is counted, so the volumes say nothing about it. */
    readonly atLeast?: boolean;
  }[];
}

/** One line of the settings check; `code` says why it is not fine. Unknown: it could not be found out. Not entered: and need not be. */
export interface CheckLine {
  readonly check: string;
  readonly result: 'ok' | 'failed' | 'unknown' | 'not entered';
  readonly code: string | null;
}

/** What the settings check found, and when. */
export interface ChecksAnswer {
  readonly at: number;
  readonly checks: readonly CheckLine[];
  /** As the last run stored it; null before the first run. */
  readonly use: LimitsUsed | null;
}

/** The file for support: no personal data, no keys, no names and no ids. */
export interface SupportAnswer {
  readonly file: object;
}
