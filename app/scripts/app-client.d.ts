/** What this page uses of the client that Freshworks' `appclient` script puts on the page. */
interface AppClient {
  readonly events: { on(name: 'app.activated', listener: () => void): void };
  readonly request: {
    invoke(functionName: string, args: object): Promise<{ readonly response: unknown }>;
  };
}

declare const app: { initialized(): Promise<AppClient> };
