import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import * as z from 'zod/mini';
import { tellsForgotten } from './expect-lake.ts';
import type { World } from './world.ts';

const entry = z.looseObject({
  what: z.enum(['erase', 'redact']),
  members: z.array(z.looseObject({ submission_id: z.string(), paths: z.optional(z.array(z.string())) })),
});

/** What a final certificate says is so: no object of the lake, named or not, tells anything of what was erased. */
export async function expectForgotten({ stores, lake }: World): Promise<void> {
  const folder = join(stores.folder(), 'erasures');
  const final = join(folder, 'certificates');
  if (!existsSync(final)) return;
  const rows = Object.values(await lake.rows(lake.objects())).flat();
  for (const name of readdirSync(final)) {
    const { what, members } = entry.parse(JSON.parse(readFileSync(join(folder, 'log', name), 'utf8')));
    // What a tombstone and a redacted item are told apart by.
    const items = members.map(({ submission_id, paths }) =>
      what === 'erase' ? { submission_id, erased_at: 0 } : { submission_id, redacted: paths },
    );
    expect(rows.filter((row) => items.some((item) => tellsForgotten(row, item)))).toEqual([]);
  }
}
