// Makes the extension's storage fail as it fails on readers' machines: full, or made by a newer version.
import type { Browsing } from '../../tools/browsers/browsing.ts';

/** Fills the storage until not one more byte goes in. */
export async function fillStorage(browsing: Browsing): Promise<void> {
  const extension = await browsing.inExtension();
  await extension.run(async () => {
    /** False when it did not go in. A connection for each: Firefox closes one that met the end of the room. */
    const put = async (size: number): Promise<boolean> => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('ballast', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('bytes', { autoIncrement: true });
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const bytes = new Uint8Array(size);
      // What does not look alike is not packed.
      for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
      const done = await new Promise<boolean>((resolve) => {
        const transaction = db.transaction('bytes', 'readwrite', { durability: 'strict' });
        transaction.oncomplete = () => resolve(true);
        transaction.onabort = () => resolve(false);
        transaction.objectStore('bytes').add(bytes);
      });
      db.close();
      return done;
    };
    for (let size = 2 ** 20; size >= 1; size /= 2) {
      while (await put(size).catch(() => false));
    }
  });
}

/** Makes room again. */
export function emptyStorage(browsing: Browsing): Promise<void> {
  return deleteDatabase(browsing, 'ballast');
}

/** Makes our database one of a version to come, as it stands before a reader who has gone back to an older Pressmark. */
export async function makeDatabaseNewer(browsing: Browsing): Promise<void> {
  const extension = await browsing.inExtension();
  await extension.run(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('pressmark', 990);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    db.close();
  });
}

export function removeNewerDatabase(browsing: Browsing): Promise<void> {
  return deleteDatabase(browsing, 'pressmark');
}

async function deleteDatabase(browsing: Browsing, name: string): Promise<void> {
  const extension = await browsing.inExtension();
  await extension.run(async (_root, which) => {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(which);
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    });
  }, name);
}
