import { answer, type Call, checkKey, withBody } from './call.ts';
import { S3Error } from './errors.ts';
import { receiveText } from './receive.ts';
import { removeObjects, requireBucket } from './store.ts';
import { childText, malformed, parseXml, textElement, xmlDocument } from './xml.ts';

const deleteBytesMax = 2 * 1024 * 1024;
const deleteKeysMax = 1000;

export function deleteObject(call: Call): void {
  removeObjects(call.store, call.bucket, [call.key]);
  answer(call.response, 204);
}

export async function deleteObjects(call: Call): Promise<void> {
  const { store, bucket, headers, request, response } = call;
  requireBucket(store, bucket);
  if (![...headers.keys()].some((name) => name === 'content-md5' || name.startsWith('x-amz-checksum-'))) {
    throw new S3Error('InvalidRequest', 'Missing required header for this request: Content-MD5');
  }
  const text = await withBody(request, (source) =>
    receiveText(source, headers, call.verified, deleteBytesMax),
  );
  const { keys, quiet } = readDelete(text);
  removeObjects(store, bucket, keys);
  const deleted = keys.map((key) => `<Deleted>${textElement('Key', key)}</Deleted>`);
  answer(response, 200, xmlDocument('DeleteResult', quiet ? '' : deleted.join('')));
}

function readDelete(text: string): { keys: string[]; quiet: boolean } {
  const root = parseXml(text);
  const objects = root.children.filter((child) => child.name === 'Object');
  if (root.name !== 'Delete' || objects.length === 0 || objects.length > deleteKeysMax) throw malformed();
  const keys = objects.map((object) => {
    // A version, or a condition, that was passed over would delete what the caller wanted to keep.
    const other = object.children.find((child) => child.name !== 'Key');
    if (other) throw new S3Error('NotImplemented', `This local S3 does not delete by ${other.name}.`);
    const key = childText(object, 'Key');
    if (key === '') throw malformed();
    checkKey(key);
    return key;
  });
  const quiet = root.children.some((child) => child.name === 'Quiet' && child.text.trim() === 'true');
  return { keys, quiet };
}
