// The first-run page: the job in three gestures on a sample article, then what is read, that nothing leaves the
// machine, and the way on.
import { useState } from 'preact/hooks';
import { useWords } from '../../components/words.ts';
import { NextSteps } from './NextSteps.tsx';
import { Sample, type Step } from './Sample.tsx';
import { SiteAccess } from './SiteAccess.tsx';
import { Steps } from './Steps.tsx';
import './Welcome.css';

export function Welcome() {
  const words = useWords();
  const [done, setDone] = useState<readonly Step[]>([]);
  return (
    <main class="welcome">
      <header class="welcome-head">
        <img src="/icon/128.png" alt="" width={56} height={56} />
        <div>
          <h1>{words('welcomeTitle')}</h1>
          <p>{words('welcomeText')}</p>
        </div>
      </header>
      <SiteAccess />
      <Steps done={done} />
      <Sample onDone={(step) => setDone((before) => (before.includes(step) ? before : [...before, step]))} />
      <section class="welcome-private" aria-labelledby="private">
        <h2 id="private">{words('welcomePrivate')}</h2>
        <ul>
          <li>{words('welcomeReads')}</li>
          <li>{words('welcomeKeeps')}</li>
          <li>{words('welcomeSends')}</li>
        </ul>
      </section>
      <NextSteps />
    </main>
  );
}
