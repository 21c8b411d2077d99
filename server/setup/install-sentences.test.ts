import { ACCESS_PROBLEMS } from './check-access';
import { INSTALL_SENTENCES, refusalSentence } from './install-sentences';
import { parseSettings } from './settings';

const sentences = Object.values(INSTALL_SENTENCES);

/** Nothing else is looked at before these two. */
const ALONE: readonly string[] = [INSTALL_SENTENCES.schedule, INSTALL_SENTENCES.account];
const REASONS = parseSettings({
  ...{ injixo_api_key: '', injixo_integration_id: 'x', freshdesk_api_key: 'ä', channel_mapping: 'x' },
  ...{ history_from: 'x', alert_email: 'x', injixo_api_url: 'x' },
}).mistakes.map(({ reason }) => reason);

it('leaves room for the number of further ones in each sentence that may have some', () => {
  const all = [...sentences.filter((each) => !ALONE.includes(each)), ...REASONS];

  expect(REASONS).toHaveLength(7);
  expect(all.filter((each) => (refusalSentence([each, ...Array(9).fill(each)]) ?? '').length > 60)).toEqual(
    [],
  );
});

it('shows the first of what is wrong, and how many more there are', () => {
  expect(refusalSentence([])).toBeNull();
  expect(refusalSentence(['One.'])).toBe('One.');
  expect(refusalSentence(['One.', 'Two.', 'Three.'])).toBe('One. (2 more)');
});

it.each(sentences)('fits into the 60 characters of a refused installation: %s', (sentence) => {
  expect(sentence.length).toBeLessThanOrEqual(60);
  expect(sentence).toMatch(/^\S.*\.$/);
});

it('has a sentence of its own for every problem', () => {
  expect(new Set(sentences).size).toBe(sentences.length);
  expect(Object.keys(INSTALL_SENTENCES)).toEqual(expect.arrayContaining([...ACCESS_PROBLEMS]));
});

it('asks to try again where there is nothing to correct', () => {
  expect(INSTALL_SENTENCES.injixo_unreachable).toContain('Please try again');
  expect(INSTALL_SENTENCES.freshdesk_unreachable).toContain('Please try again');
});
