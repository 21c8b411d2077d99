import type { Story } from './story';

/** The answer of a function of the app to its page, without what it cost; throws if the platform has no answer. */
export async function askPage<T>(story: Story, name: string, request: object = {}): Promise<T> {
  const { answer, invocation } = await story.platform.callFunction(name, { request });
  if (!answer.ok) throw new Error(answer.message);
  expect(invocation?.outcome).toBe('done');
  const { cost, ...response } = answer.response as { readonly cost: number };
  expect(cost).toBe(name === 'runNow' ? 0 : invocation?.calls.kv);
  return response as T;
}

/** The app's overview as the page gets it. */
export async function askOverview(story: Story): Promise<Readonly<Record<string, unknown>>> {
  const { overview } = await askPage<{ overview: Record<string, unknown> | null }>(story, 'getOverview');
  return overview ?? {};
}
