import { createHash, randomBytes } from 'node:crypto';

/** Ids made before this are not ours: a phone with its clock unset says 1970. */
export const earliestId = Date.parse('2021-01-01T00:00:00Z');
const aheadMax = 24 * 60 * 60 * 1000;

const uuidv7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether the text is a UUIDv7 in lower case (RFC 9562 section 5.7). */
export function isId(text: string): boolean {
  return uuidv7.test(text);
}

/** When the id says it was made, milliseconds UTC: the first 48 bits (RFC 9562 section 5.7). */
export function timeOf(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}

/** Whether the id's time can be right: from 2021 to one day ahead of `now`. */
export function isTimely(id: string, now: number): boolean {
  return timeOf(id) >= earliestId && timeOf(id) <= now + aheadMax;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Whether the id tells no more than a day (UTC), as the ids of anonymous forms do. */
export function tellsDayOnly(id: string): boolean {
  return timeOf(id) % dayMs === 0;
}

/** A fresh id of this moment (milliseconds UTC), or for an anonymous form of this day. */
export function newId(now: number, { anonymous }: { readonly anonymous?: true | undefined } = {}): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(anonymous ? now - (now % dayMs) : now, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The id of a row of a list, which follows from the list's id and the row's place: sent again, it meets itself. */
export function idOfRow(list: string, row: number): string {
  const hex = createHash('sha256').update(`row:${list}:${row}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return [list.slice(0, 13), `7${hex.slice(0, 3)}`, `${variant}${hex.slice(4, 7)}`, hex.slice(7, 19)].join(
    '-',
  );
}

/** Letters and digits that cannot be taken for each other when read aloud or written by hand. */
const alphabet = 'ABCDEFGHJKLMNPRSTUVWXYZ23456789';

/** The reference on the receipt: eight characters that follow from the id, 39 bits of its hash. */
export function referenceOf(id: string): string {
  let number = createHash('sha256').update(`reference:${id}`).digest().readUIntBE(0, 6);
  let reference = '';
  while (reference.length < 8) {
    reference += alphabet.charAt(number % alphabet.length);
    number = Math.floor(number / alphabet.length);
  }
  return reference;
}
