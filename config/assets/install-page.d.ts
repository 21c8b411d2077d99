/** What the platform gives the script of an install page. */

interface TemplateOptions {
  readonly context: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An answer of a request template; one that is no success comes as a rejection of the same shape. */
interface TemplateAnswer {
  readonly status: number;
  readonly response: string;
  /** `APP`: the platform itself did not make the request, or it got no answer. */
  readonly errorSource?: string;
}

interface InstallPageClient {
  readonly request: {
    invokeTemplate(name: string, options: TemplateOptions): Promise<TemplateAnswer>;
  };
  readonly data: {
    get(name: 'currentHost'): Promise<{ currentHost: { endpoint_urls: { freshdesk: string } } }>;
  };
}

declare const app: { initialized(): Promise<InstallPageClient> };

declare const utils: {
  /** What stands in a field; what it gives for one that was never touched is not documented. */
  get(field: string): unknown;
  set(field: string, patch: { readonly hint: string }): void;
};
