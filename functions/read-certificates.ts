import * as z from 'zod/mini';
import {
  type Certificate,
  certificateIds,
  certificateOf,
  type Place,
  placesOf,
} from './erasures/certificate.ts';

const asked = z.strictObject({
  /** Of one erasure; of the newest ones when none is named. */
  erasure: z.optional(z.string().check(z.maxLength(64))),
});

const newestMax = 100;

/** The certificates of erasures: what was forgotten, and what has become of it in every place. */
export async function handler(
  event: unknown,
): Promise<(Certificate & { readonly final: boolean; readonly places: readonly Place[] })[]> {
  const { erasure } = asked.parse(event);
  const ids = erasure === undefined ? (await certificateIds()).slice(0, newestMax) : [erasure];
  const found = await Promise.all(ids.map(certificateOf));
  return found
    .filter((each) => each !== undefined)
    .map((each) => ({ ...each, final: each.lake !== undefined, places: placesOf(each) }));
}
