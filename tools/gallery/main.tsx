// The gallery: every component in its states, light beside dark. `?lang=de` takes the words of another language,
// `?dir=rtl` writes from right to left.
import { render } from 'preact';
import '../../components/page.css';
import { type Words, WordsContext } from '../../components/words.ts';
import './gallery.css';
import { stories } from './stories/all.ts';

type Messages = Readonly<Record<string, { message: string }>>;

const schemes = ['light', 'dark'] as const;
const directions = ['ltr', 'rtl'] as const;
const files = import.meta.glob<Messages>('../../public/_locales/*/messages.json', { eager: true, import: 'default' });
const locales = new Map(Object.entries(files).map(([path, messages]) => [path.split('/').at(-2) ?? '', messages]));

const params = new URLSearchParams(location.search);
const lang = params.get('lang') ?? 'en';
const dir = directions.find((each) => each === params.get('dir')) ?? 'ltr';

const words: Words = (key, ...substitutions) =>
  (locales.get(lang)?.[key]?.message ?? key).replace(/\$(\d)/g, (_, place) => substitutions[Number(place) - 1] ?? '');

function Gallery() {
  return (
    <main class="gallery">
      <h1>Components</h1>
      <nav aria-label="Language and direction">
        {[...locales.keys()].map((each) => (
          <a key={each} href={`?lang=${each}&dir=${dir}`} {...(each === lang ? { 'aria-current': 'page' } : {})}>
            {each}
          </a>
        ))}
        {directions.map((each) => (
          <a key={each} href={`?lang=${lang}&dir=${each}`} {...(each === dir ? { 'aria-current': 'page' } : {})}>
            {each}
          </a>
        ))}
      </nav>
      {stories.map(({ name, states }) => (
        <section key={name} aria-label={name}>
          <h2>{name}</h2>
          {Object.entries(states).map(([state, show]) => (
            <div key={state} class="gallery-state">
              <p class="quiet" dir="ltr" lang="en">
                {state}
              </p>
              {schemes.map((scheme) => (
                <div key={scheme} class="gallery-cell" data-story={name} style={{ colorScheme: scheme }}>
                  {show()}
                </div>
              ))}
            </div>
          ))}
        </section>
      ))}
    </main>
  );
}

document.documentElement.lang = lang;
document.documentElement.dir = dir;
const root = document.querySelector('#view');
if (root !== null)
  render(
    <WordsContext.Provider value={words}>
      <Gallery />
    </WordsContext.Provider>,
    root,
  );
