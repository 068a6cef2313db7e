import { createBucket, deleteBucket, headBucket, listBuckets } from './buckets.ts';
import type { Address, Call } from './call.ts';
import { deleteObject, deleteObjects } from './delete-object.ts';
import { S3Error } from './errors.ts';
import { getObject, headObject } from './get-object.ts';
import { listObjects } from './listing.ts';
import { putObject } from './put-object.ts';
import { deleteObjectTagging, getObjectTagging, putObjectTagging } from './tagging.ts';

type Operation = {
  method: string;
  on: 'service' | 'bucket' | 'object';
  subresource?: string;
  parameters?: readonly string[];
  conditions?: readonly string[];
  run: (call: Call) => void | Promise<void>;
};

const overrides = [
  'response-cache-control',
  'response-content-disposition',
  'response-content-encoding',
  'response-content-language',
  'response-content-type',
  'response-expires',
];
const allConditions = ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since'];
const listParameters = [
  'list-type',
  'prefix',
  'delimiter',
  'start-after',
  'continuation-token',
  'max-keys',
  'encoding-type',
  'fetch-owner',
];

const operations: readonly Operation[] = [
  { method: 'GET', on: 'service', run: listBuckets },
  { method: 'PUT', on: 'bucket', run: createBucket },
  { method: 'HEAD', on: 'bucket', run: headBucket },
  { method: 'DELETE', on: 'bucket', run: deleteBucket },
  { method: 'GET', on: 'bucket', parameters: listParameters, run: listObjects },
  { method: 'POST', on: 'bucket', subresource: 'delete', run: deleteObjects },
  { method: 'PUT', on: 'object', conditions: ['if-match', 'if-none-match'], run: putObject },
  { method: 'GET', on: 'object', parameters: overrides, conditions: allConditions, run: getObject },
  { method: 'HEAD', on: 'object', parameters: overrides, conditions: allConditions, run: headObject },
  { method: 'DELETE', on: 'object', run: deleteObject },
  { method: 'GET', on: 'object', subresource: 'tagging', run: getObjectTagging },
  { method: 'PUT', on: 'object', subresource: 'tagging', run: putObjectTagging },
  { method: 'DELETE', on: 'object', subresource: 'tagging', run: deleteObjectTagging },
];

const subresources = ['delete', 'tagging'];
const signing = [
  'X-Amz-Algorithm',
  'X-Amz-Content-Sha256',
  'X-Amz-Credential',
  'X-Amz-Date',
  'X-Amz-Expires',
  'X-Amz-Security-Token',
  'X-Amz-Signature',
  'X-Amz-SignedHeaders',
  'x-id',
];
const knownHeaders =
  /^x-amz-(content-sha256|date|security-token|user-agent|decoded-content-length|trailer|te|sdk-checksum-algorithm|checksum-[a-z0-9-]+|meta-.+|tagging|storage-class|server-side-encryption(-aws-kms-key-id|-bucket-key-enabled)?|object-ownership)$/;

/**
 * Finds what a request asks for. What this S3 does not do it refuses: a parameter or a header that was
 * passed over, such as `?acl` or a copy source, would turn a request into another one.
 */
export function findOperation(address: Address): Operation {
  const on = placeOf(address);
  const subresource = subresources.find((name) => address.query.has(name));
  const sameKind = operations.filter((known) => known.on === on && known.subresource === subresource);
  const operation = sameKind.find((known) => known.method === address.method);
  checkParameters(address, operation);
  if (!operation) {
    throw new S3Error('MethodNotAllowed', 'The specified method is not allowed against this resource.', {
      Method: address.method,
    });
  }
  checkHeaders(address, operation);
  return operation;
}

function checkHeaders(address: Address, operation: Operation): void {
  for (const [name, value] of address.headers) {
    const condition = allConditions.includes(name);
    if (condition && !operation.conditions?.includes(name)) throw notImplemented(`the header ${name}`);
    if (name.startsWith('x-amz-') && !isKnown(name, value)) throw notImplemented(`the header ${name}`);
  }
}

function placeOf(address: Address): Operation['on'] {
  if (address.key !== '') return 'object';
  return address.bucket === '' ? 'service' : 'bucket';
}

function checkParameters(address: Address, operation: Operation | undefined): void {
  for (const name of address.query.keys()) {
    const own = operation?.parameters?.includes(name) || name === operation?.subresource;
    if (own || signing.includes(name) || name.startsWith('x-amz-')) continue;
    const multipart = name === 'uploads' || name === 'uploadId' || name === 'partNumber';
    throw notImplemented(
      multipart ? 'multipart uploads: send the object in one PUT' : `the parameter ${name}`,
    );
  }
}

// An access list that gives nobody more than the owner is what every object here has.
function isKnown(name: string, value: string): boolean {
  if (name === 'x-amz-acl') return value === 'private' || value === 'bucket-owner-full-control';
  return knownHeaders.test(name);
}

function notImplemented(what: string): S3Error {
  return new S3Error('NotImplemented', `This local S3 does not do ${what}.`);
}
