import { type FileHandle, open, rm } from 'node:fs/promises';
import type { Received, Sink } from './receive.ts';
import type { StoredObject } from './rows.ts';
import { newUpload, type Store } from './store.ts';

/** S3's limit for one PUT. */
export const objectBytesMax = 5 * 1024 ** 3;

/**
 * Writes a body beside the objects, flushes it to the disk and has it committed as one. Whatever goes wrong
 * on the way, nothing is left of it.
 */
export async function takeUpload(
  store: Store,
  receive: (sink: Sink) => Promise<Received>,
  commit: (upload: string, received: Received) => StoredObject,
): Promise<StoredObject> {
  const { upload, file } = newUpload(store);
  try {
    const handle = await open(file, 'wx');
    const received = await writeBody(handle, receive);
    return commit(upload, received);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

async function writeBody(handle: FileHandle, receive: (sink: Sink) => Promise<Received>): Promise<Received> {
  try {
    const received = await receive((bytes) => handle.writeFile(bytes));
    await handle.sync();
    return received;
  } finally {
    await handle.close();
  }
}
