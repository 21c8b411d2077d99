import type { Story } from './story';

/** What a function of the app answers its page; throws when the platform has no answer for it. */
export async function askPage<T>(story: Story, name: string, request: object = {}): Promise<T> {
  const { answer, invocation } = await story.platform.callFunction(name, { request });
  if (!answer.ok) throw new Error(answer.message);
  expect(invocation?.outcome).toBe('done');
  return answer.response as T;
}

/** The app's overview, as the page gets it. */
export async function askOverview(story: Story): Promise<Readonly<Record<string, unknown>>> {
  const { overview } = await askPage<{ overview: Record<string, unknown> | null }>(story, 'getOverview');
  return overview ?? {};
}
