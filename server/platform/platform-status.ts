/** The status of an error the platform's calls reject with (`{ status, message }`); 0 when it has none. */
export function platformStatus(error: unknown): number {
  const status = (error as { status?: unknown } | null | undefined)?.status;
  return typeof status === 'number' ? status : 0;
}
