import { orderHeld } from './order-held';

/** Orders that a held batch be held again after it was discarded. Two key-value operations. */
export async function restoreHeld(payload: unknown): Promise<void> {
  await orderHeld('restore', payload);
}
