import { answer, type Call } from './call.ts';
import { checkHeader } from './metadata.ts';
import type { StoredObject } from './rows.ts';
import { encodeStrictly } from './signature.ts';
import { textElement, xmlDocument } from './xml.ts';

/** Answers a form as it asks: with a page to go to, with a document, or with nothing. */
export function answerForm(
  { response, headers }: Omit<Call, 'verified'>,
  fields: ReadonlyMap<string, string>,
  { bucket, key, etag }: StoredObject,
): void {
  const path = `/${bucket}/${key.split('/').map(encodeStrictly).join('/')}`;
  const location = `http://${headers.get('host') ?? ''}${path}`;
  response.setHeader('etag', `"${etag}"`);
  const redirect = redirectTarget(fields.get('success_action_redirect'), bucket, key, etag);
  if (redirect !== undefined) {
    response.setHeader('location', redirect);
    answer(response, 303);
    return;
  }
  response.setHeader('location', location);
  const status = fields.get('success_action_status');
  if (status === '201') {
    const names = textElement('Bucket', bucket) + textElement('Key', key);
    const content = textElement('Location', location) + names + textElement('ETag', `"${etag}"`);
    answer(response, 201, xmlDocument('PostResponse', content));
  } else {
    answer(response, status === '200' ? 200 : 204);
  }
}

// S3 answers as if there were no redirect when it is not an address.
function redirectTarget(
  text: string | undefined,
  bucket: string,
  key: string,
  etag: string,
): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  checkHeader('success_action_redirect', text);
  const url = new URL(text);
  url.searchParams.set('bucket', bucket);
  url.searchParams.set('key', key);
  url.searchParams.set('etag', `"${etag}"`);
  return url.href;
}
