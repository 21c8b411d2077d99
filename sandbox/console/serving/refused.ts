/** Something that a person asked for and cannot have; the sentence says why. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Runs what a stand-in does, and makes its objections refusals. */
export function orRefuse<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Refused(error instanceof Error ? error.message : String(error));
  }
}

/** The same for what takes its time. */
export async function orRefuseLater<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Refused(error instanceof Error ? error.message : String(error));
  }
}
