import { answer, type Call, withBody } from './call.ts';
import { checkTags } from './metadata.ts';
import { receiveText } from './receive.ts';
import { requireObject } from './store.ts';
import { childText, malformed, parseXml, textElement, xmlDocument } from './xml.ts';

const taggingBytesMax = 64 * 1024;

export function getObjectTagging(call: Call): void {
  const { tags } = requireObject(call.store, call.bucket, call.key);
  const elements = tags.map(
    ([name, value]) => `<Tag>${textElement('Key', name)}${textElement('Value', value)}</Tag>`,
  );
  answer(call.response, 200, xmlDocument('Tagging', `<TagSet>${elements.join('')}</TagSet>`));
}

export async function putObjectTagging(call: Call): Promise<void> {
  const { store, bucket, key } = call;
  const text = await withBody(call.request, (source) =>
    receiveText(source, call.headers, call.verified, taggingBytesMax),
  );
  const tags = readTags(text);
  requireObject(store, bucket, key);
  store.rows.saveTags(bucket, key, tags);
  answer(call.response, 200);
}

export function deleteObjectTagging(call: Call): void {
  requireObject(call.store, call.bucket, call.key);
  call.store.rows.saveTags(call.bucket, call.key, []);
  answer(call.response, 204);
}

/** Reads a Tagging document; forms carry one as well. */
export function readTags(text: string): readonly (readonly [string, string])[] {
  const root = parseXml(text);
  const set = root.children[0];
  if (root.name !== 'Tagging' || set?.name !== 'TagSet') throw malformed();
  const tags = set.children.map((tag): [string, string] => {
    if (tag.name !== 'Tag') throw malformed();
    return [childText(tag, 'Key'), childText(tag, 'Value')];
  });
  return checkTags(tags);
}
