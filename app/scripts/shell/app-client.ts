/** What this page uses of the client that Freshworks' `appclient` script gives it. */
export interface AppClient {
  readonly events: { on(name: 'app.activated' | 'app.deactivated', listener: () => void): void };
  readonly data: { get(name: 'loggedInUser'): Promise<object> };
  readonly request: {
    invoke(functionName: string, args: object): Promise<{ readonly response: unknown }>;
  };
}
