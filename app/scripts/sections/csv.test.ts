import { csvOf } from './csv';

it('writes UTF-8 with a byte order mark, and ends each line with CR LF', () => {
  const bytes = Buffer.from(
    csvOf(
      [
        ['Équipe', 3],
        ['Ö', -1],
      ],
      'en',
    ),
  );

  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.subarray(3).toString('utf8')).toBe('Équipe,3\r\nÖ,-1\r\n');
});

it.each([
  ['en', 'a,1\r\n'],
  ['de', 'a;1\r\n'],
  ['fr', 'a;1\r\n'],
  ['es', 'a;1\r\n'],
  ['it', 'a;1\r\n'],
  ['nl', 'a;1\r\n'],
] as const)('splits cells as a spreadsheet in %s expects', (language, line) => {
  expect(csvOf([['a', 1]], language).slice(1)).toBe(line);
});

it.each([
  ['plain', 'plain'],
  ['', ''],
  ['a "b"', '"a ""b"""'],
  ['one, two', '"one, two"'],
  ['one; two', '"one; two"'],
  ['two\nlines', '"two\nlines"'],
  [' edge', '" edge"'],
])('quotes a cell only where it has to: %j', (cell, written) => {
  expect(csvOf([[cell]], 'en').slice(1)).toBe(`${written}\r\n`);
});

it.each([
  ['=HYPERLINK("https://example.com")', `"'=HYPERLINK(""https://example.com"")"`],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  [' =1', "' =1"],
  ['\t=1', `"'\t=1"`],
  ['\r=1', `"'\r=1"`],
  ['＝1', "'＝1"],
])('makes text of what would be a formula: %j', (cell, written) => {
  expect(csvOf([[cell]], 'en').slice(1)).toBe(`${written}\r\n`);
});
