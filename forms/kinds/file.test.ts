import { expect, test } from 'vitest';
import { complaintOf } from '../grammar/check.ts';
import { check, columns, show } from './file.ts';

const words = { sv: 'Fråga', en: 'Question' };
const field = {
  kind: 'file',
  label: words,
  wanted: 'optional',
  zone: 'confidential',
  mediaTypes: ['application/pdf', 'image/png'],
  bytesMax: 10_000_000,
} as const;
const pdf = { name: 'Avtal.pdf', media_type: 'application/pdf', bytes: 1_250_000, sha256: 'ab'.repeat(32) };

test.each([
  [{ name: 'a/b.pdf' }, 'name', '422.10', 'a path'],
  [{ name: 'C:\\avtal.pdf' }, 'name', '422.10', 'a path of another sort'],
  [{ name: 'avtal\u202efdp.exe' }, 'name', '422.10', 'a turn of writing direction'],
  [{ name: 'avtal\u0000.pdf' }, 'name', '422.10', 'a control character'],
  [{ name: ' ' }, 'name', '422.1', 'no name'],
  [{ name: 'x'.repeat(201) }, 'name', '422.4', 'more than 200 characters'],
  [{ name: 'Intyg 811228-9874.pdf' }, 'name', '422.9', 'a personnummer'],
  [{ media_type: 'text/html' }, 'media_type', '422.5', 'another type'],
  [{ bytes: 0 }, 'bytes', '422.6', 'an empty file'],
  [{ bytes: 10_000_001 }, 'bytes', '422.6', 'a large file'],
  [{ bytes: 1.5 }, 'bytes', '422.3', 'half a byte'],
  [{ sha256: 'AB'.repeat(32) }, 'sha256', '422.7', 'capitals'],
  [{ url: 'https://foretag.se' }, '', '422.3', 'something else beside'],
])('%o is refused at "%s" with %s: %s', (wrong, path, code, _why) => {
  const [issue] = check(field).safeParse({ ...pdf, ...wrong }).error?.issues ?? [];
  expect(issue?.path.join('.')).toBe(path);
  expect(complaintOf(issue).code).toBe(code);
});

test.each([
  [999, 'Avtal.pdf (999\u00a0B)'],
  [1_250_000, 'Avtal.pdf (1,3\u00a0MB)'],
  [1000, 'Avtal.pdf (1\u00a0kB)'],
])('%i bytes are shown as %s', (bytes, shown) => {
  expect(show(field, { ...pdf, bytes }, 'sv')).toBe(shown);
});

test('only its name is free text', () => {
  expect(columns().map(({ suffix, freeText, cell }) => [suffix, freeText, cell(pdf)])).toEqual([
    ['', false, pdf.sha256],
    ['_media_type', false, 'application/pdf'],
    ['_bytes', false, 1_250_000],
    ['_name', true, 'Avtal.pdf'],
  ]);
});
