import type { PublishedForm } from '../../forms/grammar/published.ts';
import { atMost } from '../lambda/at-most.ts';
import { now } from '../lambda/clock.ts';
import { type Query, rankOf } from './company-query.ts';
import { type Company, claimsOf, companiesAt, companyNow, type KeyClaim } from './company-records.ts';

/** More than anybody looks through: the rest is found by typing more. */
const shownMax = 20;

/** As much as the clocks of servers may differ and a write may take, from its stamp to its end. */
const overlapMs = 5 * 60 * 1000;

/** More than ever follow each other. */
const mergesMax = 8;

export interface Found {
  /** The best first. */
  readonly companies: readonly Company[];
  /** Whether there are more than these. */
  readonly more: boolean;
}

interface Memory {
  /** By root, in the order of names. */
  companies: Map<string, Company>;
  /** For each company that is shown, in the same order: all that leads to it, itself and what was merged into it. */
  leading: readonly (readonly Company[])[];
  /** What was known of each claim when its record was read. */
  readonly claims: Map<string, KeyClaim>;
  /** When the table was last looked at; undefined before the first time. */
  lookedAt: number | undefined;
}

/**
 * Searches the companies of a form whose records have keys. What is found by is kept in this process's memory and
 * nowhere else: read whole for the first search, then before each search what was written since. What is shown is read
 * from the table again.
 */
export function companySearch() {
  const memory: Memory = { companies: new Map(), leading: [], claims: new Map(), lookedAt: undefined };
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;

  /** Who comes while the table is looked at waits for the next look, which sees all that was kept before they came. */
  function look(form: PublishedForm): Promise<void> {
    next ??= last
      .catch(() => {})
      .then(() => {
        next = undefined;
        return lookAtTable(form, memory);
      });
    last = next;
    return next;
  }

  return async function search(form: PublishedForm, query: Query): Promise<Found> {
    await look(form);
    const fitting = memory.leading
      .flatMap((all) => bestOf(query, all) ?? [])
      .toSorted((one, other) => one.rank - other.rank);
    const read = await atMost(shownMax, fitting.slice(0, shownMax), ({ company }) =>
      readAgain(form, query, company),
    );
    // Two that were merged just now are one.
    const companies = new Map(read.flatMap((company) => (company ? [[company.root, company] as const] : [])));
    return { companies: [...companies.values()], more: fitting.length > shownMax };
  };
}

/** What fits best of all that leads to a company, if anything does. */
function bestOf(query: Query, all: readonly Company[]) {
  let best: { readonly rank: number; readonly company: Company } | undefined;
  for (const company of all) {
    const rank = rankOf(query, company.spelling);
    if (rank !== undefined && (best === undefined || rank < best.rank)) best = { rank, company };
  }
  return best;
}

/** The company that another one leads to, or is, as the table has both now; undefined when it no longer fits. */
async function readAgain(form: PublishedForm, query: Query, { current }: Company) {
  let company = await companyNow(form, current);
  if (company === undefined || rankOf(query, company.spelling) === undefined) return undefined;
  for (let merges = 0; company?.mergedInto !== undefined; merges += 1) {
    company = merges === mergesMax ? undefined : await companyNow(form, company.mergedInto);
  }
  return company;
}

/** Brings what is known up to date with the table. */
async function lookAtTable(form: PublishedForm, memory: Memory): Promise<void> {
  const at = now();
  const after = memory.lookedAt === undefined ? undefined : memory.lookedAt - overlapMs;
  const claims = (await claimsOf(form, after)).filter((each) => !isKnown(each, memory.claims.get(each.sk)));
  // A claim that was taken over tells of the record that had it too.
  const roots = claims.flatMap(({ sk, root_id }) => [root_id, memory.claims.get(sk)?.root_id ?? root_id]);
  const found = await companiesAt(form, [...new Set(roots)], at);
  if (found.size > 0) learn(memory, found);
  for (const each of claims) memory.claims.set(each.sk, each);
  memory.lookedAt = at;
}

/** Two writes may have one time, and a correction and what it corrects one claim. */
function isKnown(claim: KeyClaim, known: KeyClaim | undefined): boolean {
  return (
    claim.root_id === known?.root_id &&
    claim.changed_at === known.changed_at &&
    claim.changed_by === known.changed_by
  );
}

function learn(memory: Memory, found: ReadonlyMap<string, Company | undefined>): void {
  for (const [root, company] of found) {
    memory.companies.delete(root);
    if (company !== undefined) memory.companies.set(root, company);
  }
  // Sorted but for what is new: that is quick to sort.
  const sorted = [...memory.companies.values()].toSorted(byName);
  memory.companies = new Map(sorted.map((company) => [company.root, company]));
  const leading = Map.groupBy(sorted, (company) => endOf(memory.companies, company));
  memory.leading = sorted
    .filter(({ mergedInto }) => mergedInto === undefined)
    .map(({ root }) => leading.get(root) ?? []);
}

const swedish = new Intl.Collator('sv');

function byName(one: Company, other: Company): number {
  return (
    swedish.compare(one.name ?? '', other.name ?? '') ||
    one.municipality.localeCompare(other.municipality) ||
    one.root.localeCompare(other.root)
  );
}

/** The root of the company that this one was merged into, or its own; undefined where that leads nowhere. */
function endOf(companies: ReadonlyMap<string, Company>, from: Company): string | undefined {
  let company: Company | undefined = from;
  for (let merges = 0; company?.mergedInto !== undefined; merges += 1) {
    company = merges === mergesMax ? undefined : companies.get(company.mergedInto);
  }
  return company?.root;
}
