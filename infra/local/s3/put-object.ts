import { answer, type Call, withBody } from './call.ts';
import { checkWrite } from './conditions.ts';
import { checksumHeaders, encryptionHeaders, keptHeaders, readTagHeader } from './metadata.ts';
import { receiveBody } from './receive.ts';
import { commitObject, requireBucket } from './store.ts';
import { objectBytesMax, takeUpload } from './uploads.ts';

export async function putObject(call: Call): Promise<void> {
  const { store, bucket, key, headers, request, response } = call;
  requireBucket(store, bucket);
  const kept = keptHeaders(headers);
  const tags = readTagHeader(headers);
  const object = await takeUpload(
    store,
    (sink) =>
      withBody(request, (source) => receiveBody(source, headers, call.verified, objectBytesMax, sink)),
    (upload, { sizeBytes, md5Hex: etag, checksum }) =>
      commitObject(
        store,
        { bucket, key, upload, sizeBytes, etag, headers: kept, checksum, tags },
        (existing) => checkWrite(headers, existing),
      ),
  );
  response.setHeader('etag', `"${object.etag}"`);
  response.setHeaders(encryptionHeaders(object));
  response.setHeaders(checksumHeaders(object));
  answer(response, 200);
}
