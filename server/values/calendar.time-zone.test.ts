import { spawnSync } from 'node:child_process';
import path from 'node:path';

const CALENDAR = path.resolve(__dirname, 'calendar.ts');

/** Prints when days of some zones begin, in a process whose own time zone is this one. */
function daysOn(machineZone: string): string {
  const code = `
    import calendar from ${JSON.stringify(CALENDAR)};
    for (const zone of ['Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/Santiago']) {
      const { dayOf, startOf } = calendar.createCalendar(zone);
      for (let day = 20500; day < 20900; day += 1) console.log(zone, day, startOf(day), dayOf(startOf(day)), dayOf(startOf(day) - 1));
    }`;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', code],
    { encoding: 'utf8', env: { ...process.env, TZ: machineZone } },
  );
  if (stderr !== '') throw new Error(stderr);
  return stdout;
}

it("gives the same days whatever the machine's own time zone is", () => {
  const [first, ...others] = ['UTC', 'America/Los_Angeles', 'Pacific/Auckland'].map(daysOn);

  expect(first?.split('\n').length).toBeGreaterThan(2000);
  for (const other of others) expect(other).toBe(first);
});
