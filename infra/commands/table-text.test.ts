import { describe, expect, test } from 'vitest';
import { formats, type TableResult, widthOf } from './table-text.ts';

const columns = [
  { name: 'namn', type: 'varchar' },
  { name: 'antal', type: 'bigint' },
  { name: 'andel', type: 'double' },
  { name: 'klar', type: 'boolean' },
];
const some: TableResult = {
  columns,
  rows: [
    ['Åsa', '7', '0.5', 'true'],
    ['😀 "x", y', '12345', '1.0E7', 'false'],
    [null, null, null, null],
    ['', '9007199254740993', 'NaN', null],
  ],
};
const none: TableResult = { columns, rows: [] };

function text(format: keyof typeof formats, result: TableResult): string {
  return [...formats[format](result)].join('');
}

describe('a table', () => {
  test('has aligned columns, numbers to the right, and nothing for null', () => {
    expect(text('table', some)).toBe(
      [
        'namn                  antal  andel  klar',
        '---------  ----------------  -----  -----',
        'Åsa                       7    0.5  true',
        '😀 "x", y             12345  1.0E7  false',
        '',
        '           9007199254740993    NaN',
        '(4 rows)',
        '',
      ].join('\n'),
    );
  });

  test('without rows has its columns and says so', () => {
    expect(text('table', none)).toBe('namn  antal  andel  klar\n----  -----  -----  ----\n(0 rows)\n');
  });

  test('shows control characters instead of sending them to the terminal', () => {
    const result = { columns: [{ name: 'a', type: 'varchar' }], rows: [['x\u001b[2Jy\nz\u202e\u009b']] };
    expect(text('table', result)).toContain('x␛[2Jy␊z\ufffd\ufffd\n(1 row)\n');
  });

  test.each([
    ['abc', 3],
    ['åäö', 3],
    ['a\u030a', 1],
    ['😀', 2],
    ['👩‍🏭', 2],
    ['🇸🇪', 2],
    ['❤️', 2],
    ['日本', 4],
    ['–…', 2],
    ['\u200b', 0],
  ])('%s is %i places wide', (word, width) => {
    expect(widthOf(word)).toBe(width);
  });
});

describe('csv', () => {
  test('quotes what needs it and tells null from an empty text', () => {
    expect(text('csv', some)).toBe(
      [
        'namn,antal,andel,klar',
        'Åsa,7,0.5,true',
        '"😀 ""x"", y",12345,1.0E7,false',
        ',,,',
        '"",9007199254740993,NaN,',
        '',
      ].join('\r\n'),
    );
  });

  test('keeps line breaks within quotes', () => {
    const result = { columns: [{ name: 'a,b', type: 'varchar' }], rows: [['x\r\ny']] };
    expect(text('csv', result)).toBe('"a,b"\r\n"x\r\ny"\r\n');
  });

  test('without rows is only the header', () => {
    expect(text('csv', none)).toBe('namn,antal,andel,klar\r\n');
  });
});

describe('json', () => {
  test('has numbers, booleans and null, and text for what a number cannot hold', () => {
    expect(JSON.parse(text('json', some))).toEqual([
      { namn: 'Åsa', antal: 7, andel: 0.5, klar: true },
      { namn: '😀 "x", y', antal: 12345, andel: 1e7, klar: false },
      { namn: null, antal: null, andel: null, klar: null },
      { namn: '', antal: '9007199254740993', andel: 'NaN', klar: null },
    ]);
  });

  test.each([
    ['decimal', '1234567.89', 1234567.89],
    ['decimal', '-0.05', -0.05],
    ['decimal', '1234567890123456.78', '1234567890123456.78'],
    ['bigint', '-9007199254740991', -9007199254740991],
    ['bigint', '-9007199254740992', '-9007199254740992'],
    ['double', 'Infinity', 'Infinity'],
    ['date', '2026-09-30', '2026-09-30'],
    ['array', '[a, b]', '[a, b]'],
  ])('gives the %s %s as %j', (type, value, given) => {
    expect(JSON.parse(text('json', { columns: [{ name: 'x', type }], rows: [[value]] }))).toEqual([
      { x: given },
    ]);
  });

  test('loses no column to another of the same name', () => {
    const twice = [
      { name: 'a', type: 'integer' },
      { name: 'a', type: 'integer' },
    ];
    expect(JSON.parse(text('json', { columns: twice, rows: [['1', '2']] }))).toEqual([{ a: 1, a_2: 2 }]);
  });

  test('without rows is an empty array', () => {
    expect(text('json', none)).toBe('[]\n');
  });
});
