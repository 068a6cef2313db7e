import { S3Error } from './errors.ts';

export type XmlElement = { name: string; text: string; children: XmlElement[] };

const elementsMax = 10_000;
const depthMax = 8;
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** One element holding text, escaped. */
export function textElement(name: string, text: string | number | boolean): string {
  return `<${name}>${escapeXml(String(text))}</${name}>`;
}

/** A whole document; the content is elements already made. */
export function xmlDocument(root: string, content: string): string {
  return `${declaration}<${root} xmlns="${namespace}">${content}</${root}>`;
}

/** An error document: unlike the others, S3 sends it without a namespace. */
export function errorDocument(content: string): string {
  return `${declaration}<Error>${content}</Error>`;
}

// Keys may hold control characters. S3 writes them as character references, so that line ends survive
// the reader's normalisation.
function escapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be found.
  return text.replace(/[&<>"\u0000-\u001f\u007f]/g, (character) => {
    if (character === '&') return '&amp;';
    if (character === '<') return '&lt;';
    if (character === '>') return '&gt;';
    if (character === '"') return '&quot;';
    return `&#${character.charCodeAt(0)};`;
  });
}

/** Reads the small documents clients send. No document type, no own entities: nothing can be expanded. */
export function parseXml(document: string): XmlElement {
  const top: XmlElement = { name: '', text: '', children: [] };
  const open = [top];
  const token = /<\?[^<>]*\?>|<!--[\s\S]*?-->|<(\/?)([\w.:-]+)(?:\s[^<>]*?)?(\/?)>|([^<]+)/y;
  let elements = 0;
  while (token.lastIndex < document.length) {
    const found = token.exec(document);
    const parent = open.at(-1);
    if (!found || !parent) throw malformed();
    const [, closing, name, empty, text] = found;
    if (text !== undefined) parent.text += unescapeXml(text);
    if (name === undefined) continue;
    elements += 1;
    if (elements > elementsMax || open.length > depthMax) throw malformed();
    if (closing) closeElement(open, name);
    else openElement(open, parent, name, empty === '/');
  }
  const root = top.children[0];
  if (!root || open.length !== 1 || top.children.length !== 1 || top.text.trim() !== '') throw malformed();
  return root;
}

function openElement(open: XmlElement[], parent: XmlElement, name: string, empty: boolean): void {
  const element: XmlElement = { name, text: '', children: [] };
  parent.children.push(element);
  if (!empty) open.push(element);
}

function closeElement(open: XmlElement[], name: string): void {
  if (open.length < 2 || open.pop()?.name !== name) throw malformed();
}

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));|&/g, (_, hex, decimal, name) => {
    const point = hex === undefined ? Number(decimal ?? -1) : Number.parseInt(hex, 16);
    if (point >= 0 && point <= 0x10ffff) return String.fromCodePoint(point);
    const character = named[String(name)];
    if (character === undefined) throw malformed();
    return character;
  });
}

/** The text of a child that has to be there exactly once. */
export function childText(element: XmlElement, name: string): string {
  const found = element.children.filter((child) => child.name === name);
  const first = found[0];
  if (!first || found.length > 1 || first.children.length > 0) throw malformed();
  return first.text;
}

export function malformed(): S3Error {
  return new S3Error(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema.',
  );
}
