import { answered, createFakeFreshdesk, failed } from '../../test/fakes/freshdesk-get';
import { askIsOpen, hasNote, madeId, searchTagged } from './alert-tickets';

const AT = Date.parse('2026-11-05T12:00:00Z');

function row(id: number, status: number, createdAt = '2026-11-05T12:00:00Z') {
  return { id, status, created_at: createdAt };
}

it('finds tickets of a tag, those of the last day and those since the very moment', async () => {
  const rows = [row(1, 2, '2026-11-05T11:59:59Z'), row(2, 5), row(3, 2), { id: 'x' }, null];
  const { get, asked } = createFakeFreshdesk({
    '/api/v2/search/tickets': answered({ total: 5, results: rows }),
  });

  const answer = await searchTagged(get, 'a-tag', AT);

  expect(answer).toMatchObject({
    ok: true,
    value: [
      { id: 2, createdAt: AT, isOpen: false },
      { id: 3, createdAt: AT, isOpen: true },
    ],
  });
  expect(asked[0]?.query).toEqual({ query: `"tag:'a-tag' AND created_at:>'2026-11-04'"` });
});

it.each([answered({ total: 1 }), answered(null), failed({ kind: 'unreachable' })])(
  'knows nothing when the search says nothing: %j',
  async (answer) => {
    const { get } = createFakeFreshdesk({ '/api/v2/search/tickets': answer });

    expect(await searchTagged(get, 'a-tag', AT)).toMatchObject({ ok: false });
  },
);

it.each([
  [row(7, 2), true],
  [row(7, 3), true],
  [row(7, 12), true],
  [row(7, 4), false],
  [row(7, 5), false],
  [{ ...row(7, 2), deleted: true }, false],
  [{ ...row(7, 2), spam: true }, false],
])('says whether a ticket is open: %j, %s', async (ticket, isOpen) => {
  const { get } = createFakeFreshdesk({ '/api/v2/tickets/7': answered(ticket) });

  expect(await askIsOpen(get, 7)).toMatchObject({ ok: true, value: isOpen });
});

it('takes a ticket that is not there for one nobody looks at, and any other problem for none', async () => {
  const gone = createFakeFreshdesk({});
  const hidden = createFakeFreshdesk({ '/api/v2/tickets/7': failed({ kind: 'forbidden' }) });

  expect(await askIsOpen(gone.get, 7)).toMatchObject({ ok: true, value: false });
  expect(await askIsOpen(hidden.get, 7)).toMatchObject({ ok: false });
});

it.each([
  ['note 1: solved', '2026-11-05T12:00:00Z', true],
  ['note 1: solved', '2026-11-05T11:00:00Z', false],
  ['note 2: solved', '2026-11-05T12:00:00Z', false],
])('finds a note by its text and time: %s, %s', async (text, createdAt, isThere) => {
  const rows = [null, { body_text: text, created_at: createdAt }, { body_text: null }];
  const { get } = createFakeFreshdesk({ '/api/v2/tickets/7/conversations': answered(rows) });

  expect(await hasNote(get, 7, 'note 1:', AT)).toMatchObject({ ok: true, value: isThere });
});

it.each([
  [{ id: 9 }, 9],
  [{ id: '9' }, 9],
  [{}, null],
  [null, null],
])('reads the id of what was made: %j', (value, id) => {
  expect(madeId(value)).toBe(id);
});
