/** Downloads a text as a file. */
export function download(name: string, text: string, type: string): void {
  const address = window.URL.createObjectURL(new window.Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Delayed: the browser must have started to read the file.
  window.setTimeout(() => window.URL.revokeObjectURL(address), 10_000);
}
