/** A request of the user that cannot be fulfilled; the message says why. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Runs an action of a stand-in and turns its errors into refusals. */
export function orRefuse<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Refused(error instanceof Error ? error.message : String(error));
  }
}

/** The same for asynchronous actions. */
export async function orRefuseLater<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Refused(error instanceof Error ? error.message : String(error));
  }
}
