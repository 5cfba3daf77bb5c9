// A page that nobody sees: Chromium's background cannot make the address of a file, so it is made here.
import type { ToOffscreen } from '../../messages/protocol.ts';
import { isOwnPage } from '../../messages/senders.ts';
import { answer } from '../../messages/wire.ts';
import { openDatabase } from '../../notes/database.ts';
import { makeBackup } from '../backup/make-backup.ts';

const db = openDatabase();
answer<ToOffscreen>('to-offscreen', isOwnPage, (name, error) => console.error(name, error), {
  makeBackup: () => makeBackup(db),
});
