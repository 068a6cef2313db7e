import { S3Error } from './errors.ts';

export type SizeLimits = { min: number; max: number };

type Fields = ReadonlyMap<string, string>;

/**
 * Holds a form's fields against its policy (API reference, "Creating a POST policy"): it has not expired,
 * every condition holds, and every field is named by one. Gives the sizes the file may have.
 */
export function checkPolicy(policy: string, fields: Fields, now: Date): SizeLimits {
  const { expiration, conditions } = readPolicy(policy);
  const endMs = typeof expiration === 'string' ? Date.parse(expiration) : Number.NaN;
  if (Number.isNaN(endMs)) throw invalidPolicy('Invalid Policy: Invalid expiration.');
  if (now.getTime() > endMs) throw refused('Policy expired.');
  const limits = { min: 0, max: Number.POSITIVE_INFINITY };
  const named = new Set<string>();
  for (const condition of conditions) {
    const { operator, first, second } = readCondition(condition);
    if (operator === 'content-length-range') {
      limits.min = Math.max(limits.min, readSize(first));
      limits.max = Math.min(limits.max, readSize(second));
      continue;
    }
    const name = readFieldName(first);
    named.add(name);
    const value = fields.get(name) ?? '';
    const holds = operator === 'eq' ? value === second : value.startsWith(String(second));
    if (!holds) throw refused(`Policy Condition failed: ${JSON.stringify(condition)}`);
  }
  checkNamed(fields, named);
  return limits;
}

// The signature itself cannot be in what it signs, and fields that begin so are for the page's own use.
function checkNamed(fields: Fields, named: ReadonlySet<string>): void {
  for (const name of fields.keys()) {
    const free = name === 'policy' || name === 'x-amz-signature' || name === 'bucket';
    if (free || named.has(name) || name.startsWith('x-ignore-')) continue;
    throw refused(`Extra input fields: ${name}`);
  }
}

function readPolicy(policy: string): { expiration: unknown; conditions: unknown[] } {
  const members = new Map<string, unknown>();
  try {
    const document: unknown = JSON.parse(Buffer.from(policy, 'base64').toString('utf8'));
    for (const [name, value] of Object.entries(document ?? {})) members.set(name, value);
  } catch {
    throw invalidPolicy('Invalid Policy: Invalid JSON.');
  }
  const conditions = members.get('conditions');
  if (!Array.isArray(conditions)) throw invalidPolicy('Invalid Policy: Missing conditions.');
  return { expiration: members.get('expiration'), conditions };
}

function readCondition(condition: unknown): { operator: string; first: unknown; second: unknown } {
  if (Array.isArray(condition)) {
    const [operator, first, second]: unknown[] = condition;
    const known = operator === 'eq' || operator === 'starts-with' || operator === 'content-length-range';
    if (known && condition.length === 3) return { operator, first, second };
  } else if (typeof condition === 'object' && condition !== null) {
    const entries: [string, unknown][] = Object.entries(condition);
    const [entry] = entries;
    if (entry && entries.length === 1) return { operator: 'eq', first: `$${entry[0]}`, second: entry[1] };
  }
  throw invalidPolicy(`Invalid Policy: Invalid condition ${JSON.stringify(condition)}.`);
}

function readFieldName(value: unknown): string {
  if (typeof value === 'string' && /^\$./.test(value)) return value.slice(1).toLowerCase();
  throw invalidPolicy(`Invalid Policy: a condition must name a field as "$key", it names ${value}.`);
}

function readSize(value: unknown): number {
  if (/^\d{1,15}$/.test(String(value))) return Number(value);
  throw invalidPolicy(`Invalid Policy: Invalid content-length-range ${value}.`);
}

function refused(why: string): S3Error {
  return new S3Error('AccessDenied', `Invalid according to Policy: ${why}`);
}

function invalidPolicy(why: string): S3Error {
  return new S3Error('InvalidPolicyDocument', why);
}
