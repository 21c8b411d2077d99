import { CAPACITY, fullBucket, refused, spent, waitMs } from './operations-bucket';

const NOW = 5_000_000;
const MINUTE = 60_000;

it('lets a page spend ten at once, and three a minute after that', () => {
  const empty = spent(fullBucket(NOW), CAPACITY, NOW);

  expect(waitMs(fullBucket(NOW), CAPACITY, NOW)).toBe(0);
  expect(waitMs(empty, 1, NOW)).toBe(20_000);
  expect(waitMs(empty, 3, NOW)).toBe(MINUTE);
  expect(waitMs(empty, 3, NOW + MINUTE)).toBe(0);
});

it('never allows more than 10 and three a minute, whoever asks how often', () => {
  let bucket = fullBucket(NOW);
  let sum = 0;
  for (let at = NOW; at < NOW + 30 * MINUTE; at += 1000) {
    const cost = 1 + (Math.floor(at / 7000) % 4);
    if (waitMs(bucket, cost, at) > 0) continue;
    bucket = spent(bucket, cost, at);
    sum += cost;
  }

  expect(sum).toBeLessThanOrEqual(10 + 30 * 3);
  expect(sum).toBeGreaterThan(80);
});

it('holds no more than ten, however long nobody asked', () => {
  const later = spent(fullBucket(NOW), CAPACITY, NOW + 1000 * MINUTE);

  expect(waitMs(later, 1, NOW + 1000 * MINUTE)).toBe(20_000);
});

it('pays later what an answer cost more than was expected', () => {
  const owing = spent(fullBucket(NOW), CAPACITY + 2, NOW);

  expect(waitMs(owing, 1, NOW)).toBe(MINUTE);
});

it('lets through what costs more than it holds, once it is full', () => {
  expect(waitMs(fullBucket(NOW), 14, NOW)).toBe(0);
  expect(waitMs(spent(fullBucket(NOW), 1, NOW), 14, NOW)).toBe(20_000);
});

it.each([
  [0, MINUTE],
  [0.5, 1.5 * MINUTE],
  [1, 2 * MINUTE],
])('rests after a refusal, by chance %d for %d ms, also before a run', (random, ms) => {
  const resting = refused(fullBucket(NOW), NOW, random);

  expect([waitMs(resting, 1, NOW), waitMs(resting, 0, NOW)]).toEqual([ms, ms]);
  expect(waitMs(resting, 1, NOW + ms)).toBe(0);
});

it('does not wait for a run, which is not charged', () => {
  expect(waitMs(spent(fullBucket(NOW), CAPACITY, NOW), 0, NOW)).toBe(0);
});
