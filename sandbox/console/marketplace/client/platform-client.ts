import type { FrameAnswer } from '../contract';
import { load, send } from '../../browser/live/api';
import type { FrameMessage } from './messages';

type Facts = Readonly<Record<string, unknown>>;
type Listener = (event: object) => void;

/** Rejects as the platform does: with a plain object. */
async function ask(path: string, body: object): Promise<unknown> {
  const answer = await send<FrameAnswer>(`client/${path}`, body);
  if (answer.ok) return answer.value;
  return Promise.reject(answer.error as Error);
}

function notify(type: string, { title, message }: { title?: string; message?: string }): void {
  const text = [title, message].filter((part) => part !== undefined && part !== '').join(': ');
  const notification: FrameMessage = { kind: 'notify', type, text };
  window.parent.postMessage(notification, window.location.origin);
}

type Trigger = (options: Readonly<Record<string, string>>) => Promise<object>;

const TRIGGERS: Readonly<Record<string, Trigger>> = {
  showNotify: (options) => {
    notify(options['type'] ?? 'info', options);
    return Promise.resolve({});
  },
  showConfirm: ({ title = '', message = '', saveLabel = 'OK', cancelLabel = 'Cancel' }) => {
    const isConfirmed = window.confirm([title, message].filter((part) => part !== '').join('\n\n'));
    return Promise.resolve({ message: isConfirmed ? saveLabel : cancelLabel });
  },
};

function trigger(name: string, options: Readonly<Record<string, string>> = {}): Promise<object> {
  return TRIGGERS[name]?.(options) ?? Promise.reject(new Error(`The sandbox has no ${name}`));
}

/** The listeners of one page to the platform's events. */
export function createEvents(): { on(name: string, listener: Listener): void; fire(name: string): void } {
  const listeners = new Map<string, Listener[]>();
  return {
    on: (name, listener) => void listeners.set(name, [...(listeners.get(name) ?? []), listener]),
    fire: (name) => {
      const event = { type: name, helper: { getData: () => ({}) } };
      for (const listener of listeners.get(name) ?? []) listener(event);
    },
  };
}

/** The stand-in for the result of `app.initialized()` in a page of the app. */
export function createPlatformClient(
  events: Pick<ReturnType<typeof createEvents>, 'on'>,
  ticketId: string | null,
) {
  const location = ticketId === null ? 'full_page_app' : 'ticket_background';
  const facts = (): Promise<Facts> =>
    load<Facts>(`client/facts${ticketId === null ? '' : `?ticket=${ticketId}`}`);
  return {
    events: { on: events.on },
    request: {
      invoke: (name: string, args: object = {}) => ask('invoke', { name, args }),
      invokeTemplate: (name: string, options: object = {}) => ask('template', { name, options }),
    },
    data: {
      get: async (name: string) => {
        const all = await facts();
        if (name in all && name !== 'iparams') return { [name]: all[name] };
        throw new Error(`${name} is not available at ${location}`);
      },
    },
    iparams: {
      get: async (name?: string) => {
        const { iparams } = (await facts()) as { readonly iparams: Facts };
        return name === undefined ? iparams : { [name]: iparams[name] };
      },
    },
    interface: { trigger },
    instance: {
      context: () => Promise.resolve({ instanceId: '1', location, modalData: {} }),
      resize: () => Promise.resolve(),
      close: () => Promise.resolve(),
      send: () => Promise.resolve(),
      receive: () => undefined,
      get: () => Promise.resolve([]),
    },
  };
}
