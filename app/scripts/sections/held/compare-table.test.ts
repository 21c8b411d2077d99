import { numbersOf } from './compare-table';

it.each([
  [{ contacts: 3, counted: 4 }, [3, 7, 4]],
  [{ contacts: 3, counted: 0 }, [3, 3, 0]],
  [{ contacts: 3, counted: null }, [3, null, null]],
])('gives for %j the batch, injixo with it, and injixo without it: %j', (slot, numbers) => {
  expect(numbersOf({ at: 0, queue: 'Care email Tickets', ...slot })).toEqual(numbers);
});
