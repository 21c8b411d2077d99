import { withProblem } from '../history/history-view';
import type { State } from './state';

/** The value under `overview`: all that the page needs to open, ready made by the last run. Times in milliseconds. */
export interface Overview {
  readonly v: 1;
  readonly lastRunAt: number;
  readonly installedAt: number;
  readonly completeUntil: number | null;
  readonly mode: State['mode'];
  readonly failure: State['failure'];
  readonly freshdeskFailure: State['freshdeskFailure'];
  readonly lastAcceptedAt: number | null;
  readonly lastAnswerAt: number | null;
  readonly accepted: number;
  readonly repaired: number;
  /** Contacts of the outbox that the last run saw and could not send yet. */
  readonly waiting: number;
  /** Of these, those that were due. */
  readonly due: number;
  /** When the oldest contact that waits happened. */
  readonly oldestDue: number | null;
  /** False: there were more than the run could look at. */
  readonly waitingComplete: boolean;
  readonly unclear: number;
  readonly parked: number;
  readonly leftOut: number;
  readonly queues: number;
  readonly history: State['history'];
}

/** What only the run itself knows. */
export interface RunFigures {
  readonly now: number;
  readonly accepted: number;
  readonly repaired: number;
  readonly acceptedAt: number | null;
  readonly waiting: number;
  readonly due: number;
  readonly oldestDue: number | null;
  readonly waitingComplete: boolean;
  readonly queues: number;
}

function heldContacts(state: State, reason: 'unclear' | 'parked'): number {
  return state.held.filter((each) => each.reason === reason).reduce((sum, each) => sum + each.contacts, 0);
}

/** The overview of a state and of what its run saw. */
export function makeOverview(state: State, figures: RunFigures): Overview {
  return {
    v: 1,
    lastRunAt: figures.now,
    installedAt: state.cutOver,
    completeUntil: state.completeUntil,
    mode: state.mode,
    failure: state.failure,
    freshdeskFailure: state.freshdeskFailure,
    lastAcceptedAt: figures.acceptedAt,
    lastAnswerAt: state.lastAnswerAt,
    accepted: figures.accepted,
    repaired: figures.repaired,
    waiting: figures.waiting,
    due: figures.due,
    oldestDue: figures.oldestDue,
    waitingComplete: figures.waitingComplete,
    unclear: heldContacts(state, 'unclear'),
    parked: heldContacts(state, 'parked'),
    leftOut: state.counters.leftOut,
    queues: figures.queues,
    history: withProblem(state.history, state, figures.now),
  };
}
