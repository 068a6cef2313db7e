import { createHash, createHmac } from 'node:crypto';
import { request as httpRequest } from 'node:http';

// For tests: Signature Version 4 written from its specification once more, so that the server is not held
// against itself, and requests sent byte for byte, as the client would never send them.

export const region = 'eu-north-1';
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local-secret' };

export type Raw = {
  method: string;
  path: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: Buffer | string;
};

/** What a test signs otherwise than it should. */
export type Signing = {
  secret?: string;
  accessKeyId?: string;
  date?: Date;
  payload?: string;
  host?: string;
  region?: string;
};

export type Answer = {
  status: number;
  headers: Record<string, unknown>;
  body: string;
  code: string | undefined;
};

/** The request with its signature in the Authorization header. */
export function sign(
  url: string,
  raw: Raw,
  signing: Signing = {},
): Raw & { signature: string; date: string } {
  const date = amzDate(signing.date ?? new Date());
  const payload = signing.payload ?? hash('sha256', raw.body ?? '');
  const host = new URL(url).host;
  const own = { ...raw.headers, host, 'x-amz-date': date, 'x-amz-content-sha256': payload };
  const signature = signatureOf(raw, own, payload, date, signing);
  const credential = `${signing.accessKeyId ?? 'local'}/${scopeOf(date, signing)}`;
  const names = Object.keys(own).sort().join(';');
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`;
  return { ...raw, headers: { ...own, authorization }, signature, date };
}

/** The request with its signature in the query. */
export function presign(url: string, raw: Raw, seconds: number, signing: Signing = {}): Raw {
  const date = amzDate(signing.date ?? new Date());
  const headers = { ...raw.headers, host: signing.host ?? new URL(url).host };
  const query: Record<string, string> = {
    ...raw.query,
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${signing.accessKeyId ?? 'local'}/${scopeOf(date, signing)}`,
    'X-Amz-Date': date,
    'X-Amz-Expires': String(seconds),
    'X-Amz-SignedHeaders': Object.keys(headers).sort().join(';'),
  };
  const signature = signatureOf({ ...raw, query }, headers, 'UNSIGNED-PAYLOAD', date, signing);
  return { ...raw, query: { ...query, 'X-Amz-Signature': signature } };
}

/** Sends a request; the path is encoded unless it comes as it shall go. */
export async function sendRaw(url: string, raw: Raw, wirePath = encodePath(raw.path)): Promise<Answer> {
  const query = queryText(raw.query ?? {});
  const path = query === '' ? wirePath : `${wirePath}?${query}`;
  const { hostname, port } = new URL(url);
  const body = Buffer.from(raw.body ?? '');
  const length = raw.method === 'GET' ? {} : { 'content-length': String(body.length) };
  const headers = { ...length, ...raw.headers };
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { hostname, port, method: raw.method, path, headers, agent: false },
      (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(pieces).toString();
          const code = /<Error><Code>(\w+)<\/Code>/.exec(text)?.[1];
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text, code });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

function signatureOf(
  raw: Raw,
  headers: Record<string, string>,
  payload: string,
  date: string,
  signing: Signing,
): string {
  const names = Object.keys(headers).sort();
  const lines = names.map((name) => `${name}:${headers[name]}\n`).join('');
  const request = [
    raw.method,
    encodePath(raw.path),
    queryText(raw.query ?? {}),
    lines,
    names.join(';'),
    payload,
  ];
  const canonical = hash('sha256', request.join('\n'));
  const toSign = ['AWS4-HMAC-SHA256', date, scopeOf(date, signing), canonical].join('\n');
  return hmac(signingKey(date, signing), toSign).toString('hex');
}

export function signingKey(date: string, signing: Signing = {}): Buffer {
  const day = hmac(`AWS4${signing.secret ?? credentials.secretAccessKey}`, date.slice(0, 8));
  return hmac(hmac(hmac(day, signing.region ?? region), 's3'), 'aws4_request');
}

export function scopeOf(date: string, signing: Signing = {}): string {
  return `${date.slice(0, 8)}/${signing.region ?? region}/s3/aws4_request`;
}

export function amzDate(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

export function hmac(key: Buffer | string, value: string): Buffer {
  return createHmac('sha256', key).update(value).digest();
}

export function hash(
  algorithm: 'md5' | 'sha1' | 'sha256',
  bytes: Buffer | string,
  encoding: 'hex' | 'base64' = 'hex',
): string {
  return createHash(algorithm).update(bytes).digest(encoding);
}

function queryText(query: Record<string, string>): string {
  const names = Object.keys(query).sort();
  return names.map((name) => `${encode(name)}=${encode(query[name] ?? '')}`).join('&');
}

function encodePath(path: string): string {
  return path.split('/').map(encode).join('/');
}

function encode(value: string): string {
  const bytes = [...Buffer.from(value)].map((byte) => String.fromCharCode(byte));
  return bytes.map((character) => (/[\w.~-]/.test(character) ? character : percent(character))).join('');
}

function percent(character: string): string {
  return `%${Buffer.from(character, 'latin1').toString('hex').toUpperCase()}`;
}
