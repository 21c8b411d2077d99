/**
 * All limits of the app, each with its unit and, in brackets, its origin. "LIM" is the vendor's page
 * rate-limits-and-constraints of platform 3.0; "product" is a promise to users and "design" a decision in advance
 * (docs/counting.md, docs/architecture.md); "ours" was measured or chosen while building.
 */
export const LIMITS = {
  /** Key-value operations a minute per installation (LIM), all invocations together. */
  keyValueOpsPerMinute: 50,
  /** Key-value operations a minute for the functions of the page (design). */
  keyValueOpsForPagePerMinute: 15,
  /** Milliseconds after which the schedule that keeps the outcome of a batch fires (design: a day). */
  outcomeKeptMs: 86_400_000,
  /** Key-value operations of one run (design: 50 less the page's share, less slack). */
  keyValueOpsPerRun: 32,
  /** Bytes of a key with its value (LIM: 40 KB), less slack for what the platform adds. */
  keyValueBytes: 39_000,
  /** Bytes from which `state` and `overview` shrink before they are written (design: 38 KB). */
  stateBytes: 38_000,
  /** Entity store operations a minute per installation (LIM). */
  entityOpsPerMinute: 250,
  /** Entity operations a run may use when no contacts come in (ours: 250 less slack). */
  entityOpsPerRunMost: 230,
  /** Entity operations a run may use however many contacts come in (ours: less would deliver next to nothing). */
  entityOpsPerRunLeast: 40,
  /** Entity operations a run leaves to each expected contact: they do not come evenly (ours). */
  entityOpsPerExpectedContact: 1.1,
  /** Milliseconds whose records give the rate of new contacts (ours: a tick). */
  latelyMs: 300_000,
  /** Milliseconds between two records from which they give a rate (ours). */
  latelySpreadMs: 5_000,
  /** Milliseconds after something was recorded or found in which runs are planned for every minute (design: 30 minutes). */
  livelyMs: 1_800_000,
  /** Milliseconds before the installation from which a stored record is of an earlier one (product: 10 minutes, for clocks differ). */
  leftoverMs: 600_000,
  /** One of so many of a run's entity operations always goes into reading the outbox (ours). */
  outboxReadShare: 10,
  /** Ids of undeleted records that the state keeps (ours: what the runs of some minutes leave; a few KB). */
  undeletedRecords: 300,
  /** Milliseconds that deleting the records of a run takes at most, usually (ours). */
  deletingMs: 500,
  /** Milliseconds for which the outbox is read even when all that was read can be delivered (ours: leaves time to ask Freshdesk). */
  outboxReadMs: 2_000,
  /** Entity operations under way at once (ours). */
  entityParallel: 10,
  /** Pages of the outbox in which a run looks for the oldest record (ours: with `entityOpsPerRunMost`, no more than a minute has). */
  oldestRecordPages: 20,

  /** Milliseconds into a run after which no POST to injixo is begun (design: with its time-out, well before the 20 s of LIM). */
  lastPostMs: 9_000,
  /** Milliseconds into a run until which Freshdesk is asked about waiting contacts; then the known ones are sent (ours: a call in time for `lastPostMs`). */
  lastAskMs: 5_000,
  /** Milliseconds into a run after which nothing new is begun (design). */
  lastWorkMs: 14_000,
  /** Milliseconds injixo may take for a batch (design). */
  injixoTimeoutMs: 8_000,
  /** Milliseconds Freshdesk may take for a call (design). */
  freshdeskTimeoutMs: 4_000,
  /** Milliseconds each check of an installation may take (design; set-up events end at 10 s, vendor's app set-up events page). */
  setupCheckMs: 3_000,
  /** Milliseconds for which the settings check repeats its last answer (ours: less than correcting a setting takes). */
  checkAgainMs: 15_000,
  /** Seconds the last answer of the settings check is kept (ours: longer than `checkAgainMs`). */
  checkKeptSeconds: 60,

  /** Seconds a lease lives: at most one run a minute (design). */
  leaseSeconds: 55,
  /** Milliseconds after its end from which a lease that did not expire is taken over (design: 2 minutes). */
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
  /** Different contacts refused in a row from which the request itself is at fault (injixo's contract; docs/architecture.md). */
  refusedInARow: 3,
  /** Refusals remembered at each stage; beyond it the oldest of the stage is forgotten (ours; keeps `state` small). */
  refusals: 50,
  /** Discarded batches that can be restored (ours). */
  restorable: 50,
  /** Held batches from which nothing more is held: sending stops until some are resolved (ours; keeps `state` small). */
  heldBatches: 300,
  /** Batch numbers left out when the record of the last one is lost (ours: more than one run can have used). */
  batchNumbersSkipped: 100,
  /** Seconds the record of a held batch is kept once none of its contacts is held (ours: a day). */
  emptyHeldSeconds: 86_400,

  /** Milliseconds from its ticket's creation within which a chat's first message repeats the ticket (product: 10 s). */
  chatFirstMessageMs: 10_000,
  /** Milliseconds every contact waits for spam marks and routing rules (product: 60 s). */
  settleMs: 60_000,
  /** Milliseconds a contact without a group waits for one (product: 10 minutes). */
  settleWithoutGroupMs: 600_000,
  /** Milliseconds without a batch after which the empty request checks injixo (design: half an hour). */
  quietMs: 1_800_000,
  /** Milliseconds ahead of the app's clock up to which a contact's date is believed by statistics (product: a day). */
  dateAheadMs: 86_400_000,
  /** Milliseconds after which contacts without a name, or without a place to be recorded, need a person (product: 15 minutes). */
  hindranceMs: 900_000,
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
  /** Oldest event, in ms, that still widens the list query; older tickets are fetched one by one (ours). */
  lateEventMs: 10_800_000,
  /** Unlisted tickets that are fetched one by one: another page costs as many calls (Freshdesk API: include=stats). */
  asksInsteadOfPage: 3,
  /** Freshdesk calls under way at once (ours). */
  freshdeskParallel: 8,
  /** Freshdesk calls a minute for the account until an answer tells it (Freshdesk API: trial). */
  freshdeskCallsPerMinute: 50,
  /** Freshdesk ticket lists a minute for the account until an answer tells it (Freshdesk API: Growth). */
  freshdeskListsPerMinute: 20,
  /** Longest `Retry-After`, in ms (ours: a day). */
  retryAfterMs: 86_400_000,
  /** Milliseconds without calls after a 429 without `Retry-After` (Freshdesk API: limits are per minute). */
  freshdeskPauseMs: 60_000,
  /** Share of the account's Freshdesk calls this app takes at most (product: half). */
  freshdeskShare: 0.5,
  /** Share of the account's Freshdesk calls that is always left to others (ours). */
  freshdeskReserve: 0.1,
  /** Credits from which a limit is taken for an hour's until it was seen to be a minute's (design; Freshdesk API: 3,000 or 5,000 an hour in older accounts). */
  freshdeskHourTotal: 1_500,
  /** Share of the app's part of an hour's limit that may be used at once; the rest comes back evenly (ours: an import leaves live contacts calls at any time). */
  freshdeskHourBurst: 0.3,
  /** Milliseconds within which a rest that rises by a tenth shows that a period ended (design). */
  freshdeskRefillMs: 120_000,
  /** Two such rises closer than this show a limit of a minute, in ms (ours: half of an hour's limit's period). */
  freshdeskRefillsApartMs: 1_800_000,
  /** Milliseconds group and source names are cached (design: an hour). */
  namesMs: 3_600_000,
  /** Names that a person gives in one go (ours: the page offers 50 that are missing, and those that can be changed). */
  namesAtOnce: 100,
  /** Missing names that the page shows (design). */
  namesShown: 50,
  /** Share of the names that is kept, the newest, when they do not fit into one value (ours: about 800 fit). */
  namesKeptShare: 0.9,

  /** Minutes between two ticks; the second when the platform refuses the first (design; the vendor's minimum is undocumented). */
  tickMinutes: [5, 10],
  /** Minutes before the first run of any schedule (vendor: at least 5). */
  scheduleAheadMinutes: 6,
  /** Milliseconds without a tick after which the schedule is looked at, and the youngest that is made anew (design: 21 minutes, two ticks of 10). */
  tickMissingMs: 1_260_000,
  /** Milliseconds a tick may be late before a run between two ticks looks for the schedule (ours). */
  tickLateMs: 30_000,
  /** One of so many events, by id, looks whether ticks still come (design: twenty). */
  scheduleCheckEvery: 20,

  /** Age in ms from which the scan calls a contact missing (design: 15 minutes). */
  scanAgeMs: 900_000,
  /** The same in ms where no event can be recorded (product: the settle window). */
  scanAgeAloneMs: 60_000,
  /** Milliseconds of silence from which the account counts as one without an entity store (ours: a tick). */
  storeSilentMs: 300_000,
  /** Shortest live window in ms there (ours: less than the time between two runs). */
  scanEveryRunMs: 30_000,
  /** Shortest live window in ms while one page shows it (ours: with each tick). */
  smallWindowMs: 240_000,
  /** Shortest live window in ms when it takes several pages (ours: every fourth tick, to save calls). */
  largeWindowMs: 1_140_000,
  /** Shortest live window in ms when it takes many pages (ours: every eighth tick, to save calls). */
  widestWindowMs: 2_400_000,
  /** Changed tickets a minute from which a window takes many pages (ours). */
  rowsForWidestWindow: 15,
  /** Share of a page up to which a window is expected to fit one page (ours). */
  onePageShare: 0.8,
  /** Milliseconds after which the scan is behind (ours: the age of missing contacts, the widest window, and half an hour to read it). */
  scanBehindMs: 5_400_000,
  /** Milliseconds between two scans of spam and of deleted tickets (design: an hour). */
  trashEveryMs: 3_600_000,
  /** Milliseconds after the account's midnight at which the daily recheck begins (ours). */
  deepDelayMs: 3_600_000,
  /** Milliseconds between two checks that the key still sees all tickets (ours). */
  scopeEveryMs: 3_600_000,
  /** Tickets of one list page whose conversations a run of the scan reads (ours). */
  scanTicketsToAsk: 60,
  /** The same for the daily recheck, which is not urgent (ours). */
  deepTicketsToAsk: 25,
  /** Rows of a page of conversations (Freshdesk API: at most 100). */
  conversationRows: 100,
  /** Share of a run's Freshdesk calls that one ticket may take: a long one goes on in the next run (ours: a quarter). */
  ticketShare: 0.25,
  /** The fewest of them: a ticket goes on one page before where it stopped (ours). */
  ticketCallsLeast: 2,
  /** Tickets that are set aside at once because they cannot be read (design: 50). */
  setAside: 50,
  /** Tickets set aside up to which those in spam or trash are too (ours: half; an account may hide some of these for good). */
  setAsideTrash: 25,
  /** Runs in which a ticket fails before it is set aside (design: three that follow each other). */
  setAsideRuns: 3,
  /** Milliseconds after which a ticket that is set aside is tried again (product: an hour). */
  setAsideAgainMs: 3_600_000,
  /** Tickets that are tried again in one run (ours: 50 in an hour of ticks, with some to spare). */
  setAsidePerRun: 5,
  /** Different tickets that fail alike in a row, from which the call itself fails (design: three). */
  alikeTickets: 3,
  /** Milliseconds for which a scan that stands is shown after its last try (ours: two ticks of 10 minutes). */
  standstillMs: 1_260_000,
  /** How often a ticket whose pages of conversations move while it is read is begun again (ours: it must not hold up the others). */
  conversationsAgain: 3,
  /** Pages of one ticket's conversations that may name a next one (ours: Freshdesk refuses its 301st, which sets the ticket aside). */
  conversationPages: 1_000,
  /** Ledger keys one run loads for the scan (ours). */
  scanKeysPerRun: 8,
  /** Of these, how many are left for settling missing contacts while rows are read (ours). */
  scanKeysForMissing: 2,
  /** Key-value operations reserved for one purpose each (ours). */
  reserves: {
    /** What ends every run: the batch in flight, state, overview. */
    close: 3,
    /** One part of the trend, read and written. */
    trend: 2,
    /** Around a POST: the batch stored in flight, its outcome, and one to spare for an outcome that has to be written again. */
    settle: 3,
    /** A held batch that is sent again: its record read and written, and the list of held batches. */
    heldBatch: 3,
    /** Holding refused contacts: the batch stored in flight, the held record, state, and clearing it afterwards. */
    hold: 5,
    /** Besides two for each ledger key: sending the contacts and ending the run. */
    ledger: 14,
    /** After a crowded hour was read for one contact alone: sending it without statistics, and ending the run. */
    ledgerAlone: 9,
    /** A command about a held batch, or about the import: neither waits for the import to leave operations. */
    heldCommand: 20,
    importCommand: 8,
    /** Names that a person gave: all names read and written, the command taken out, and the end of the run. */
    nameCommand: 6,
    /** Counting what Freshdesk's lists show: reading, writing, a day, the end. */
    dayCount: 8,
    /** After a notification: the ticket's two contacts in the ledger, state, overview. */
    alert: 4,
    /** The import's part of a run: record, its replies, two that may have to be created, two keys, names; and its end, with a held batch and state. */
    import: 10,
    importEnd: 5,
  },
  /** Queues of a day whose tickets the daily recheck counts: about 22 bytes each, and a count holds several days (ours). */
  dayCountQueues: 300,
  /** Missing contacts the scan keeps until a run settles them: about 60 bytes each (ours). */
  foundContacts: 450,

  /** Years (of 366 days) before the installation from which a history may begin (product). */
  historyYears: 3,
  /** Days at its beginning among which the plan looks for the first ticket (ours: longer than any weekend). */
  historyPlanDays: 7,
  /** Key-value operations of the history in a run, so that live contacts have some in the next minute (ours). */
  historyOpsPerRun: 22,
  /** The same while many contacts come in (ours). */
  historyOpsPerBusyRun: 15,
  /** Contacts a minute from which a run with a history is busy (ours). */
  historyBusyContacts: 5,
  /** Milliseconds into a run until which the history reads from Freshdesk; then it sends (ours). */
  historyReadMs: 6_000,
  /** Freshdesk calls reserved for names while conversations are read (ours: one for all names, one for a group that is gone; a name that is not asked in time waits for the next run). */
  callsForNames: 2,
  /** Freshdesk calls from which the history lists another page in a run (ours: its list, and a third of its rows). */
  callsForPage: 20,
  /** Freshdesk calls of the history under way at once (ours). */
  historyParallel: 12,
  /** The same while the minute has no operations for a batch yet (ours). */
  historyParallelEarly: 4,
  /** Pages of one ticket's conversations read in one run; a longer ticket goes on in the next (ours). */
  historyConversationPages: 10,
  /** Ticket list pages of the history in one run (ours: spam and deleted tickets cost no other calls, so their pages alone fill a run). */
  historyPagesPerRun: 14,
  /** Deferred contacts: injixo refused them alone, and they wait until another was accepted (ours; keeps the record small). */
  historyDeferred: 20,
  /** Parts of the list of sent replies that a run can read to look up a ticket that moved (ours: 20 x 6,000 replies). */
  historyReplyParts: 12,
  /** Characters of one part of it (ours: 40 KB less slack and one run's replies). */
  historyReplyCharacters: 30_000,

  /** Tickets whose facts one key holds (design: at most 9 characters each and some slack). */
  factsTicketsPerKey: 3_000,
  /** Groups that the facts of one key tell apart (ours: 15 characters each). */
  factsGroups: 400,
  /** Sources that they tell apart (ours: one character). */
  factsSources: 64,
  /** Milliseconds for which a key keeps what an update changed: another of the same second may come late (ours: an hour). */
  factsRecentMs: 3_600_000,
  /** Updates of which a key keeps that (ours: 25 characters each). */
  factsRecent: 100,
  /** Seconds facts are kept after the last write of their key (product: 90 days). */
  factsSeconds: 7_776_000,
  /** Keys of facts that a run opens (design), and of these, how many it opens only to add facts (ours). */
  factsKeysPerRun: 4,
  factsKeysToAdd: 2,
  /** Tickets whose facts wait for a write of their key (ours: 35 characters each). */
  factsNew: 900,
  /** Contacts under one key of those that wait (ours: 45 characters each). */
  waitingPerKey: 750,
  /** Numbers by which a ticket's facts name such a key (ours: two characters). */
  waitingKeyNumbers: 4_096,
  /** Missing names that the state lists, and queues for each name (ours; keeps `state` small). */
  neededNames: 60,
  neededQueues: 6,
  /** Keys of waiting contacts that a run reads (ours). */
  waitingKeysPerRun: 2,
  /** Tickets remembered for which facts came (ours; keeps `state` small). */
  cameTickets: 200,
  /** Milliseconds a reply waits for the facts of its ticket (product: 24 hours). */
  factsWaitMs: 86_400_000,
  /** Entity operations a run leaves to each expected record in the live way (ours: an update of a ticket is one too). */
  entityOpsPerExpectedFact: 1.1,
  /** One of so many of a live run's entity operations may go into reading the outbox to its end (ours). */
  outboxReadShareLive: 3,
  /** Keys of chats that a run opens (ours). */
  chatKeysPerRun: 2,
  /** Seconds for which requester and creation of a chat are kept (design: a day). */
  chatSeconds: 86_400,
  /** Tickets whose requester and creation one key holds (design). */
  chatTicketsPerKey: 1_000,
  /** Tickets in one ledger key: four bits each make 33 KB of base64 (design). */
  ticketsPerKey: 50_000,
  /** Milliseconds from a full hour within which a reply is looked up in both hours (design: two seconds). */
  replyTimeMs: 2_000,
  /** Replies in one ledger key (design: about 2,000 in 40 KB). */
  repliesPerKey: 1_500,
  /** Parts among which a crowded hour goes on by conversation id (design). */
  repliesSpread: 64,
  /** Bytes of the queues under one key (ours: a value holds 40 KB with its key). */
  queuesBytesPerKey: 36_000,
  /** Bytes of the record `in_flight` without its batch, above which a run sends nothing more (ours: 200 contacts take 20 KB). */
  inFlightBytesBesidesBatch: 12_000,
  /** Bytes an answer of injixo may have (ours: more than a page of HTML). */
  injixoAnswerBytes: 1_000_000,
  /** Bytes an answer of Freshdesk may have (ours: a page of 100 tickets is about 300 KB, and texts can be long). */
  freshdeskAnswerBytes: 20_000_000,

  /** Bytes of the counts of a day under one key (ours: 40 KB less slack); a queue takes about 300 of a busy day. */
  countsBytesPerKey: 38_000,
  /** Parts of a day's counts (ours: 500 queues with contacts in every interval take four). */
  countsParts: 6,
  /** Counts that are read to compare a held batch with (ours: beside the batch and its queues within what the page may cost). */
  heldCountReads: 6,
  /** Minutes one slot of a counts key spans (design: injixo's interval). */
  countsSlotMinutes: 15,
  /** Seconds counts, daily sums and Freshdesk's own counts are kept (design: 35 days). */
  countsSeconds: 3_024_000,
  /** Milliseconds for which the page names records that the store lost and rows that cannot be read (ours: 35 days, like the counts). */
  lostShownMs: 3_024_000_000,
  /** Rows that cannot be read whose places are remembered, so that each counts once (ours: under 1 KB of the state). */
  unreadablePlaces: 20,
  /** Days of which the trend keeps sums (design). */
  trendDays: 35,
  /** Operations that a run has left when it adds to the trend, for the next one (ours), and how many runs' sums wait at most. */
  opsLeftForTrend: 10,
  trendRunsWaiting: 5,
  /** Queues of one of the trend's keys (ours: 35 counts of each make 35 KB). */
  trendQueuesPerKey: 250,
  /** Entries of the activity under one key (design); as many stay in the state and ride in the overview. */
  activityPerKey: 50,
  /** Seconds that entries of the activity are kept (product: 30 days). */
  activitySeconds: 2_592_000,
  /** Entries that stay in a state that is too large. */
  activityLeast: 10,
  /** Milliseconds the account's time zone is cached (ours: a day). */
  zoneMs: 86_400_000,
  /** Seconds a day count under way is kept: a daily recheck can take several runs (ours: two days). */
  tallySeconds: 172_800,

  /** Milliseconds an issue lasts before a ticket notifies the person (product: 15 minutes). */
  alertAfterMs: 900_000,
  /** Milliseconds between two attempts to notify when one failed (product: at most one an hour). */
  alertAgainMs: 3_600_000,
  /** Oldest open alert ticket of an earlier installation, in ms, that gets the note instead of a new ticket (ours: a year). */
  alertTicketsMs: 31_536_000_000,
  /** Milliseconds after which Freshdesk shows a created ticket or note (Freshdesk API: the search index lags by minutes). */
  alertShownMs: 1_200_000,
  /** Milliseconds by which Freshdesk's clock may be behind the platform's (ours). */
  alertClockMs: 600_000,
} as const;
