// The card of a person, organisation, place, handle or hashtag: who it is, its mentions, its notes here.
import { useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import type { Drafts } from '../../components/drafts.ts';
import { EntityHead } from '../../components/EntityHead.tsx';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { useAttempt } from '../../components/use-attempt.ts';
import { useWords } from '../../components/words.ts';
import { pageIn } from '../../messages/callers.ts';
import type { Card } from '../../messages/protocol.ts';
import { EntityNotes } from './EntityNotes.tsx';
import { handleKind, profileAddress } from './platform.ts';

interface EntityCardProps {
  card: Extract<Card, { kind: 'entity' }>;
  drafts: Drafts;
  onClose: () => void;
}

export function EntityCard({ card, drafts, onClose }: EntityCardProps) {
  const words = useWords();
  const { entity, tabId } = card;
  const [position, setPosition] = useState(card.position);
  const { failure, attempt } = useAttempt();
  const profile = profileAddress(entity.profileUrl);

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
      {profile !== undefined && (
        <a class="card-profile" href={profile} target="_blank" rel="noopener noreferrer">
          {words('editorProfile')}
          <span class="quiet">{new URL(profile).hostname}</span>
        </a>
      )}
      <EntityNotes card={card} drafts={drafts} attempt={attempt} />
      {failure && <ErrorLine error={failure.error} onRetry={failure.retry} />}
      <Why reason={card.reason} score={card.score} />
    </>
  );
}

function Why({ reason, score }: { reason: string; score: number | undefined }) {
  const words = useWords();
  const percent = new Intl.NumberFormat(words('language'), { style: 'percent' });
  return (
    <details class="card-why">
      <summary>{words('editorWhy')}</summary>
      <p class="quiet">{words('editorReason', reason)}</p>
      {score !== undefined && <p class="quiet">{words('editorSure', percent.format(score))}</p>}
    </details>
  );
}
