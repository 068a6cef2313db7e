import { type Call, checkKey, withBody } from './call.ts';
import { S3Error } from './errors.ts';
import { type Form, readForm } from './form-data.ts';
import { keptHeaders } from './metadata.ts';
import { answerForm } from './post-answer.ts';
import { checkPolicy, type SizeLimits } from './post-policy.ts';
import { checkSize, expectedChecksum, receiveStream } from './receive.ts';
import type { StoredObject } from './rows.ts';
import { type Credentials, verifyPolicy } from './signature.ts';
import { commitObject, requireBucket, type Store } from './store.ts';
import { readTags } from './tagging.ts';
import { objectBytesMax, takeUpload } from './uploads.ts';

type FormCall = Omit<Call, 'verified'>;

/** Takes a file from a browser's form. The form is not signed as a request is: its policy is. */
export function postObject(call: FormCall, credentials: Credentials, now: Date): Promise<void> {
  return withBody(call.request, async (source) => {
    const form = await readForm(source, call.headers.get('content-type') ?? '');
    const fields = namedFields(form, call.bucket);
    verifyPolicy(fields, credentials);
    const limits = checkPolicy(fields.get('policy') ?? '', fields, now);
    const object = await keepFile(call.store, limited(form.file, limits), fields);
    answerForm(call, fields, object);
  });
}

// The bucket is the one the form was sent to, whatever the form says; the file may give its name to the key.
function namedFields(form: Form, bucket: string): ReadonlyMap<string, string> {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is what S3 has pages write.
  const key = (form.fields.get('key') ?? '').replaceAll('${filename}', () => form.fileName);
  if (key === '') throw new S3Error('InvalidArgument', 'Bucket POST must contain a field named key.');
  checkKey(key);
  return new Map([...form.fields, ['key', key], ['bucket', bucket]]);
}

function keepFile(
  store: Store,
  file: AsyncIterable<Buffer>,
  fields: ReadonlyMap<string, string>,
): Promise<StoredObject> {
  const bucket = fields.get('bucket') ?? '';
  const key = fields.get('key') ?? '';
  requireBucket(store, bucket);
  const headers = keptHeaders(fields);
  const tagging = fields.get('tagging');
  const tags = tagging === undefined ? [] : readTags(tagging);
  const expected = expectedChecksum(fields, false);
  const claims = { headers: fields, trailers: new Map<string, string>(), expected, sha256: undefined };
  return takeUpload(
    store,
    (sink) => receiveStream(file, claims, sink),
    (upload, { sizeBytes, md5Hex: etag, checksum }) =>
      commitObject(store, { bucket, key, upload, sizeBytes, etag, headers, checksum, tags }, () => {}),
  );
}

async function* limited(file: AsyncIterable<Buffer>, limits: SizeLimits): AsyncGenerator<Buffer, void> {
  const max = Math.min(limits.max, objectBytesMax);
  let sizeBytes = 0;
  for await (const bytes of file) {
    sizeBytes += bytes.length;
    checkSize(sizeBytes, max);
    yield bytes;
  }
  if (sizeBytes >= limits.min) return;
  throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', {
    ProposedSize: String(sizeBytes),
    MinSizeAllowed: String(limits.min),
  });
}
