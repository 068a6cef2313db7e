import { load, type Put, type Speed } from './load.ts';
import { budget, figure, heading, median, ratio, table } from './print.ts';
import { type Folders, type RunningProduct, withProduct } from './product.ts';
import { fillTo, type Month } from './store.ts';

const connections = 8;
const seconds = 1.5;
const rounds = 4;
const levels = [1_000, 10_000, 50_000] as const;

/**
 * Whether receiving slows down as submissions gather in one partition. The reference is another product, the
 * same in all but its store, which holds nothing but what it receives here: its share of a busy minute is
 * ours too.
 */
export async function measureGrowth(
  product: RunningProduct,
  folders: Folders,
  month: Month,
  puts: (month: Month) => () => Put,
): Promise<void> {
  heading(`Ingest as the store grows (${connections} connections; medians of ${rounds} rounds, interleaved)`);
  await withProduct('small', folders, async (small) => {
    const few: Month = { month: month.month, stored: 0 };
    const measure = ({ url }: RunningProduct, target: Month) =>
      load({ url, connections, seconds, next: puts(target) });
    // Both have to be warm before they can be compared.
    await measure(small, few);
    const found = [];
    for (const level of levels) {
      await fillTo(level, month, product.env);
      const ours: Speed[] = [];
      const reference: Speed[] = [];
      for (let round = 0; round < rounds; round += 1) {
        ours.push(await measure(product, month));
        reference.push(await measure(small, few));
      }
      found.push({ level, after: month.stored, ours, reference, few: few.stored });
    }
    show(found);
  });
}

interface Level {
  readonly level: number;
  readonly after: number;
  readonly ours: readonly Speed[];
  readonly reference: readonly Speed[];
  /** What the reference had stored by then. */
  readonly few: number;
}

function show(found: readonly Level[]): void {
  const perSecond = (speeds: readonly Speed[]) => median(speeds.map((speed) => speed.perSecond));
  table(
    ['stored before', 'and after', 'per second', 'p99 ms', 'small store', 'of stored', 'to small store'],
    found.map(({ level, after, ours, reference, few }) => [
      figure(level),
      figure(after),
      figure(perSecond(ours)),
      figure(median(ours.map(({ p99Ms }) => p99Ms))),
      figure(perSecond(reference)),
      figure(few),
      ratio(perSecond(ours), perSecond(reference)),
    ]),
  );
  const last = found.at(-1);
  if (last === undefined) return;
  const share = perSecond(last.ours) / perSecond(last.reference);
  budget('speed at 50 000 stored to that of a small store in the same minute', share, 0.8, 'at least');
}
