import { parseScheduleData } from './scheduler';

it.each<[unknown, object]>([
  [
    { kind: 'tick', cutOver: 1000, every: 5 },
    { kind: 'tick', cutOver: 1000, every: 5 },
  ],
  [{ kind: 'run' }, { kind: 'run' }],
  [
    { kind: 'other', every: 5 },
    { kind: 'run', every: 5 },
  ],
  [{ kind: 'tick', cutOver: '1000', every: 0 }, { kind: 'tick' }],
  [{ kind: 'tick', cutOver: -1, every: NaN }, { kind: 'tick' }],
  [{}, { kind: 'run' }],
  [null, { kind: 'run' }],
  [undefined, { kind: 'run' }],
  ['tick', { kind: 'run' }],
])('reads %j', (data, expected) => {
  expect(parseScheduleData(data)).toEqual(expected);
});
