// Why a name is marked, and what can be said against it. What was said is learned at once and can be taken back here.
import { useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { CorrectionForm } from '../../components/CorrectionForm.tsx';
import { reasonWords, sureWords } from '../../components/reason-words.ts';
import { trusted } from '../../components/trusted.ts';
import { useWords } from '../../components/words.ts';
import type { Fix, Reach } from '../../core/entities/corrections.ts';
import type { NamedHere } from '../../core/entities/list-names.ts';
import { sameEntity } from '../../core/entities/name-key.ts';
import { ownBackground, pageIn } from '../../messages/callers.ts';
import type { Card } from '../../messages/protocol.ts';
import { checkNames } from '../../messages/validate.ts';

interface CorrectingProps {
  card: Extract<Card, { kind: 'entity' }>;
  attempt: (work: () => Promise<unknown>) => void;
  /** What the card's entity is from now on; undefined: what it was. */
  onChanged: (fix: Fix | undefined) => void;
}

export function Correcting({ card, attempt, onChanged }: CorrectingProps) {
  const words = useWords();
  const { entity, form, tabId } = card;
  const [names, setNames] = useState<readonly NamedHere[]>();
  const [learned, setLearned] = useState<string>();

  function correct({ fix, reach, form: corrected }: { fix: Fix; reach: Reach; form: string }): void {
    const { before, after } = card;
    const { name, type } = entity;
    attempt(async () => {
      const correction = { name, type, form: corrected, before, after, reach, fix };
      setLearned(await ownBackground.call('correctName', tabId, correction));
      onChanged(fix);
    });
  }

  function takeBack(id: string): void {
    attempt(async () => {
      await ownBackground.call('takeBackCorrection', id);
      setLearned(undefined);
      onChanged(undefined);
    });
  }

  if (learned !== undefined) {
    return (
      <p class="card-learned" role="status">
        {words('correctLearned')} <Button label={words('undo')} onPress={() => takeBack(learned)} />
      </p>
    );
  }
  return (
    <details
      class="card-why"
      onToggle={trusted(() => attempt(async () => setNames(checkNames(await pageIn(tabId).call('names')))))}
    >
      <summary>{words('editorWhy')}</summary>
      <p class="quiet">
        {reasonWords(card.reason, words).join(' ')}{' '}
        {card.score !== undefined && card.score < 1 && sureWords(card.score, words)}
      </p>
      {names !== undefined && (
        <CorrectionForm
          entity={entity}
          form={form}
          forms={(names.find((each) => sameEntity(each.entity, entity))?.forms ?? []).map((each) => each.form)}
          others={names.map((each) => each.entity).filter((each) => !sameEntity(each, entity))}
          onCorrect={correct}
        />
      )}
    </details>
  );
}
