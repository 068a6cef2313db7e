import { answer, type Call, withBody } from './call.ts';
import { receiveText } from './receive.ts';
import { makeBucket, removeBucket, requireBucket } from './store.ts';
import { parseXml, textElement, xmlDocument } from './xml.ts';

const configurationBytesMax = 64 * 1024;

/** One machine has one owner. */
export const owner = '000000000000';

export async function createBucket(call: Call): Promise<void> {
  const headers = new Map([['content-length', '0'], ...call.headers]);
  const configuration = await withBody(call.request, (source) =>
    receiveText(source, headers, call.verified, configurationBytesMax),
  );
  if (configuration !== '') parseXml(configuration);
  makeBucket(call.store, call.bucket);
  call.response.setHeader('location', `/${call.bucket}`);
  answer(call.response, 200);
}

export function headBucket(call: Call): void {
  requireBucket(call.store, call.bucket);
  const [, region] = call.verified.scope.split('/');
  call.response.setHeader('x-amz-bucket-region', region ?? '');
  answer(call.response, 200);
}

export function deleteBucket(call: Call): void {
  removeBucket(call.store, call.bucket);
  answer(call.response, 204);
}

export function listBuckets(call: Call): void {
  const buckets = call.store.rows.listBuckets().map(({ name, createdMs }) => {
    const created = textElement('CreationDate', new Date(createdMs).toISOString());
    return `<Bucket>${textElement('Name', name)}${created}</Bucket>`;
  });
  const content = `<Owner>${textElement('ID', owner)}</Owner><Buckets>${buckets.join('')}</Buckets>`;
  answer(call.response, 200, xmlDocument('ListAllMyBucketsResult', content));
}
