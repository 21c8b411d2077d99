import { isRight, type SeedResult } from '../../sandbox/scenarios/chaos/run-seed';
import { formatTable } from '../../sandbox/support/format-table';

type Sums = Readonly<Record<string, number>>;

const FIGURES = ['contacts', 'lost', 'doubled', 'held', 'discarded', 'repaired', 'wrongQueue'] as const;

/** A figure in words: `wrong queue` for `wrongQueue`. */
const wordsOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function sumsOf(records: readonly Sums[]): Sums {
  const sums: Record<string, number> = {};
  for (const record of records)
    for (const [name, count] of Object.entries(record)) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}

function whole(record: Sums): number {
  return Object.values(record).reduce((sum, count) => sum + count, 0);
}

/** One line for a seed. */
export function formatSeed(result: SeedResult): string {
  const figures = FIGURES.map((name) => `${wordsOf(name)} ${result[name]}`).join(', ');
  const verdict = isRight(result) ? 'right' : 'WRONG';
  const drained =
    result.drainedAfterMinutes === null ? '' : `, drained after ${result.drainedAfterMinutes} minutes`;
  const calls = `${result.freshdeskCalls} Freshdesk calls${drained}`;
  return `seed ${result.seed}: ${verdict}; faults ${whole(result.faults)}, ${figures}, overclaimed ${result.overclaims.length}, ${calls}`;
}

/** All problems of a seed, line by line. */
export function formatProblems(result: SeedResult): string {
  const at = (ms: number): string => new Date(ms).toISOString();
  return [
    ...result.problems.map(
      ({ problem, contactId, timestamp, queueIdentifier, expected, note }) =>
        `${problem}: ${contactId ?? 'no contact'} of ${at(timestamp * 1000)} in ${queueIdentifier ?? 'no queue'}, expected ${expected.join(' or ')} (${note})`,
    ),
    ...result.overclaims.map(
      ({ contactId, timestamp, completeUntil, at: seenAt }) =>
        `overclaimed: ${contactId} of ${at(timestamp * 1000)} was missing at ${at(seenAt)}, complete until ${at(completeUntil)}`,
    ),
    ...(result.waiting > 0 ? [`still waiting: ${result.waiting}`] : []),
    ...(result.wrongVolumes > 0 ? [`queues and quarters with too many: ${result.wrongVolumes}`] : []),
    ...result.secrets,
    ...result.foreignHosts.map((host) => `asked ${host}`),
  ]
    .map((line) => `    ${line}`)
    .join('\n');
}

function formatSums(title: string, sums: Sums): string {
  const rows = Object.entries(sums).sort(([, one], [, other]) => other - one);
  return formatTable(
    [
      { head: title, align: 'left' },
      { head: 'number', align: 'right' },
    ],
    rows.map(([name, count]) => [name, String(count)]),
  );
}

/** The sums over all seeds. */
export function formatTotal(results: readonly SeedResult[]): string {
  const figures = sumsOf(
    results.map((result) => Object.fromEntries(FIGURES.map((name) => [wordsOf(name), result[name]]))),
  );
  const wrong = results.filter((result) => !isRight(result)).map(({ seed }) => seed);
  const looks = results.reduce((sum, result) => sum + result.looks, 0);
  const overclaimed = results.reduce((sum, result) => sum + result.overclaims.length, 0);
  const volumes = results.reduce((sum, result) => sum + result.volumes, 0);
  return [
    formatSums('fault', sumsOf(results.map(({ faults }) => faults))),
    formatSums('known gap (docs/reliability.md)', sumsOf(results.map(({ knownGaps }) => knownGaps))),
    formatSums('contacts', figures),
    `${results.length === 1 ? '1 seed' : `${results.length} seeds`}, ${whole(sumsOf(results.map(({ faults }) => faults)))} faults, ${volumes} queues and quarters compared`,
    `"complete until" looked at ${looks} times, ${overclaimed} contacts overclaimed`,
    wrong.length === 0
      ? 'Every seed is right.'
      : `Wrong: ${wrong.join(', ')}. Replay: npm run chaos -- --seed ${wrong[0] ?? ''}`,
  ].join('\n\n');
}
