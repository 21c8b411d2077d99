import type { Act } from './moment';

/** injixo answers every request with 503 from now on. */
export const injixoGoesDown: Act = ({ sandbox }) => {
  sandbox.injixo.faults.add({ kind: 'status', status: 503 });
};

/** injixo answers as it should again. */
export const injixoComesBack: Act = ({ sandbox }) => {
  sandbox.injixo.faults.clear();
};

function sentenceIn(response: unknown): string | undefined {
  const { overview } = Object(response) as { overview?: unknown };
  const { failure } = Object(overview) as { failure?: unknown };
  const { sentence } = Object(failure) as { sentence?: unknown };
  return typeof sentence === 'string' ? sentence : undefined;
}

/** Opens the app's page in Freshdesk; says what stands there. */
export const looksAtPage: Act = async ({ sandbox }) => {
  const { answer } = await sandbox.platform.callFunction('getOverview');
  if (!answer.ok) return `the page cannot be loaded: ${answer.message}`;
  return `the page says: “${sentenceIn(answer.response) ?? 'Nothing needs attention.'}”`;
};
