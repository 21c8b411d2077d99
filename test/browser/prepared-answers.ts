import type { Page, Route } from 'playwright-core';
import type { FunctionAnswer, PageFunctions, Queue } from '../../server/page-contract';

const HUGE = 500;

/** More queues than any account is expected to have. */
export function manyQueues(): readonly Queue[] {
  return [...Array(HUGE).keys()].map((index) => ({
    identifier: `freshdesk:${index}:1:tickets`,
    name: `Team ${index} with a name that is as long as names of teams may be email Tickets`,
    channel: 'cases',
    today: index,
    days7: index * 7,
    days28: index * 28,
    trend: [...Array(28).keys()].map((day) => (day * index) % 17),
    lastAt: Date.parse('2026-11-02T08:00:00Z'),
    renamedTo: index % 9 === 0 ? `Team ${index} of today email Tickets` : null,
  }));
}

/** Answers one function with a prepared object; all others are passed on. */
export async function prepare<Name extends keyof PageFunctions>(
  page: Page,
  name: Name,
  response: FunctionAnswer<PageFunctions[Name]['answer']>,
): Promise<void> {
  await page.route('**/api/client/invoke', async (route: Route) => {
    const asked = route.request().postDataJSON() as { name: string };
    if (asked.name !== name) return route.fallback();
    return route.fulfill({ json: { ok: true, value: { requestID: 'prepared', response } } });
  });
}

/** Holds back the calls of one function until the returned function lets them go; all others are passed on. */
export async function holdBack(page: Page, name: keyof PageFunctions): Promise<() => void> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/api/client/invoke', async (route: Route) => {
    const asked = route.request().postDataJSON() as { name: string };
    if (asked.name === name) await held;
    return route.fallback();
  });
  return letGo;
}

/** Passes the overview on as if the app had been installed so many days earlier. */
export async function asIfInstalledBefore(page: Page, days: number): Promise<void> {
  await page.route('**/api/client/invoke', async (route: Route) => {
    const asked = route.request().postDataJSON() as { name: string };
    if (asked.name !== 'getOverview') return route.fallback();
    const fetched = await route.fetch();
    const answer = (await fetched.json()) as { value: { response: { overview: { installedAt: number } } } };
    answer.value.response.overview.installedAt -= days * 86_400_000;
    return route.fulfill({ response: fetched, json: answer });
  });
}
