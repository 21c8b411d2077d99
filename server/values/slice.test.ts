import { createSlice } from './slice';

const FIRST = { mode: 'normal', limit: 200 };

it('begins with what it is given', () => {
  expect(createSlice(FIRST).value).toBe(FIRST);
});

it('is what it was set to', () => {
  const slice = createSlice<{ readonly mode: string } | null>(FIRST);

  slice.set(null);

  expect(slice.value).toBeNull();
});

it('changes the named fields alone, and never a value that somebody holds', () => {
  const slice = createSlice(FIRST);
  const before = slice.value;

  slice.change({ limit: 100 });

  expect(slice.value).toEqual({ mode: 'normal', limit: 100 });
  expect(before).toEqual({ mode: 'normal', limit: 200 });
});

it('shows one value to all who have it', () => {
  const slice = createSlice(FIRST);
  const spread = { slice };

  slice.change({ mode: 'probe' });

  expect(spread.slice.value.mode).toBe('probe');
});
