import { describe, expect, it } from 'vitest';
import { textOf } from './file-text.ts';

async function read(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  let text = '';
  for await (const chunk of textOf(new Blob([bytes]))) text += chunk;
  return text;
}

const utf8 = (text: string) => new Uint8Array(new TextEncoder().encode(text));

function utf16(text: string, littleEndian: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

describe('the text of a file', () => {
  it('is UTF-8, with or without a mark', async () => {
    expect(await read(utf8('naïve 😀'))).toBe('naïve 😀');
    expect(await read(utf8('\ufeffnaïve'))).toBe('naïve');
  });

  it.each([true, false])('is UTF-16 where the file says so (little endian: %s)', async (littleEndian) => {
    expect(await read(utf16('\ufeffnaïve 😀', littleEndian))).toBe('naïve 😀');
  });

  it('is refused in UTF-16 without a mark', async () => {
    await expect(read(utf16('Highlight,Title', true))).rejects.toMatchObject({ fault: 'wrong-encoding', line: 1 });
  });

  it('is refused in Latin-1, with the line', async () => {
    const latin = Uint8Array.from('Highlight\nplain\nna\xefve\n', (letter) => letter.charCodeAt(0));
    await expect(read(latin)).rejects.toMatchObject({ fault: 'wrong-encoding', line: 3 });
    await expect(read(latin.slice(0, 19))).rejects.toMatchObject({ fault: 'wrong-encoding', line: 3 });
  });

  it('is refused when there is none', async () => {
    await expect(read(new Uint8Array())).rejects.toMatchObject({ fault: 'empty' });
  });

  it('is read no further once it is cancelled', async () => {
    let served = 0;
    const stop = new AbortController();
    const file = {
      size: 2 ** 31,
      stream: () =>
        new ReadableStream<Uint8Array>({
          pull(controller) {
            if (++served === 3) stop.abort();
            controller.enqueue(utf8('line\n'.repeat(1000)));
          },
        }),
    };
    const reading = async () => {
      for await (const chunk of textOf(file, { signal: stop.signal })) expect(chunk.length).toBeLessThan(10_000);
    };
    await expect(reading()).rejects.toThrow(/abort/i);
    expect(served).toBeLessThan(6);
  });
});
