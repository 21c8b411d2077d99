/** The members of Freshworks' `appclient` that this page uses. */
export interface AppClient {
  readonly events: { on(name: 'app.activated' | 'app.deactivated', listener: () => void): void };
  readonly data: { get(name: 'loggedInUser' | 'currentHost'): Promise<object> };
  readonly request: {
    invoke(functionName: string, args: object): Promise<{ readonly response: unknown }>;
  };
}
