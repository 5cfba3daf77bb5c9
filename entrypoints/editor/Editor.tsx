// Claims the card and shows it. Without a card there is nothing here but one sentence.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ColourNamesContext } from '../../components/colour-names.ts';
import type { Drafts } from '../../components/drafts.ts';
import { ErrorLine } from '../../components/ErrorLine.tsx';
import { allKept, type Flush, LeavingContext } from '../../components/leaving.ts';
import { trusted } from '../../components/trusted.ts';
import { useWords } from '../../components/words.ts';
import { ownBackground, pageIn } from '../../messages/callers.ts';
import type { Card } from '../../messages/protocol.ts';
import { AnnotationCard } from './AnnotationCard.tsx';
import { EntityCard } from './EntityCard.tsx';
import { KeysHere } from './KeysHere.tsx';
import { reportHeight } from './report-height.ts';
import { ToolbarCard } from './ToolbarCard.tsx';

interface EditorProps {
  ticket: string;
  /** In a frame in the article; else in a window of its own. */
  framed: boolean;
  drafts: Drafts;
}

type Claim =
  | { step: 'claiming' }
  | { step: 'refused' }
  | { step: 'failed'; error: unknown }
  | { step: 'claimed'; card: Card };

export function Editor({ ticket, framed, drafts }: EditorProps) {
  const words = useWords();
  const view = useRef<HTMLElement>(null);
  const leaving = useRef(new Set<Flush>()).current;
  const refused = useRef(false);
  const [claim, setClaim] = useState<Claim>({ step: 'claiming' });
  const [keysShown, setKeysShown] = useState(false);
  const card = claim.step === 'claimed' ? claim.card : undefined;

  function claimCard(): void {
    const claimed = ticket === '' ? Promise.resolve(undefined) : ownBackground.call('claimCard', ticket);
    claimed.then(
      (found) => setClaim(found === undefined ? { step: 'refused' } : { step: 'claimed', card: found }),
      (error: unknown) => setClaim({ step: 'failed', error }),
    );
  }
  useEffect(claimCard, [ticket]);

  useEffect(() => {
    const onKeyDown = trusted((event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) void close();
      else if (event.key === '?' && !isField(event.target)) setKeysShown((shown) => !shown);
    });
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });

  useLayoutEffect(() => {
    if (!framed || card === undefined || view.current === null) return undefined;
    return reportHeight(
      view.current,
      (height) =>
        void pageIn(card.tabId)
          .call('resizeCard', height)
          .catch(() => undefined),
    );
  }, [framed, card]);

  async function close(): Promise<void> {
    // Words that cannot be saved keep the card open once; then they stay as a draft.
    if (!(await allKept(leaving)) && !refused.current) {
      refused.current = true;
      return;
    }
    if (card !== undefined)
      await pageIn(card.tabId)
        .call('closeCard')
        .catch(() => undefined);
    if (!framed) window.close();
  }

  return (
    <main ref={view} class="card">
      {claim.step === 'claiming' && <p class="quiet">{words('editorLoading')}</p>}
      {claim.step === 'refused' && <p>{words('editorNoTicket')}</p>}
      {claim.step === 'failed' && <ErrorLine error={claim.error} onRetry={claimCard} />}
      <LeavingContext.Provider value={leaving}>
        <ColourNamesContext.Provider value={card?.colourNames ?? {}}>
          {card?.kind === 'annotation' && <AnnotationCard card={card} drafts={drafts} onClose={() => void close()} />}
          {card?.kind === 'entity' && <EntityCard card={card} drafts={drafts} onClose={() => void close()} />}
          {card?.kind === 'toolbar' && <ToolbarCard card={card} onClose={() => void close()} />}
          {keysShown && card?.kind !== 'toolbar' && <KeysHere />}
        </ColourNamesContext.Provider>
      </LeavingContext.Provider>
    </main>
  );
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}
