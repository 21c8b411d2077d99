type Listener = () => void;

interface Planned {
  readonly act: Listener;
  readonly ms: number;
}

/** Loads the ticket page's script in a browser of its own. */
async function loadPage(initialized: (client: object) => Promise<object>) {
  const planned: Planned[] = [];
  const told: unknown[] = [];
  const listeners = new Map<string, Listener>();
  const items = new Map<string, string>();
  const client = {
    events: { on: (name: string, listener: Listener) => void listeners.set(name, listener) },
    data: {
      get: async (name: string) =>
        name === 'group'
          ? { group: { id: 351, name: 'Billing' } }
          : { currentHost: { endpoint_urls: { freshdesk: 'https://acme.freshdesk.com' } } },
    },
    request: {
      invoke: async (_name: string, args: object) => {
        told.push(args);
        return { response: { ok: true, needed: true } };
      },
    },
  };
  Object.assign(globalThis, {
    app: { initialized: () => initialized(client) },
    window: {
      URL,
      setTimeout: (act: Listener, ms: number) => planned.push({ act, ms }),
      localStorage: {
        getItem: (key: string) => items.get(key) ?? null,
        setItem: (key: string, value: string) => void items.set(key, value),
      },
    },
  });
  await jest.isolateModulesAsync(async () => {
    await import('./ticket');
  });
  await settle();
  return { planned, told, items, open: (name: string) => listeners.get(name)?.() };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

afterEach(() => {
  for (const name of ['app', 'window']) Reflect.deleteProperty(globalThis, name);
});

it('tells the group of a ticket within a minute, once however often the page is shown', async () => {
  const { planned, told, items, open } = await loadPage(async (client) => client);
  open('app.activated');
  open('ticket.groupChanged');
  expect(planned).toHaveLength(1);
  expect(planned[0]?.ms).toBeLessThan(60_000);
  expect(told).toEqual([]);

  planned[0]?.act();
  await settle();
  open('app.activated');
  planned[1]?.act();
  await settle();

  expect(planned).toHaveLength(2);
  expect(told).toEqual([{ request: { id: 351, name: 'Billing' } }]);
  expect([...items.keys()]).toEqual(['injixo-connect:groups:acme.freshdesk.com']);
});

it("plans nothing and throws nothing where the platform's client is not there", async () => {
  const { planned } = await loadPage(() => Promise.reject(new Error('no client')));

  expect(planned).toEqual([]);
});
