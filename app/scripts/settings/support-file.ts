/** The name of a support file that was made at a moment. */
export function fileName(ms: number): string {
  const stamp = new Date(ms).toISOString().slice(0, 16).replace(':', '-');
  return `injixo-connect-support-${stamp}.json`;
}

/** Hands the person a file. */
export function download(name: string, content: object): void {
  const text = JSON.stringify(content, null, 2);
  const address = window.URL.createObjectURL(new window.Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Not at once: the browser has to have begun to read it.
  window.setTimeout(() => window.URL.revokeObjectURL(address), 10_000);
}
