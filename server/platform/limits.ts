/**
 * Every number this app keeps to, each with its unit and where it comes from.
 * "LIM" is the vendor's page rate-limits-and-constraints of platform 3.0; "ours" is a choice explained in docs/architecture.md.
 */
export const LIMITS = {
  /** Key-value operations a minute per installation (LIM), all invocations together. */
  keyValueOpsPerMinute: 50,
  /** Of those, what page functions may use (ours). */
  keyValueOpsForPagePerMinute: 15,
  /** Key-value operations of one run (ours: 50 less the page's share, less slack). */
  keyValueOpsPerRun: 32,
  /** Bytes of a key with its value (LIM: 40 KB), less slack for what the platform adds. */
  keyValueBytes: 39_000,
  /** Entity store operations a minute per installation (LIM). */
  entityOpsPerMinute: 250,
  /** Entity operations a run may use when no contacts come in, and at least however many do (ours). */
  entityOpsPerRunMost: 230,
  entityOpsPerRunLeast: 40,
  /** Contacts a minute from which a run goes between two ticks, before anything is late, and from which one goes every minute (ours: a run delivers about 200). */
  busyContactsPerMinute: 32,
  crowdedContactsPerMinute: 48,
  /** How much room a run leaves for each contact it expects in its minute: what comes is not even (ours). */
  entityOpsPerExpectedContact: 1.3,
  /** Entity operations under way at once (ours). */
  entityParallel: 10,
  /** Records a listing is expected to give (undocumented; the less friendly reading). */
  entityPageRecords: 20,

  /** Milliseconds after which the platform ends an invocation (LIM); nothing below comes near it. */
  invocationMs: 20_000,
  /** No POST to injixo is begun later than this into a run (ours). */
  lastPostMs: 9_000,
  /** Nothing new is begun later than this into a run (ours). */
  lastWorkMs: 14_000,
  /** How long injixo may take for a batch (ours). */
  injixoTimeoutMs: 8_000,
  /** How long Freshdesk may take for a call (ours). */
  freshdeskTimeoutMs: 4_000,
  /** How long each check of an installation may take; set-up events end at 10 s (vendor's app set-up events page). */
  setupCheckMs: 3_000,
  /** Milliseconds in which the settings check answers what it has just found out, and seconds that is kept (ours: less than it takes to correct a setting). */
  checkAgainMs: 15_000,
  checkKeptSeconds: 60,

  /** Seconds a lease lives: at most one run a minute (ours). */
  leaseSeconds: 55,
  /** Milliseconds over its end after which a lease that did not expire is taken over (ours). */
  leaseGraceMs: 120_000,
  /** Seconds the mark of a take-over is kept (ours). */
  leaseTakeoverSeconds: 300,

  /** Contacts in one request to injixo (assumed; docs/architecture.md). */
  batchContacts: 200,
  /** Bytes of one request to injixo (assumed). */
  batchBytes: 90_000,
  /** Ledger keys and count keys one batch may touch, so that a run can settle it (ours). */
  batchLedgerKeys: 6,
  batchCountKeys: 2,
  /** Ledger keys a run reads before it chooses what to send (ours). */
  ledgerReadsPerRun: 6,
  /** Different contacts refused one after the other that mean the request itself is at fault (injixo contract table). */
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

  /** Milliseconds any contact waits, so that spam and routing show (product: 60 s). */
  settleMs: 60_000,
  /** Milliseconds a contact without a group waits for one (product: 10 minutes). */
  settleWithoutGroupMs: 600_000,
  /** Milliseconds without anything sent after which the empty request asks injixo whether it is well (product: half an hour). */
  quietMs: 1_800_000,

  /** Rows of a Freshdesk ticket page (Freshdesk API: at most 100). */
  listRows: 100,
  /** Pages of one ticket list (Freshdesk API: a higher page number is refused). */
  listPages: 300,
  /** List pages of one run (ours). */
  listPagesPerRun: 5,
  /** Milliseconds two list windows overlap (ours). */
  listOverlapMs: 300_000,
  /** Tickets not shown by the list that are asked one by one rather than by another page, which costs 3 calls (Freshdesk API: include=stats). */
  asksInsteadOfPage: 3,
  /** Freshdesk calls under way at once (ours). */
  freshdeskParallel: 8,
  /** Freshdesk calls a minute for the account when no answer has said it yet (Freshdesk API: trial). */
  freshdeskCallsPerMinute: 50,
  /** The same for ticket lists (Freshdesk API: Growth). */
  freshdeskListsPerMinute: 20,
  /** Milliseconds Freshdesk is left alone when it does not say how long (Freshdesk API: limits are per minute). */
  freshdeskPauseMs: 60_000,
  /** Share of the account's Freshdesk calls this app takes at most (product: half), and what it leaves untouched for others. */
  freshdeskShare: 0.5,
  freshdeskReserve: 0.1,
  /** Milliseconds group and source names are believed (design: an hour). */
  namesMs: 3_600_000,

  /** Minutes between two ticks; the second when the platform refuses the first (vendor: scheduled events; minimum undocumented). */
  tickMinutes: [5, 10],
  /** Minutes before the first run of any schedule (vendor: at least 5). */
  scheduleAheadMinutes: 6,
  /** Milliseconds without a run after which the page looks for the schedule (ours). */
  tickMissingMs: 1_260_000,
  /** Milliseconds a tick may be late before a run between two ticks looks for the schedule (ours). */
  tickLateMs: 30_000,
  /** Of how many events one looks for a lost schedule (design: twenty). */
  scheduleCheckEvery: 20,

  /** Milliseconds a contact has to be old before the scan calls it missing (design: 15 minutes). */
  scanAgeMs: 900_000,
  /** How far a live window reaches at least: while one page shows it, when it takes several, and when it takes many (ours: cost an hour). */
  smallWindowMs: 240_000,
  largeWindowMs: 1_140_000,
  widestWindowMs: 2_400_000,
  /** Changed tickets a minute from which a window takes many pages (ours). */
  rowsForWidestWindow: 15,
  /** Share of a page up to which a window is expected to need no second one (ours). */
  onePageShare: 0.8,
  /** Milliseconds between two looks at spam and at deleted tickets (design: an hour). */
  trashEveryMs: 3_600_000,
  /** Milliseconds after the account's midnight before the deep pass over the day begins (ours). */
  deepDelayMs: 3_600_000,
  /** Milliseconds between two looks whether the key still sees all tickets (ours). */
  scopeEveryMs: 3_600_000,
  /** Conversation calls of one run for the scan, and for the deep pass, which has time (ours). */
  scanConversationsPerRun: 60,
  deepConversationsPerRun: 25,
  /** Rows of a page of conversations (Freshdesk API: at most 100). */
  conversationRows: 100,
  /** Pages of conversations of one ticket (Freshdesk API: 100 rows a page, 300 pages at most). */
  conversationPages: 300,
  /** Ledger keys one run opens for the scan (ours). */
  scanKeysPerRun: 8,
  /** Of these, what is left for settling finds while rows are looked at (ours). */
  scanKeysForFinds: 2,
  /** Operations a run needs besides two for each ledger key, to send what it found and to end (ours). */
  opsBesidesLedger: 14,
  /** Operations that end a run whatever happened: note, state, overview (ours). */
  opsToEnd: 3,
  /** Contacts the scan keeps until a run can settle them: about 60 bytes each (ours). */
  foundContacts: 450,

  /** Years (of 366 days) before the installation from which a history may begin (issue: more than 3 are refused). */
  historyYears: 3,
  /** Days at its beginning among which the plan looks for the first ticket (ours: longer than any weekend). */
  historyPlanDays: 7,
  /** Key-value operations the history may use in a run, so that live contacts find the minute after it open (ours). */
  historyOpsPerRun: 22,
  /** The same while so many contacts a minute come in (ours). */
  historyOpsPerBusyRun: 15,
  historyBusyContacts: 5,
  /** Operations without which the history does not begin its part of a run: record, its replies, two keys, names (ours). */
  historyOpsToBegin: 8,
  /** Operations that end the history's part of a run: outcome, list of replies, record; held batch and state when one is unclear (ours). */
  opsToEndHistory: 5,
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
  /** Bytes injixo's and Freshdesk's answers may have (ours: a page of 100 tickets is about 300 KB). */
  injixoAnswerBytes: 1_000_000,
  freshdeskAnswerBytes: 20_000_000,
  /** Seconds counts are kept: 35 days (design). */
  countsSeconds: 3_024_000,
  /** Milliseconds the account's time zone is believed (ours: a day). */
  zoneMs: 86_400_000,
  /** Operations without which a run counts nothing of what Freshdesk's lists show: reading, writing, a day, the end (ours). */
  opsToTally: 8,
  /** Seconds a count of a day's tickets is kept, which a deep pass may take some runs for (ours: two days). */
  tallySeconds: 172_800,
  /** Days of which the trend keeps sums (design: 35), and queues of one of its keys (ours: 35 counts of each make 35 KB). */
  trendDays: 35,
  trendQueuesPerKey: 250,
  /** Bytes of a batch note without its batch, above which a run sends nothing more (ours: 200 contacts take 20 KB). */
  noteBytesBesidesBatch: 12_000,
  /** Hours one counts key spans, minutes one of its slots spans (design). */
  countsHours: 3,
  countsSlotMinutes: 15,
  /** Key-value operations that may follow when somebody is told by a ticket: its two contacts in the ledger, state, overview (ours). */
  opsToAlert: 4,
  /** How old an open alert ticket of an earlier installation may be, to be written on instead of opening another (ours: a year). */
  alertTicketsMs: 31_536_000_000,
  /** Milliseconds after which Freshdesk shows what an attempt made (Freshdesk API: the search index lags by minutes). */
  alertShownMs: 1_200_000,
  /** Milliseconds by which Freshdesk's clock may be behind the platform's (ours). */
  alertClockMs: 600_000,
  /** Characters of a sentence that refuses an installation (vendor's app set-up events page). */
  setupSentenceCharacters: 60,
} as const;
