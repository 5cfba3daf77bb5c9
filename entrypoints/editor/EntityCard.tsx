// The card of a person, organisation, place, handle or hashtag: who it is, its mentions, its notes here.
import { useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import type { Drafts } from '../../components/drafts.ts';
import { EntityHead } from '../../components/EntityHead.tsx';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { handleKind } from '../../components/platform.ts';
import { useAttempt } from '../../components/use-attempt.ts';
import { countWords, useWords } from '../../components/words.ts';
import type { Fix } from '../../core/entities/corrections.ts';
import type { Entity } from '../../core/entities/mention.ts';
import { ownBackground, pageIn } from '../../messages/callers.ts';
import type { Card } from '../../messages/protocol.ts';
import { Correcting } from './Correcting.tsx';
import { EntityNotes } from './EntityNotes.tsx';
import { HandleFacts } from './HandleFacts.tsx';

interface EntityCardProps {
  card: Extract<Card, { kind: 'entity' }>;
  drafts: Drafts;
  onClose: () => void;
}

export function EntityCard({ card, drafts, onClose }: EntityCardProps) {
  const words = useWords();
  const { tabId } = card;
  const [fix, setFix] = useState<Fix>();
  const entity = entityAfter(card.entity, fix);
  const [position, setPosition] = useState(card.position);
  const { failure, attempt } = useAttempt();

  return (
    <>
      <div class="card-top">
        <EntityHead
          name={entity.name}
          type={entity.type}
          kind={handleKind(entity, words)}
          count={card.count}
          position={position}
          onStep={(step) => attempt(async () => setPosition(await pageIn(tabId).call('stepMention', step)))}
        />
        <Button label={words('close')} icon="close" iconOnly onPress={onClose} />
      </div>
      {entity.type === 'Handle' && <HandleFacts entity={entity} tabId={tabId} attempt={attempt} />}
      <EntityNotes card={card} drafts={drafts} attempt={attempt} />
      {card.notes.length + card.elsewhere > 0 && (
        <Button
          label={card.elsewhere > 0 ? countWords(words, 'entityElsewhere', card.elsewhere) : words('namePage')}
          icon="open"
          onPress={() => attempt(() => ownBackground.call('openEntity', { name: entity.name, type: entity.type }))}
        />
      )}
      {failure && <ErrorLine error={failure.error} onRetry={failure.retry} />}
      <Correcting card={card} attempt={attempt} onChanged={setFix} />
    </>
  );
}

/** The entity as its card shows it once it was corrected. */
function entityAfter(entity: Entity, fix: Fix | undefined): Entity {
  switch (fix?.what) {
    case 'kind':
      return { name: entity.name, type: fix.type };
    case 'same-as':
      return entity.type === 'Handle' && fix.to.type !== 'Handle' ? { ...entity, owner: fix.to.name } : fix.to;
    case 'not-a-name':
    case 'apart':
    case undefined:
      return entity;
  }
}
