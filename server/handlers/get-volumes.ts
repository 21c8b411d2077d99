import { parseDay } from '../values/calendar';
import { LIMITS } from '../values/limits';
import type { FunctionAnswer, VolumeViews } from '../page-contract';
import { namesView } from '../naming/names-view';
import { refusal } from '../platform/answer';
import { dayView } from '../volumes/day-view';
import { daysView } from '../volumes/days-view';
import { differenceView } from '../volumes/difference-view';
import { readVolumes, type VolumeSource } from '../volumes/read-volumes';
import { queuesView } from '../volumes/queues-view';
import { answerPage, parseRequest } from './page-function';

/** A view of the volumes: the request's fields that name days, and the view for these days. */
interface View<Name extends keyof VolumeViews = keyof VolumeViews> {
  readonly fields: readonly string[];
  readonly show: (
    source: VolumeSource,
    days: readonly number[],
    isNamed: boolean,
  ) => Promise<FunctionAnswer<VolumeViews[Name]['answer']>>;
}

const VIEWS: { readonly [Name in keyof VolumeViews]: View<Name> } = {
  queues: { fields: [], show: queuesView },
  day: {
    fields: ['day'],
    show: (source, [day = source.today], isNamed) => dayView(source, day, isNamed),
  },
  names: { fields: [], show: ({ store }) => namesView(store) },
  difference: { fields: ['day'], show: (source, [day = source.today]) => differenceView(source, day) },
  days: {
    fields: ['from', 'to'],
    show: (source, [from = source.today, to = source.today]) => daysView(source, from, to),
  },
};

const BY_NAME: ReadonlyMap<unknown, View> = new Map(Object.entries<View>(VIEWS));

const FIELDS = ['view', 'day', 'from', 'to', 'zone', 'named'] as const;

/** The zone of a request; undefined: that of the overview. One that cannot be used counts as UTC, like an unknown one. */
function zoneIn(zone: unknown): string | null | undefined {
  return typeof zone === 'string' || zone === null ? zone : undefined;
}

/**
 * Shows the volumes of the last 35 days: `request.view` is `queues`, `names`, `day` or `difference` (with `day`), or `days` (with `from`
 * and `to`), in the account's time zone, or in `zone`;
 * `named: false` gives the queues of a day by their places. @ops those of the view, 1 more without `zone`
 */
export async function getVolumes(payload: unknown): Promise<void> {
  await answerPage('getVolumes', async (store) => {
    const { zone, named, ...request } = parseRequest(payload, FIELDS) ?? {};
    const view = BY_NAME.get(request['view']);
    if (view === undefined) return refusal('bad_request');
    const days = view.fields.map((field) => parseDay(request[field])).filter((day) => day !== null);
    const isWhole = days.length === view.fields.length && Object.keys(request).length === days.length + 1;
    const isInOrder = days.every((day, index) => day >= (days[index - 1] ?? day));
    if (!isWhole || !isInOrder) return refusal('bad_request');
    const source = await readVolumes(store, Date.now(), zoneIn(zone));
    // Today and the 34 days before it are kept.
    const isKept = days.every((day) => day <= source.today && day > source.today - LIMITS.trendDays);
    return isKept ? view.show(source, days, named !== false) : refusal('bad_request');
  });
}
