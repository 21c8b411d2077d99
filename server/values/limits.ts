/**
 * Every number this app keeps to, each with its unit and, in brackets, where it comes from. "LIM" is the vendor's page
 * rate-limits-and-constraints of platform 3.0; "product" was promised to users and "design" decided beforehand
 * (docs/counting.md, docs/architecture.md); "ours" was found while building.
 */
export const LIMITS = {
  /** Key-value operations a minute per installation (LIM), all invocations together. */
  keyValueOpsPerMinute: 50,
  /** Key-value operations a minute that functions for the page may use (design). */
  keyValueOpsForPagePerMinute: 15,
  /** Key-value operations of one run (design: 50 less the page's share, less slack). */
  keyValueOpsPerRun: 32,
  /** Bytes of a key with its value (LIM: 40 KB), less slack for what the platform adds. */
  keyValueBytes: 39_000,
  /** Entity store operations a minute per installation (LIM). */
  entityOpsPerMinute: 250,
  /** Entity operations a run may use when no contacts come in (ours: 250 less slack). */
  entityOpsPerRunMost: 230,
  /** Entity operations a run may use however many contacts come in (ours: less would deliver next to nothing). */
  entityOpsPerRunLeast: 40,
  /** Entity operations a run leaves to each contact it expects in its minute: what comes is not even (ours). */
  entityOpsPerExpectedContact: 1.3,
  /** Milliseconds whose records tell how many contacts a minute come in (ours: a tick). */
  latelyMs: 300_000,
  /** Milliseconds that have to lie between two records before the contacts between them make a rate (ours). */
  latelySpreadMs: 5_000,
  /** Contacts a minute from which one run goes between two ticks, before anything is late (ours: a run delivers about 200). */
  busyContactsPerMinute: 32,
  /** Contacts a minute from which a run goes every minute (ours: a run delivers about 200). */
  crowdedContactsPerMinute: 48,
  /** Entity operations under way at once (ours). */
  entityParallel: 10,

  /** Milliseconds into a run after which no POST to injixo is begun (design: with its time-out, well before the 20 s of LIM). */
  lastPostMs: 9_000,
  /** Milliseconds into a run until which Freshdesk is asked about contacts that wait; then what is known by now is sent (ours: a call in time for `lastPostMs`). */
  lastAskMs: 5_000,
  /** Milliseconds into a run after which nothing new is begun (design). */
  lastWorkMs: 14_000,
  /** Milliseconds injixo may take for a batch (design). */
  injixoTimeoutMs: 8_000,
  /** Milliseconds Freshdesk may take for a call (design). */
  freshdeskTimeoutMs: 4_000,
  /** Milliseconds each check of an installation may take (design; set-up events end at 10 s, vendor's app set-up events page). */
  setupCheckMs: 3_000,
  /** Milliseconds in which the settings check answers what it has just found out (ours: less than it takes to correct a setting). */
  checkAgainMs: 15_000,
  /** Seconds the settings check's last answer is kept (ours: longer than it is given again, and gone soon). */
  checkKeptSeconds: 60,

  /** Seconds a lease lives: at most one run a minute (design). */
  leaseSeconds: 55,
  /** Milliseconds over its end after which a lease that did not expire is taken over (design: 2 minutes). */
  leaseGraceMs: 120_000,
  /** Seconds the mark of a take-over is kept (ours). */
  leaseTakeoverSeconds: 300,

  /** Contacts in one request to injixo (assumed; docs/architecture.md). */
  batchContacts: 200,
  /** Bytes of one request to injixo (assumed). */
  batchBytes: 90_000,
  /** Ledger keys one batch may touch, so that a run can settle it (design). */
  batchLedgerKeys: 6,
  /** Count keys one batch may touch, so that a run can settle it (ours). */
  batchCountKeys: 2,
  /** Ledger keys a run reads before it chooses what to send (ours). */
  ledgerReadsPerRun: 6,
  /** Different contacts refused one after the other that mean the request itself is at fault (injixo's contract; docs/architecture.md). */
  refusedInARow: 3,
  /** Contacts remembered of those that injixo refused alone since it last accepted one (ours; keeps `state` small). */
  refusedRemembered: 50,
  /** Refused contacts remembered until they come up again (ours; keeps `state` small). */
  suspects: 50,
  /** Discarded batches that can be restored (ours). */
  restorable: 50,
  /** Held batches after which sending stops until a person has decided about them (ours; keeps `state` small). */
  heldBatches: 300,
  /** Seconds the record of a held batch is kept once none of its contacts is held (ours: a day). */
  emptyHeldSeconds: 86_400,

  /** Milliseconds from its ticket's creation within which a chat's first message repeats the ticket (product: 10 s). */
  chatFirstMessageMs: 10_000,
  /** Milliseconds any contact waits, so that spam and routing show (product: 60 s). */
  settleMs: 60_000,
  /** Milliseconds a contact without a group waits for one (product: 10 minutes). */
  settleWithoutGroupMs: 600_000,
  /** Milliseconds without anything sent after which the empty request asks injixo whether it is well (design: half an hour). */
  quietMs: 1_800_000,
  /** Milliseconds an answer of injixo keeps the light green (product: an hour). */
  answerBelievedMs: 3_600_000,

  /** Rows of a Freshdesk ticket page (Freshdesk API: at most 100). */
  listRows: 100,
  /** Pages of one ticket list (Freshdesk API: a higher page number is refused). */
  listPages: 300,
  /** List pages of one run (design). */
  listPagesPerRun: 5,
  /** Milliseconds two list windows overlap (design: 5 minutes). */
  listOverlapMs: 300_000,
  /** Milliseconds an event is taken to be late at most when the list is asked for its ticket; later ones are asked for one by one (ours). */
  lateEventMs: 10_800_000,
  /** Tickets not shown by the list that are asked one by one: another page costs as many calls (Freshdesk API: include=stats). */
  asksInsteadOfPage: 3,
  /** Freshdesk calls under way at once (ours). */
  freshdeskParallel: 8,
  /** Freshdesk calls a minute for the account when no answer has said it yet (Freshdesk API: trial). */
  freshdeskCallsPerMinute: 50,
  /** Freshdesk ticket lists a minute for the account when no answer has said it yet (Freshdesk API: Growth). */
  freshdeskListsPerMinute: 20,
  /** Milliseconds for which a `Retry-After` is believed at most (ours: a day). */
  retryAfterMs: 86_400_000,
  /** Milliseconds Freshdesk is left alone when it does not say how long (Freshdesk API: limits are per minute). */
  freshdeskPauseMs: 60_000,
  /** Share of the account's Freshdesk calls this app takes at most (product: half). */
  freshdeskShare: 0.5,
  /** Share of the account's Freshdesk calls that stays untouched for others, however few this app took (ours). */
  freshdeskReserve: 0.1,
  /** Milliseconds group and source names are believed (design: an hour). */
  namesMs: 3_600_000,

  /** Minutes between two ticks; the second when the platform refuses the first (design; the vendor's minimum is undocumented). */
  tickMinutes: [5, 10],
  /** Minutes before the first run of any schedule (vendor: at least 5). */
  scheduleAheadMinutes: 6,
  /** Milliseconds without a run after which nobody delivers, and the page looks for the schedule (ours: two ticks of 10 minutes). */
  tickMissingMs: 1_260_000,
  /** Milliseconds a tick may be late before a run between two ticks looks for the schedule (ours). */
  tickLateMs: 30_000,
  /** Events of which one, by id, looks for a lost schedule (design: twenty). */
  scheduleCheckEvery: 20,

  /** Milliseconds a contact has to be old before the scan calls it missing (design: 15 minutes). */
  scanAgeMs: 900_000,
  /** Milliseconds a live window reaches at least while one page shows it (ours: with each tick). */
  smallWindowMs: 240_000,
  /** Milliseconds a live window reaches at least when it takes several pages (ours: with every fourth tick, to save calls). */
  largeWindowMs: 1_140_000,
  /** Milliseconds a live window reaches at least when it takes many pages (ours: with every eighth tick, to save calls). */
  widestWindowMs: 2_400_000,
  /** Changed tickets a minute from which a window takes many pages (ours). */
  rowsForWidestWindow: 15,
  /** Share of a page up to which a window is expected to need no second one (ours). */
  onePageShare: 0.8,
  /** Milliseconds after which the scan is behind (ours: what is too young, the widest window, and half an hour to walk it). */
  scanBehindMs: 5_400_000,
  /** Milliseconds between two looks at spam and at deleted tickets (design: an hour). */
  trashEveryMs: 3_600_000,
  /** Milliseconds after the account's midnight before the deep pass over the day begins (ours). */
  deepDelayMs: 3_600_000,
  /** Milliseconds between two looks whether the key still sees all tickets (ours). */
  scopeEveryMs: 3_600_000,
  /** Tickets of one list page whose conversations a run of the scan asks for (ours). */
  scanTicketsToAsk: 60,
  /** The same for the deep pass, which has time (ours). */
  deepTicketsToAsk: 25,
  /** Rows of a page of conversations (Freshdesk API: at most 100). */
  conversationRows: 100,
  /** Pages of conversations of one ticket (Freshdesk API: 100 rows a page, 300 pages at most). */
  conversationPages: 300,
  /** Ledger keys one run opens for the scan (ours). */
  scanKeysPerRun: 8,
  /** Of these, what is left for settling finds while rows are looked at (ours). */
  scanKeysForFinds: 2,
  /** Key-value operations set aside for what has to stay possible, each for one purpose (ours). A run asks by these names. */
  reserves: {
    /** What ends every run: the batch in flight, state, overview. */
    close: 3,
    /** Around a POST: the batch noted, its outcome, and one to spare for an outcome that has to be written again. */
    settle: 3,
    /** A held batch that is sent again: its record read and written, and the list of held batches. */
    heldBatch: 3,
    /** Holding refused contacts: the batch noted, the held record, state, and clearing it afterwards. */
    hold: 5,
    /** Besides two for each ledger key, what sends what was found and ends the run. */
    ledger: 14,
    /** A command about a held batch, or about the import, which must not wait for the import to leave some over. */
    heldCommand: 20,
    importCommand: 6,
    /** Counting what Freshdesk's lists show: reading, writing, a day, the end. */
    dayCount: 8,
    /** What may follow when a person is told by a ticket: its two contacts in the ledger, state, overview. */
    alert: 4,
    /** The import's part of a run: record, its replies, two keys, names; and its end, with a held batch and state. */
    import: 8,
    importEnd: 5,
  },
  /** Contacts the scan keeps until a run can settle them: about 60 bytes each (ours). */
  foundContacts: 450,

  /** Years (of 366 days) before the installation from which a history may begin (product). */
  historyYears: 3,
  /** Days at its beginning among which the plan looks for the first ticket (ours: longer than any weekend). */
  historyPlanDays: 7,
  /** Key-value operations the history may use in a run, so that live contacts find the minute after it open (ours). */
  historyOpsPerRun: 22,
  /** The same while many contacts come in (ours). */
  historyOpsPerBusyRun: 15,
  /** Contacts a minute that are many beside a history (ours). */
  historyBusyContacts: 5,
  /** Milliseconds into a run until which the history reads from Freshdesk; then it sends (ours). */
  historyReadMs: 6_000,
  /** Freshdesk calls kept back for names while conversations are read: what cannot be named is read in vain (ours: one for all names, some for groups that are gone). */
  historyCallsForNames: 4,
  /** Freshdesk calls of the history under way at once (ours). */
  historyParallel: 12,
  /** The same while the minute has no room for a batch yet: what is read too soon is read in vain (ours). */
  historyParallelEarly: 4,
  /** Rows of a page whose conversations are asked for together (ours). */
  historyRowsAtOnce: 30,
  /** Pages of one ticket's conversations read in one run; a longer ticket goes on in the next (ours). */
  historyConversationPages: 10,
  /** Ticket list pages of the history in one run (ours: as many as half of the Pro plan's calls serve). */
  historyPagesPerRun: 8,
  /** Contacts that injixo refused alone and that wait until another was accepted (ours; keeps the record small). */
  historyLate: 20,
  /** Parts of the list of sent replies that a run can read to look up a ticket that moved (ours: 20 x 6,000 replies). */
  historyReplyParts: 12,
  /** Characters of one part of it (ours: 40 KB less slack and one run's replies). */
  historyReplyCharacters: 30_000,

  /** Tickets in one ledger key: four bits each make 33 KB of base64 (design). */
  ticketsPerKey: 50_000,
  /** Replies in one ledger key (design: about 2,000 in 40 KB). */
  repliesPerKey: 1_500,
  /** Bytes of the queues under one key (ours: a value holds 40 KB with its key). */
  queuesBytesPerKey: 36_000,
  /** Bytes of a batch note without its batch, above which a run sends nothing more (ours: 200 contacts take 20 KB). */
  noteBytesBesidesBatch: 12_000,
  /** Bytes an answer of injixo may have (ours: a page of HTML, and to spare). */
  injixoAnswerBytes: 1_000_000,
  /** Bytes an answer of Freshdesk may have (ours: a page of 100 tickets is about 300 KB, and texts can be long). */
  freshdeskAnswerBytes: 20_000_000,

  /** Hours one counts key spans (design). */
  countsHours: 3,
  /** Minutes one slot of a counts key spans (design: injixo's interval). */
  countsSlotMinutes: 15,
  /** Seconds counts, daily sums and Freshdesk's own counts are kept (design: 35 days). */
  countsSeconds: 3_024_000,
  /** Days of which the trend keeps sums (design). */
  trendDays: 35,
  /** Queues of one of the trend's keys (ours: 35 counts of each make 35 KB). */
  trendQueuesPerKey: 250,
  /** Milliseconds the account's time zone is believed (ours: a day). */
  zoneMs: 86_400_000,
  /** Seconds a count of a day's tickets is kept, which a deep pass may take some runs for (ours: two days). */
  tallySeconds: 172_800,

  /** Milliseconds a matter has to last before a person is told by a ticket (product: 15 minutes). */
  alertAfterMs: 900_000,
  /** Milliseconds between two attempts to tell when one failed (product: at most one an hour). */
  alertAgainMs: 3_600_000,
  /** Milliseconds an open alert ticket of an earlier installation may be old, to be written on instead of opening another (ours: a year). */
  alertTicketsMs: 31_536_000_000,
  /** Milliseconds after which Freshdesk shows what an attempt made (Freshdesk API: the search index lags by minutes). */
  alertShownMs: 1_200_000,
  /** Milliseconds by which Freshdesk's clock may be behind the platform's (ours). */
  alertClockMs: 600_000,
} as const;
