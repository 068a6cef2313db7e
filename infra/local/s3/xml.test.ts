import { expect, test } from 'vitest';
import { childText, parseXml, textElement, xmlDocument } from './xml.ts';

test('what is written is read again', () => {
  const text = `<&>"' å \u0001\r\n]]>`;
  const root = parseXml(xmlDocument('Root', textElement('Text', text)));
  expect([root.name, childText(root, 'Text')]).toEqual(['Root', text]);
});

test.each([
  '',
  'text',
  '<a>',
  '<a></b>',
  '<a/><b/>',
  '<a></a></a>',
  '<a>&other;</a>',
  '<a>&</a>',
  '<!DOCTYPE a [<!ENTITY x "y">]><a/>',
  '<a>'.repeat(20) + '</a>'.repeat(20),
  `<a>${'<b/>'.repeat(10_001)}</a>`,
])('the document %s is malformed', (document) => {
  expect(() => parseXml(document)).toThrow(expect.objectContaining({ code: 'MalformedXML' }));
});
