// What is known of a handle: where its profile is and what tells the network, and whose it is. Nothing is fetched: the
// profile is opened by the reader's own click.
import { Button } from '../../components/Button.tsx';
import { profileAddress } from '../../components/platform.ts';
import { useWords, type WordKey } from '../../components/words.ts';
import type { Entity } from '../../core/entities/mention.ts';
import { nameKey } from '../../core/entities/name-key.ts';
import { pageIn } from '../../messages/callers.ts';
import { checkNames } from '../../messages/validate.ts';

interface HandleFactsProps {
  entity: Entity;
  tabId: number;
  attempt: (work: () => Promise<unknown>) => void;
}

export function HandleFacts({ entity, tabId, attempt }: HandleFactsProps) {
  const words = useWords();
  const { owner } = entity;
  const profile = profileAddress(entity.profileUrl);
  const evidence = evidenceKey(entity);

  function showOwner(name: string): void {
    attempt(async () => {
      const page = pageIn(tabId);
      const named = checkNames(await page.call('names')).find((each) => nameKey(each.entity.name) === nameKey(name));
      if (named !== undefined) await page.call('showName', named.entity, 0);
    });
  }

  return (
    <>
      {profile !== undefined && (
        <a class="card-profile" href={profile} target="_blank" rel="noopener noreferrer">
          {words('editorProfile')}
          <span class="quiet">{new URL(profile).hostname}</span>
        </a>
      )}
      {evidence !== undefined && <p class="quiet">{words(evidence)}</p>}
      {owner !== undefined && (
        <p class="card-owner quiet">
          {words('handleOwner')} <Button label={owner} onPress={() => showOwner(owner)} />
        </p>
      )}
    </>
  );
}

/** What tells the network; undefined where none is known. */
function evidenceKey({ platform, evidence = '' }: Entity): WordKey | undefined {
  if (platform === undefined) return undefined;
  if (evidence === 'a link') return 'evidenceLink';
  if (evidence === 'the words around it') return 'evidenceWords';
  if (evidence === 'address of a profile') return 'evidenceAddress';
  return evidence.startsWith('form ') ? 'evidenceForm' : undefined;
}
