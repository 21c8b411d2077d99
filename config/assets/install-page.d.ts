/** Objects that the platform provides to the script of an install page. */

interface TemplateOptions {
  readonly context: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The answer of a request template; unsuccessful ones reject with the same shape. */
interface TemplateAnswer {
  readonly status: number;
  readonly response: string;
  /** `APP`: the platform did not make the request, or got no answer. */
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
  /** The value of a field; undocumented for a field that was never touched. */
  get(field: string): unknown;
  set(field: string, patch: { readonly hint: string }): void;
};
