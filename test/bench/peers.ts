import { figure, heading, ratio, say, table } from './print.ts';

/**
 * Exports of ODK Central (backend 4f5943d, PostgreSQL 15), as measured on another machine of the same kind: one form
 * of about forty fields, rows per CPU-second of its server and its database together.
 */
const odk = [
  { name: 'CSV zip', rows: 10_000, perSecond: 3_717, peakMb: 298, bytes: 2_300_000 },
  { name: 'CSV zip', rows: 100_000, perSecond: 4_346, peakMb: 628, bytes: 23_000_000 },
  { name: 'OData, one page', rows: 100_000, perSecond: 7_513, peakMb: 615, bytes: 134_000_000 },
  { name: 'OData, pages of 1 000', rows: 100_000, perSecond: 1_997, peakMb: 586, bytes: 134_000_000 },
] as const;

/** What another product's exports cost, with the figures of ours that they can be held against. */
export function showPeers(ours: { readonly narrow: number; readonly wide: number }): void {
  heading('Exports of ODK Central, measured elsewhere on a machine of the same kind (not in this run)');
  table(
    ['export', 'rows', 'per CPU-s', 'peak MB', 'bytes each', 'ours, participants', 'ours, needs-analysis'],
    odk.map(({ name, rows, perSecond, peakMb, bytes }) => [
      name,
      figure(rows),
      figure(perSecond),
      figure(peakMb),
      figure(bytes / rows),
      ratio(ours.narrow, perSecond),
      ratio(ours.wide, perSecond),
    ]),
  );
  say(
    '  the ratios are derived: ours without the CPU of the store, which AWS has and PostgreSQL had. Every change there',
  );
  say('  means the whole export again; here a month that did not change costs a question.');
}
