import type { Injixo } from '../../injixo/create-injixo';
import { isOwnImport } from '../../injixo/own-import';
import { INTERVALS_MS, type Volume } from '../../injixo/source-queues';
import type { IntervalName, VolumesView } from './contract';

/** Bars per chart: a day of quarter hours, three days of hours, a month of days. */
const BARS: Readonly<Record<IntervalName, number>> = { quarter: 96, hour: 72, day: 31 };

interface Window {
  readonly from: number;
  readonly length: number;
  readonly bars: number;
}

function windowOf(interval: IntervalName, end: number, back: number): Window {
  const length = INTERVALS_MS[interval];
  const bars = BARS[interval];
  const next = Math.floor(end / length) * length + length;
  return { from: next - length * bars * (back + 1), length, bars };
}

function rowOf(volumes: readonly Volume[], { from, length, bars }: Window): readonly number[] {
  const row = Array<number>(bars).fill(0);
  for (const { start, offered } of volumes) {
    const bar = (Date.parse(start) - from) / length;
    row[bar] = (row[bar] ?? 0) + offered;
  }
  return row;
}

/** The chart's numbers, `back` windows before the current one. */
export function volumesView(
  injixo: Injixo,
  { interval, now, back }: { readonly interval: IntervalName; readonly now: number; readonly back: number },
): VolumesView {
  const window = windowOf(interval, now, back);
  const { from, length, bars } = window;
  const all = injixo.volumes(interval);
  const shown = all.filter(({ start }) => {
    const at = Date.parse(start);
    return at >= from && at < from + length * bars;
  });
  const identifiers = [...new Set(shown.map(({ queueIdentifier }) => queueIdentifier))];
  return {
    interval,
    starts: Array.from({ length: bars }, (_, bar) => from + bar * length),
    series: identifiers.map((identifier) => {
      const volumes = shown.filter(({ queueIdentifier }) => queueIdentifier === identifier);
      const name = volumes[0]?.queueName ?? identifier;
      const isOwn = isOwnImport({ queueIdentifier: identifier });
      const shownName = isOwn ? `${name} (imported by injixo)` : name;
      return { identifier, name: shownName, offered: rowOf(volumes, window) };
    }),
    hasEarlier: all.some(({ start }) => Date.parse(start) < from),
  };
}
