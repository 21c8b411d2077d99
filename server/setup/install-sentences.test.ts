import { ACCESS_PROBLEMS } from './check-access';
import { INSTALL_SENTENCES } from './install-sentences';

const sentences = Object.values(INSTALL_SENTENCES);

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
