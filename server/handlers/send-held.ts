import { orderHeld } from './order-held';

/** Orders that a held batch be sent again. Two key-value operations. */
export async function sendHeld(payload: unknown): Promise<void> {
  await orderHeld('send', payload);
}
