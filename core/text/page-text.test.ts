// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readPageText } from './page-text.ts';

function read(html: string, skip?: string): string {
  document.body.innerHTML = html;
  return readPageText(document, (skip && document.querySelector(skip)) || undefined).text;
}

describe('the text of a page', () => {
  it('parts blocks and lines, and leaves inline elements together', () => {
    expect(read('<h1>Head</h1><p>One <b>bo</b>ld<br>line</p><ul><li>a</li><li>b</li></ul>tail')).toBe(
      'Head\nOne bold\nline\na\nb\ntail',
    );
  });

  it('leaves out what is never shown as text, and our own element', () => {
    const html =
      '<p>a</p><script>no</script><style>no</style><noscript>no</noscript><template>no</template>' +
      '<textarea>no</textarea><our-host>no<p>no</p></our-host><p>b</p>';
    expect(read(html, 'our-host')).toBe('a\nb');
  });

  it('reads open shadow roots where their host stands', () => {
    document.body.innerHTML = '<p>a</p><x-card><i>light</i></x-card><x-card></x-card><p>b</p>';
    const [one, two] = document.querySelectorAll('x-card');
    if (one === undefined || two === undefined) throw new Error('the page was not built');
    one.attachShadow({ mode: 'open' }).innerHTML = '<p>shadow <x-card></x-card></p>';
    const inner = one.shadowRoot?.querySelector('x-card');
    if (inner) inner.attachShadow({ mode: 'open' }).innerHTML = 'deep';
    two.attachShadow({ mode: 'open' });
    expect(readPageText(document).text).toBe('a\nshadow deep\nlight\nb');
  });

  it('gives the empty text for a page without any', () => {
    expect(read('')).toBe('');
  });

  it('reads very many text nodes, however deep', () => {
    document.body.innerHTML = '';
    let parent: Element = document.body;
    for (let depth = 0; depth < 1000; depth++) parent = parent.appendChild(document.createElement('span'));
    for (let each = 0; each < 10_000; each++) parent.append('word ');
    expect(readPageText(document).pieces.length).toBe(10_000);
  });
});
