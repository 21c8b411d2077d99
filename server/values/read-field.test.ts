import { readField, readFlag, readId, readSource } from './read-field';

describe('readField', () => {
  const computed = {
    get id(): never {
      throw new Error('a getter ran');
    },
  };

  it.each([
    ['an inherited field', {}, 'constructor'],
    ['the prototype', {}, '__proto__'],
    ['a computed field', computed, 'id'],
    ['a field of a text', 'text', 'length'],
    ['a field of nothing', null, 'id'],
  ])('reads %s as absent', (_case, from, key) => {
    expect(readField(from, key)).toBeUndefined();
  });

  it('reads a nested own field', () => {
    expect(readField({ data: { ticket: { id: 7 } } }, 'data', 'ticket', 'id')).toBe(7);
  });
});

describe('readId', () => {
  it.each([
    [412, 412],
    ['412', 412],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ['9007199254740993', null],
    [0, null],
    [-3, null],
    [1.5, null],
    ['0412', null],
    ['4e2', null],
    [true, null],
    [null, null],
    [[412], null],
  ])('reads %j as %j', (value, id) => {
    expect(readId(value)).toBe(id);
  });
});

describe('readSource', () => {
  it.each([
    [0, 0],
    [1001, 1001],
    ['3', null],
    [-1, null],
    [NaN, null],
    [2.5, null],
  ])('reads %j as %j', (value, source) => {
    expect(readSource(value)).toBe(source);
  });
});

describe('readFlag', () => {
  it.each([
    [true, true],
    ['true', true],
    [false, false],
    ['false', false],
    [1, null],
    ['yes', null],
    [undefined, null],
  ])('reads %j as %j', (value, flag) => {
    expect(readFlag(value)).toBe(flag);
  });
});
