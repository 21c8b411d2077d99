import { answered, createFakeFreshdesk, failed } from '../../test/fakes/freshdesk-get';
import { listAllConversations, listConversations } from './conversations';

const PATH = '/api/v2/tickets/7/conversations';

function row(id: number) {
  return {
    id,
    ticket_id: 7,
    user_id: 42,
    incoming: true,
    private: false,
    source: 0,
    created_at: '2026-11-05T12:00:00Z',
    body_text: 'never kept',
  };
}

function rows(count: number, first = 1) {
  return [...Array(count).keys()].map((n) => row(first + n));
}

it('gives one page and nothing that a person wrote', async () => {
  const freshdesk = createFakeFreshdesk({ [PATH]: answered([row(1)]) });

  const answer = await listConversations(freshdesk.get, 7, 2);

  expect(answer).toMatchObject({ ok: true, value: { full: false, conversations: [{ id: 1, userId: 42 }] } });
  expect(JSON.stringify(answer)).not.toContain('never kept');
  expect(freshdesk.asked).toEqual([{ path: PATH, query: { per_page: 100, page: 2 } }]);
});

it('leaves a row out that it cannot read, but counts it', async () => {
  const freshdesk = createFakeFreshdesk({ [PATH]: answered([...rows(99), { id: 'broken' }]) });

  const answer = await listConversations(freshdesk.get, 7, 1);

  expect(answer).toMatchObject({ value: { full: true } });
  expect(answer.ok && answer.value.conversations).toHaveLength(99);
});

it.each([[{}], [null], ['text']])('takes %j for no answer', async (value) => {
  const { get } = createFakeFreshdesk({ [PATH]: answered(value) });

  expect(await listConversations(get, 7, 1)).toEqual(failed({ kind: 'unreachable' }));
});

it('reads all pages of a ticket', async () => {
  const freshdesk = createFakeFreshdesk({
    [PATH]: ({ query }) => answered(query['page'] === 1 ? rows(100) : rows(30, 101)),
  });

  const answer = await listAllConversations(freshdesk.get, 7);

  expect(answer.ok && answer.value.map(({ id }) => id)).toEqual([...Array(130).keys()].map((n) => n + 1));
  expect(freshdesk.asked).toHaveLength(2);
});

it('gives no part of a ticket whose pages were not all answered', async () => {
  const { get } = createFakeFreshdesk({
    [PATH]: ({ query }) => (query['page'] === 1 ? answered(rows(100)) : failed({ kind: 'not asked' })),
  });

  expect(await listAllConversations(get, 7)).toEqual(failed({ kind: 'not asked' }));
});
