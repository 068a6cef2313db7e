import { describe, expect, test } from 'vitest';
import { openReader, type Reader, readLine, readSome, readUntil } from './reader.ts';

// However a stream is cut into pieces, the same is read from it.
describe.each([1, 2, 3, 7, 1000])('a stream in pieces of %d bytes', (size) => {
  function open(text: string): Reader {
    const pieces = async function* () {
      for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size));
    };
    return openReader(pieces());
  }

  async function until(reader: Reader, delimiter: string): Promise<string> {
    let text = '';
    for await (const piece of readUntil(reader, Buffer.from(delimiter))) text += piece.toString();
    return text;
  }

  test('is read by lines, counts and delimiters', async () => {
    const reader = open('one\r\ntwo\n\r\nthree-\r\n--endless\r\n--end--');
    expect([await readLine(reader, 5), await readLine(reader, 5), await readLine(reader, 5)]).toEqual([
      'one',
      'two',
      '',
    ]);
    expect((await readSome(reader, 1)).toString()).toBe('t');
    expect(await until(reader, '\r\n--end-')).toBe('hree-\r\n--endless');
    await expect(readLine(reader, 5)).rejects.toMatchObject({ code: 'IncompleteBody' });
  });

  test('without the delimiter, or with too long a line, is an error', async () => {
    await expect(until(open('abc'), 'x')).rejects.toMatchObject({ code: 'IncompleteBody' });
    await expect(readLine(open('123456\n'), 5)).rejects.toMatchObject({ code: 'InvalidRequest' });
    await expect(readLine(open('x'.repeat(5000)), 5)).rejects.toMatchObject({ code: 'InvalidRequest' });
  });
});
