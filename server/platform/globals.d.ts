/**
 * What the Freshworks platform puts into a serverless app's scope, as far as this app uses it
 * (platform 3.0 documentation: key-value storage, entity storage, scheduled events, server method invocation).
 * Only the files of this folder may name these; everything else gets a port.
 */

interface PlatformKeyValueStore {
  get(key: string): Promise<unknown>;
  set(
    key: string,
    value: object,
    options?: { readonly ttl?: number; readonly setIf?: 'not_exist' },
  ): Promise<void>;
  update(key: string, action: 'set' | 'remove', attributes: object | readonly string[]): Promise<void>;
  entity(options: { readonly version: 'v1' }): { get(name: string): PlatformEntity };
}

interface PlatformEntity {
  create(data: object): Promise<void>;
  getAll(options: { readonly next?: { readonly marker: string } }): Promise<unknown>;
  delete(displayId: string): Promise<void>;
}

interface PlatformSchedule {
  create(schedule: object): Promise<unknown>;
  update(schedule: object): Promise<unknown>;
  fetch(schedule: { readonly name: string }): Promise<unknown>;
  delete(schedule: { readonly name: string }): Promise<unknown>;
}

declare const $db: PlatformKeyValueStore;
declare const $schedule: PlatformSchedule;
declare function renderData(error?: object | null, data?: object): void;
declare const console: Record<'info' | 'warn' | 'error', (text: string) => void>;
