import type { Publications, PublishedForm } from '../../forms/grammar/published.ts';
import { parts } from '../../forms/published/participants/parts.ts';

// Two small forms that have everything the lake cares about: one whose submissions are known by their ids, with
// fields of two zones and a table of rows, and an anonymous one.

const words = (text: string) => ({ sv: text, en: text });

function field(kind: string, zone: string, more: object = {}) {
  return { kind, zone, label: words(kind), wanted: 'optional' as const, ...more };
}
const number = field('integer', 'analytic', { min: 0, max: 1_000_000 });
const text = field('text', 'confidential', { max: 200 });
const day = field('date', 'analytic', { earliest: '2021-01-01', latest: '2099-12-31' });
const options = [{ code: 'a', ...words('A') }];
const sort = field('choice', 'analytic', { list: 'sorts', options });
const people = field('rows', 'analytic', {
  rowTitle: words('r'),
  addRow: words('a'),
  max: 9,
  fields: { age: number },
});

export type FormId = 'visits' | 'thoughts';

/** What a version of a form has besides what all of its versions have. */
export interface Version {
  readonly version: number;
  /** Numbers that it asks for; one that a later version lacks was retired. */
  readonly numbers: readonly string[];
  readonly shards: PublishedForm['shards'];
}
export const firstVersion: Version = {
  version: 1,
  numbers: ['n'],
  shards: [{ from: '2021-01', count: 1 }],
};

const common = { title: words('t'), intro: words('i'), send: 'public', rules: [] };

function published(form: FormId, { version, numbers, shards }: Version): object {
  const asked = Object.fromEntries(numbers.map((name) => [name, number]));
  const sections = (fields: object) => [{ title: words('s'), fields: { ...fields, ...asked } }];
  if (form === 'thoughts') {
    return { ...common, id: form, version, shards, anonymous: true, sections: sections({ thought: text }) };
  }
  const company = field('organisationsnummer', 'analytic');
  const story = { ...text, wanted: 'neededToCount' };
  return {
    ...common,
    id: form,
    version,
    shards,
    activityDate: 'day',
    company: 'company',
    sections: sections({ day, company, sort, story, people }),
  };
}

/** What is published now, by form: the test changes it, the functions read it at every step. */
export const versions: Record<FormId, readonly Version[]> = {
  visits: [firstVersion],
  thoughts: [firstVersion],
};

/** Stands in the place of `forms/published/index.ts`; the object is one, what it says is `versions`. */
export const publications: Publications = {};

/** Makes the published forms those of `versions`. */
export function publish(changed: Partial<typeof versions>): void {
  Object.assign(versions, changed);
  const entries = Object.entries(versions).map(([id, all]) => {
    const form: FormId = id === 'visits' ? id : 'thoughts';
    const load = all.map((version) => {
      const data = published(form, version);
      return [version.version, async () => ({ default: data })] as const;
    });
    return [id, { current: all.length, load: Object.fromEntries(load), parts: async () => ({ parts }) }];
  });
  Object.assign(publications, Object.fromEntries(entries));
}
publish({});
