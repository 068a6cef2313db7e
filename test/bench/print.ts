import { loadavg } from 'node:os';

/** Prints a line. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Prints what comes next, and how busy the machine is with other things meanwhile. */
export function heading(text: string): void {
  say(`\n${text}  [load ${loadavg()[0]?.toFixed(1)}]`);
}

/** Prints a small table: names to the left, figures to the right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = header.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    widths
      .map((width, column) => pad(cells[column] ?? '', width, column > 0))
      .join('  ')
      .trimEnd();
  say(`  ${line(header)}`);
  say(`  ${line(widths.map((width) => '-'.repeat(width)))}`);
  for (const row of rows) say(`  ${line(row)}`);
}

function pad(text: string, width: number, right: boolean): string {
  return right ? text.padStart(width) : text.padEnd(width);
}

/** Prints a budget and whether the figure keeps it. A figure never fails the bench: the machine is shared. */
export function budget(words: string, value: number, limit: number, sense: 'at most' | 'at least'): void {
  const met = sense === 'at most' ? value <= limit : value >= limit;
  say(`  budget: ${words} ${sense} ${limit} -> ${figure(value)}  ${met ? 'met' : 'NOT MET'}`);
}

/** A number with three digits that matter. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '-';
  if (Math.abs(value) >= 100) return thousands(Math.round(value));
  return value.toFixed(Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 0.1 ? 2 : 3);
}

function thousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** A ratio of two figures of the same minute. */
export function ratio(one: number, other: number): string {
  return `${figure(one / other)}x`;
}

/** The middle value: what is not moved by one bad sample. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? high)) / 2;
}

/** The value that a share of all values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
