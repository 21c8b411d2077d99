import { LIMITS } from '../platform/limits';
import { startWalk, type Walk, type WalkKind } from '../scan/walk';
import type { HistoryRecord } from './history-record';

/** The lists of a pass, in their order: what lives, then what was thrown away. */
const KINDS: readonly WalkKind[] = ['live', 'spam', 'deleted'];

function start(record: HistoryRecord, kind: WalkKind): HistoryRecord {
  const walk = startWalk(kind, record.from, record.until, record.since);
  return { ...record, walk, walkAtScope: walk };
}

/** The first walk of a stage. `now` is Freshdesk's time (ms). */
export function beginStage(record: HistoryRecord, now: number): HistoryRecord {
  return start({ ...record, begunAt: now, movedSince: now - LIMITS.scanAgeMs }, 'live');
}

/**
 * After the last list of a pass: a closing pass over what changed since the live tickets were read, until one finds nothing
 * that was not done. A ticket that moved between the lists while they were read is on one of them then.
 */
function nextPass(record: HistoryRecord): HistoryRecord {
  if (record.pass > 0 && record.fresh === 0) return { ...record, walk: null, isDone: true };
  const since = (record.liveReadAt ?? record.since) - LIMITS.scanAgeMs;
  return start({ ...record, pass: record.pass + 1, since, fresh: 0, liveReadAt: null }, 'live');
}

/** The record with its next list to read, once the walk under way has read all its pages and all it found is sent. */
export function nextWalk(record: HistoryRecord, walk: Walk, now: number): HistoryRecord {
  const unreachable = record.unreachable || walk.isCutShort === true;
  const read = { ...record, unreachable, liveReadAt: walk.kind === 'live' ? now : record.liveReadAt };
  const kind = KINDS[KINDS.indexOf(walk.kind) + 1];
  if (kind !== undefined) return start(read, kind);
  // What was set aside is settled before the import ends.
  return read.late.length === 0 ? nextPass(read) : read;
}
