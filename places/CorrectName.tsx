// What is wrong with a name, said in its row: for the mention that the page shows, for this article, or always.
import { CorrectionForm } from '../components/CorrectionForm.tsx';
import { type Fix, type Reach, reaches } from '../core/entities/corrections.ts';
import type { NamedHere } from '../core/entities/list-names.ts';
import { ownBackground } from '../messages/callers.ts';
import type { ShownMention } from '../messages/protocol.ts';

interface CorrectNameProps {
  named: NamedHere;
  names: readonly NamedHere[];
  /** The mention that the page was led to. */
  shown: ShownMention | undefined;
  tabId: number;
  attempt: (work: () => Promise<unknown>) => void;
  /** It is learned; `id` takes it back. */
  onLearned: (id: string) => void;
}

const withoutMention = reaches.filter((reach) => reach !== 'mention');

export function CorrectName({ named, names, shown, tabId, attempt, onLearned }: CorrectNameProps) {
  const { name, type } = named.entity;

  function correct({ fix, reach, form }: { fix: Fix; reach: Reach; form: string }): void {
    const { before = '', after = '' } = shown ?? {};
    const correction = { name, type, form, before, after, reach, fix };
    attempt(async () => onLearned(await ownBackground.call('correctName', tabId, correction)));
  }

  return (
    <CorrectionForm
      entity={named.entity}
      key={shown?.position}
      form={shown?.form ?? named.first.words}
      forms={named.forms.map(({ form }) => form)}
      others={names.filter((each) => each !== named).map(({ entity }) => entity)}
      offered={shown === undefined ? withoutMention : reaches}
      onCorrect={correct}
    />
  );
}
