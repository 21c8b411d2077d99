import { orderHeld } from './order-held';

/** Orders that a held batch be discarded: its contacts are never sent. Two key-value operations. */
export async function discardHeld(payload: unknown): Promise<void> {
  await orderHeld('discard', payload);
}
