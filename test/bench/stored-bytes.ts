import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** How large DynamoDB says an item is: what it stores, reads and charges by (AWS, "DynamoDB item sizes and formats"). */
export function storedBytes(item: Readonly<Record<string, AttributeValue>>): number {
  return sum(Object.entries(item).map(([name, value]) => Buffer.byteLength(name) + valueBytes(value)));
}

function valueBytes({ S, N, L, M }: AttributeValue): number {
  if (S !== undefined) return Buffer.byteLength(S);
  // About a byte for two digits that matter, and one.
  if (N !== undefined) return Math.ceil(N.replace(/\D|0+$/g, '').length / 2) + 1;
  if (L !== undefined) return 3 + L.length + sum(L.map(valueBytes));
  if (M !== undefined) return 3 + Object.keys(M).length + storedBytes(M);
  return 1;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, each) => all + each, 0);
}
