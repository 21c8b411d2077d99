import { formatTable } from '../../../sandbox/support/format-table';
import { measureFunctions, type MeasuredFunction } from './functions';
import { findCircles, hasDirection, isAgainstDirection, listImports, type Import } from './imports';
import type { Source } from './sources';
import { listStateWrites, WRITES, type StateWrite } from './state-writes';

/** ESLint's limit. */
const MAX_COMPLEXITY = 7;

/** A row of the table: the measure, its figure, and the places. */
type Row = readonly [string, string, string];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Each distinct text with its number of occurrences; most frequent first. */
function tally(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([text, count]) => `${text} ${count}`)
    .join(', ');
}

function sizeRows(sources: readonly Source[]): readonly Row[] {
  const total = sum(sources.map(({ lines }) => lines));
  const rooms = [...new Set(sources.map(({ room }) => room))].map((room) => {
    const ofRoom = sources.filter((source) => source.room === room);
    return { room, files: ofRoom.length, lines: sum(ofRoom.map(({ lines }) => lines)) };
  });
  const biggest = rooms.sort((one, other) => other.lines - one.lines)[0];
  const share = biggest ? Math.round((100 * biggest.lines) / Math.max(total, 1)) : 0;
  return [
    ['files', String(sources.length), ''],
    ['lines', String(total), ''],
    ['biggest room, % of lines', String(share), biggest ? `${biggest.room}/, ${biggest.files} files` : ''],
  ];
}

const largestBy = (
  functions: readonly MeasuredFunction[],
  size: (each: MeasuredFunction) => number,
): MeasuredFunction | undefined => [...functions].sort((one, other) => size(other) - size(one))[0];

const placeOf = (each: MeasuredFunction | undefined): string =>
  each ? `${each.name || 'a function without a name'}, ${each.file}` : '';

function functionRows(all: readonly MeasuredFunction[]): readonly Row[] {
  const named = all.filter(({ name }) => name !== '');
  const longest = largestBy(named, ({ lines }) => lines);
  const mostComplex = largestBy(all, ({ complexity }) => complexity);
  const tooComplex = all.filter(({ complexity }) => complexity > MAX_COMPLEXITY);
  return [
    ['functions with a name', String(named.length), ''],
    ['lines of a function, median', String(median(named.map(({ lines }) => lines))), ''],
    ['lines of a function, most', String(longest?.lines ?? 0), placeOf(longest)],
    ['complexity, most', String(mostComplex?.complexity ?? 0), placeOf(mostComplex)],
    [`complexity over ${MAX_COMPLEXITY}`, String(tooComplex.length), tooComplex.map(placeOf).join('\n')],
  ];
}

function circleRow(what: string, steps: readonly (readonly [string, string])[]): Row {
  const circles = findCircles(steps);
  return [what, String(circles.length), circles.map((circle) => `${circle.length} in one`).join(', ')];
}

const roomsOf = ({ from, to }: Import): string => `${from.room} → ${to.room}`;

const betweenRooms = (imports: readonly Import[]): readonly Import[] =>
  imports.filter(({ from, to }) => from.room !== to.room);

function circleRows(imports: readonly Import[]): readonly Row[] {
  const files = imports.map(({ from, to }) => [from.name, to.name] as const);
  const rooms = betweenRooms(imports).map(({ from, to }) => [from.room, to.room] as const);
  return [circleRow('circles of files', files), circleRow('circles of rooms', rooms)];
}

/** For the rooms of server/ only: other folders may have rooms of the same names. */
function directionRows(imports: readonly Import[]): readonly Row[] {
  const against = imports.filter(isAgainstDirection);
  const undirected = betweenRooms(imports).filter((each) => !hasDirection(each));
  return [
    ['imports against the direction', String(against.length), tally(against.map(roomsOf))],
    ['imports without a direction', String(undirected.length), 'a room is not in the table of the fences'],
  ];
}

function writeRows(writes: readonly StateWrite[]): readonly Row[] {
  return WRITES.map((way) => {
    const places = writes.filter(({ write }) => write === way).map(({ source }) => source);
    const files = new Set(places).size;
    const rooms = tally(places.map(({ room }) => room));
    return [`places: ${way}`, String(places.length), places.length > 0 ? `${files} files: ${rooms}` : ''];
  });
}

/** Wraps a long list of places. */
function wrap(text: string): string {
  return text.replace(/(.{50,}?, )/g, '$1\n').replaceAll(' \n', '\n');
}

function formatRows(rows: readonly Row[]): string {
  return formatTable(
    [
      { head: '', align: 'left' },
      { head: '', align: 'right' },
      { head: 'where', align: 'left' },
    ],
    rows.map(([what, figure, where]) => [what, figure, wrap(where)]),
  );
}

/** The figures of any folder as a table. */
export function formatMeasures(sources: readonly Source[]): string {
  return formatRows([
    ...sizeRows(sources),
    ...functionRows(measureFunctions(sources)),
    ...circleRows(listImports(sources)),
  ]);
}

/** The figures of server/ as a table, with each import against the direction below it. */
export function formatServerMeasures(sources: readonly Source[]): string {
  const imports = listImports(sources);
  const table = formatRows([
    ...sizeRows(sources),
    ...functionRows(measureFunctions(sources)),
    ...directionRows(imports),
    ...circleRows(imports),
    ...writeRows(listStateWrites(sources)),
  ]);
  const against = imports.filter(isAgainstDirection).map(({ from, to }) => `${from.name} → ${to.name}`);
  return [table, ...against].join('\n');
}
