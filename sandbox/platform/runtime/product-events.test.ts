import { noon, platformWith, removePackages } from '../package-fixture';

afterAll(removePackages);

const logEvent =
  'async function (payload) { console.log(payload.event, payload.data.kind || payload.data.id); }';

function lines(platform: { log(): readonly { text: string; at: number }[] }): readonly string[] {
  return platform.log().map(({ text, at }) => `${(at - noon) / 1000} ${text}`);
}

describe('product events', () => {
  const event = { name: 'onTicketCreate', data: { id: 1 } };

  it('arrive once, a second later', async () => {
    const { platform } = platformWith({ onTicketCreate: logEvent });
    await platform.install({});
    platform.emit(event);
    platform.emit({ name: 'onTicketUpdate', data: {} });

    await platform.advance(5000);

    expect(lines(platform)).toEqual(['1 onTicketCreate 1']);
    expect(platform.queued()).toEqual([]);
    expect(platform.violations()).toEqual([]);
  });

  it('of groups come from their own module', async () => {
    const { platform } = platformWith({ onGroupUpdate: logEvent, onTicketCreate: logEvent });
    await platform.install({});
    platform.emit({ name: 'onGroupUpdate', data: { id: 7 } });

    await platform.advance(5000);

    expect(lines(platform)).toEqual(['1 onGroupUpdate 7']);
    expect(platform.currentHost.subscribed_modules).toEqual(['support_ticket', 'support_agent']);
  });

  it('are lost, doubled and late as the faults have it', async () => {
    const { platform } = platformWith({ onTicketCreate: logEvent });
    await platform.install({});
    const delays: Readonly<Record<number, readonly number[]>> = { 1: [], 2: [3000, 9000], 3: [5000] };
    platform.faults.events.plan = ({ data }) => delays[(data as { id: number }).id] ?? [];
    platform.emit(event);
    platform.emit({ ...event, data: { id: 2 } });
    platform.emit({ ...event, data: { id: 3 } });

    await platform.advance(10_000);

    expect(lines(platform)).toEqual(['3 onTicketCreate 2', '5 onTicketCreate 3', '9 onTicketCreate 2']);
  });

  it('meet the rates, the same for the same seed', async () => {
    const counts = [1, 1, 2].map((seed) => {
      const { platform } = platformWith({ onTicketCreate: logEvent }, { options: { seed } });
      Object.assign(platform.faults.events, {
        dropRate: 0.2,
        repeatRate: 0.5,
        repeatTimes: 2,
        lateRate: 0.1,
        lateMs: 999,
      });
      for (let n = 0; n < 1000; n += 1) platform.emit(event);
      return platform.queued().length;
    });

    expect(counts[0]).toBe(counts[1]);
    expect(counts[0]).not.toBe(counts[2]);
    expect(counts[0]).toBeGreaterThan(1500);
    expect(counts[0]).toBeLessThan(1700);
  });

  it('start late when the one before took long', async () => {
    const { platform } = platformWith({
      onTicketCreate:
        'async function () { console.log("began"); for (let n = 0; n < 100; n += 1) { await $schedule.fetch({ name: "x" }).catch(function () { return 0; }); } }',
    });
    await platform.install({});
    platform.emit(event);
    platform.emit(event);

    await platform.advance(2000);

    expect(lines(platform)).toEqual(['1 began', '4 began']);
  });

  it('are too large above 256 KB', async () => {
    const { platform } = platformWith({ onTicketCreate: logEvent });
    await platform.install({});
    const large = { name: 'onTicketCreate', data: { text: 'x'.repeat(256_000) } };

    await expect(platform.deliver(large)).rejects.toThrow('larger than 256 KB');
    await expect(platform.deliver({ name: 'onTicketDelete', data: {} })).rejects.toThrow(
      'does not subscribe',
    );
  });
});
