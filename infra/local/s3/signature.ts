import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { S3Error } from './errors.ts';

export type Credentials = { accessKeyId: string; secretAccessKey: string };

/** What of a request is signed: the path and the query as decoded from the wire. */
export type SignedCall = {
  method: string;
  path: string;
  query: readonly (readonly [string, string])[];
  headers: ReadonlyMap<string, string>;
};

/** A checked signature, with what it takes to check the signatures of the pieces of a streamed body. */
export type Verified = {
  payload: string;
  date: string;
  scope: string;
  signingKey: Buffer;
  signature: string;
};

type Claim = {
  credential: string;
  signedHeaders: string[];
  signature: string;
  date: string;
  payload: string;
  query: SignedCall['query'];
};

const algorithm = 'AWS4-HMAC-SHA256';
const skewMaxMs = 15 * 60 * 1000;
const presignedMaxSeconds = 7 * 24 * 60 * 60;

/** Checks Signature Version 4, in the header or in the query, or throws the error S3 answers. */
export function verifyRequest(call: SignedCall, credentials: Credentials, now: Date): Verified {
  const query = new Map(call.query);
  const header = call.headers.get('authorization');
  if (header !== undefined && query.has('X-Amz-Signature')) {
    throw new S3Error('InvalidArgument', 'Only one auth mechanism allowed');
  }
  if (header === undefined && !query.has('X-Amz-Algorithm')) {
    throw new S3Error('AccessDenied', 'Access Denied: the request is not signed.');
  }
  const claim = header === undefined ? queryClaim(call, query, now) : headerClaim(call, header, now);
  const scope = checkCredential(claim.credential, claim.date, credentials, header !== undefined);
  checkSignedHeaders(call.headers, claim.signedHeaders);
  const canonical = canonicalRequest(call, claim);
  const text = [algorithm, claim.date, scope, sha256(canonical)].join('\n');
  const signingKey = deriveKey(credentials.secretAccessKey, scope);
  checkSignature(hmac(signingKey, text).toString('hex'), claim.signature, {
    AWSAccessKeyId: credentials.accessKeyId,
    StringToSign: text,
    CanonicalRequest: canonical,
  });
  return { payload: claim.payload, date: claim.date, scope, signingKey, signature: claim.signature };
}

function headerClaim(call: SignedCall, header: string, now: Date): Claim {
  if (!header.startsWith(`${algorithm} `)) {
    throw new S3Error('InvalidRequest', `The authorization mechanism is not supported. Use ${algorithm}.`);
  }
  const parts = new Map<string, string>();
  for (const part of header.slice(algorithm.length).split(',')) {
    const equals = part.indexOf('=');
    parts.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim());
  }
  const credential = parts.get('Credential');
  const signedHeaders = parts.get('SignedHeaders');
  const signature = parts.get('Signature');
  if (!credential || !signedHeaders || !signature) {
    throw new S3Error('AuthorizationHeaderMalformed', 'The authorization header is malformed.');
  }
  const date = call.headers.get('x-amz-date') ?? '';
  const skewMs = now.getTime() - readDate(date, 'AccessDenied');
  if (Math.abs(skewMs) > skewMaxMs) {
    throw new S3Error(
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
      { RequestTime: date, ServerTime: now.toISOString(), MaxAllowedSkewMilliseconds: String(skewMaxMs) },
    );
  }
  const payload = call.headers.get('x-amz-content-sha256');
  if (!payload) throw new S3Error('InvalidRequest', 'Missing required header: x-amz-content-sha256');
  return { credential, signedHeaders: signedHeaders.split(';'), signature, date, payload, query: call.query };
}

function queryClaim(call: SignedCall, query: ReadonlyMap<string, string>, now: Date): Claim {
  const credential = query.get('X-Amz-Credential');
  const signedHeaders = query.get('X-Amz-SignedHeaders');
  const signature = query.get('X-Amz-Signature');
  const date = query.get('X-Amz-Date') ?? '';
  const expires = query.get('X-Amz-Expires') ?? '';
  if (query.get('X-Amz-Algorithm') !== algorithm || !credential || !signedHeaders || !signature) {
    throw new S3Error(
      'AuthorizationQueryParametersError',
      'Query-string authentication requires X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires.',
    );
  }
  if (!/^\d{1,6}$/.test(expires) || Number(expires) < 1 || Number(expires) > presignedMaxSeconds) {
    throw new S3Error(
      'AuthorizationQueryParametersError',
      'X-Amz-Expires must be between 1 second and a week (604800 seconds).',
    );
  }
  const signedMs = readDate(date, 'AuthorizationQueryParametersError');
  if (signedMs - now.getTime() > skewMaxMs) throw new S3Error('AccessDenied', 'Request is not yet valid');
  const endMs = signedMs + Number(expires) * 1000;
  if (now.getTime() > endMs) {
    const details = { Expires: new Date(endMs).toISOString(), ServerTime: now.toISOString() };
    throw new S3Error('AccessDenied', 'Request has expired', { 'X-Amz-Expires': expires, ...details });
  }
  return {
    credential,
    signedHeaders: signedHeaders.split(';'),
    signature,
    date,
    payload:
      query.get('X-Amz-Content-Sha256') ?? call.headers.get('x-amz-content-sha256') ?? 'UNSIGNED-PAYLOAD',
    query: call.query.filter(([name]) => name !== 'X-Amz-Signature'),
  };
}

/** Milliseconds of a date like 20260930T101500Z. */
function readDate(date: string, code: 'AccessDenied' | 'AuthorizationQueryParametersError'): number {
  const iso = date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  const milliseconds = iso === date ? Number.NaN : Date.parse(iso);
  if (Number.isNaN(milliseconds))
    throw new S3Error(code, `A signed request needs a valid date, got "${date}".`);
  return milliseconds;
}

// The region is taken as the client says it: one machine has no regions.
function checkCredential(credential: string, date: string, known: Credentials, inHeader: boolean): string {
  const parts = credential.split('/');
  const [day, region, service, end] = parts.slice(-4);
  const accessKeyId = parts.slice(0, -4).join('/');
  if (day !== date.slice(0, 8) || !region || service !== 's3' || end !== 'aws4_request') {
    throw new S3Error(
      inHeader ? 'AuthorizationHeaderMalformed' : 'AuthorizationQueryParametersError',
      `The credential must be <access key>/${date.slice(0, 8)}/<region>/s3/aws4_request, got "${credential}".`,
    );
  }
  if (accessKeyId !== known.accessKeyId) {
    throw new S3Error(
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
      { AWSAccessKeyId: accessKeyId },
    );
  }
  return [day, region, service, end].join('/');
}

function checkSignedHeaders(headers: ReadonlyMap<string, string>, signed: readonly string[]): void {
  const unsigned = [...headers.keys()].filter((name) => name.startsWith('x-amz-') && !signed.includes(name));
  if (!signed.includes('host')) unsigned.push('host');
  if (unsigned.length === 0) return;
  throw new S3Error('AccessDenied', 'There were headers present in the request which were not signed', {
    HeadersNotSigned: unsigned.join(', '),
  });
}

function canonicalRequest(call: SignedCall, claim: Claim): string {
  // Sorted as pairs, not as text: `a` comes before `a-b`, although `a=` comes after `a-b=`.
  const query = claim.query
    .map(([name, value]) => ({ name: encodeStrictly(name), value: encodeStrictly(value) }))
    .sort((left, right) => compareText(left.name, right.name) || compareText(left.value, right.value))
    .map(({ name, value }) => `${name}=${value}`)
    .join('&');
  const headers = claim.signedHeaders.map((name) => {
    const value = call.headers.get(name) ?? '';
    return `${name}:${value.trim().replace(/ +/g, ' ')}\n`;
  });
  const path = call.path.split('/').map(encodeStrictly).join('/');
  const signed = claim.signedHeaders.join(';');
  return [call.method, path, query, headers.join(''), signed, claim.payload].join('\n');
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Checks the signature of a browser form's policy: what is signed is the policy's base64 text. */
export function verifyPolicy(fields: ReadonlyMap<string, string>, credentials: Credentials): void {
  const policy = fields.get('policy');
  const credential = fields.get('x-amz-credential');
  const signature = fields.get('x-amz-signature');
  const date = fields.get('x-amz-date') ?? '';
  if (!policy || !credential || !signature || fields.get('x-amz-algorithm') !== algorithm) {
    throw new S3Error('AccessDenied', 'Access Denied: the form has no signed policy.');
  }
  readDate(date, 'AccessDenied');
  const scope = checkCredential(credential, date, credentials, false);
  const expected = hmac(deriveKey(credentials.secretAccessKey, scope), policy).toString('hex');
  checkSignature(expected, signature, { AWSAccessKeyId: credentials.accessKeyId, StringToSign: policy });
}

/** Checks one link of the chain of signatures of a streamed body and gives the link it makes. */
export function verifyPiece(before: Verified, kind: 'PAYLOAD' | 'TRAILER', hash: string, signature: string) {
  const empty = kind === 'PAYLOAD' ? [sha256('')] : [];
  const text = [`${algorithm}-${kind}`, before.date, before.scope, before.signature, ...empty, hash].join(
    '\n',
  );
  checkSignature(hmac(before.signingKey, text).toString('hex'), signature, { StringToSign: text });
  return { ...before, signature };
}

function checkSignature(expected: string, got: string, details: Readonly<Record<string, string>>): void {
  const left = Buffer.from(expected);
  const right = Buffer.from(got);
  if (left.length === right.length && timingSafeEqual(left, right)) return;
  throw new S3Error(
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    { ...details, SignatureProvided: got },
  );
}

function deriveKey(secret: string, scope: string): Buffer {
  let key: Buffer = Buffer.from(`AWS4${secret}`);
  for (const part of scope.split('/')) key = hmac(key, part);
  return key;
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Percent-encoding as Signature Version 4 wants it: everything but letters, digits and `-._~`. */
export function encodeStrictly(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
