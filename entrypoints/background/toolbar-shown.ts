// Where the toolbar comes beside a selection, as its own card shows and changes it.
import type { ToolbarShown } from '../../messages/protocol.ts';
import type { PressmarkDatabase } from '../../notes/database.ts';
import { changeSettings, readSettings, type Settings } from '../../notes/settings.ts';
import { everythingChanged } from './articles.ts';

export function toolbarShown({ toolbar, toolbarOffSites }: Settings, host: string): ToolbarShown {
  return { here: !toolbarOffSites.includes(host), everywhere: toolbar };
}

export async function showToolbar(
  db: PressmarkDatabase,
  host: string,
  { here, everywhere }: Partial<ToolbarShown>,
): Promise<ToolbarShown> {
  const { toolbarOffSites } = await readSettings(db);
  const others = toolbarOffSites.filter((each) => each !== host);
  await changeSettings(db, {
    ...(everywhere === undefined ? {} : { toolbar: everywhere }),
    ...(here === undefined ? {} : { toolbarOffSites: here ? others : [...others, host] }),
  });
  await everythingChanged(db);
  return toolbarShown(await readSettings(db), host);
}
