/** The part of the platform's client that names the account. */
interface HostClient {
  readonly data: { get(name: 'currentHost'): Promise<unknown> };
}

/** The account's host in Freshdesk as the platform names it, or null. Never rejects. */
export async function readAccount(client: HostClient): Promise<string | null> {
  try {
    const { currentHost } = (await client.data.get('currentHost')) as {
      readonly currentHost?: { readonly endpoint_urls?: { readonly freshdesk?: unknown } };
    };
    const url = currentHost?.endpoint_urls?.freshdesk;
    return typeof url === 'string' ? new window.URL(url).host : null;
  } catch {
    return null;
  }
}
