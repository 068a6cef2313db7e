import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readerOf } from '../forms/derived/answers.ts';
import { type Table, tablesOf } from '../forms/derived/columns.ts';
import { itemOf } from '../forms/derived/item.ts';
import { lakeTables } from '../forms/derived/lake-tables.ts';
import { loadAll, type PublishedField, type PublishedForm } from '../forms/grammar/published.ts';
import { checks, columns } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { rules } from '../forms/rules/all.ts';
import { scores } from '../forms/scores/all.ts';
import { lakeViews } from '../functions/reports/views.ts';
import { execute } from '../infra/commands/execution.ts';
import { publishedEverything } from './everything-form.ts';
import { bytesBeside, bytesOf, valuesIn, type Zone } from './lake-files.ts';
import { startTestProduct, type TestProduct, uuidv7 } from './local-product.ts';
import { columnsOf, tablesByHand } from './planted/columns-by-hand.ts';
import { beginningOf, beginningsIn, markOf, recordNamed } from './planted/values.ts';
import { type Mark, type Owner, type Planted, plant, questionsOf } from './planted.ts';

const published = await loadAll(publications);
/** A form with every kind; the name of a file is free text, which no zone but the confidential one may have. */
const everything = withZone(publishedEverything, 'proof', 'confidential');

function withZone(form: PublishedForm, name: string, zone: PublishedField['zone']): PublishedForm {
  const sections = form.sections.map((section) => {
    const field = section.fields[name];
    return field === undefined
      ? section
      : { ...section, fields: { ...section.fields, [name]: { ...field, zone } } };
  });
  return { ...form, sections };
}

describe('every column of the lake', () => {
  const named = (tables: readonly Table[]) =>
    Object.fromEntries(
      tables.map(({ database, name, columns: all }) => [
        `${database}.${name}`,
        all.map((column) => column.name).toSorted(),
      ]),
    );

  /** The tables of every form: each has the columns of all its versions. */
  function ofAllVersions(): Record<string, string[]> {
    const found = new Map<string, string[]>();
    for (const [table, names] of published.flat().flatMap((form) => Object.entries(tablesByHand(form)))) {
      found.set(table, [...new Set([...(found.get(table) ?? []), ...names])].toSorted());
    }
    return Object.fromEntries(found);
  }

  test('is in the table of its zone, and there are no others', () => {
    expect(named(lakeTables(published, columns))).toEqual({
      ...ofAllVersions(),
      'analytic.submission_log': [
        ...['activity_date', 'channel', 'form', 'form_version', 'lang', 'partition', 'reason', 'received_at'],
        ...['received_date', 'reference', 'root_id', 'status', 'submission_id'],
      ],
      'confidential.access_log': ['at', 'form', 'root_id', 'what', 'who'],
      'open.codes': ['code', 'current', 'en', 'list', 'position', 'sv'],
      'open.first_project_settings': [
        ...['applicant', 'applicant_organisationsnummer', 'approval_until', 'controller'],
        ...['emblem_en', 'emblem_sv', 'eruf_decision_case_id', 'eruf_decision_date', 'eruf_decision_status'],
        ...[
          'focus_areas',
          'goal',
          'is_ordinary',
          'last_payment_date',
          'municipalities',
          'name_en',
          'name_sv',
        ],
        ...['owner', 'owner_organisationsnummer', 'period_from', 'period_to', 'privacy_notice_version'],
        ...['project', 'region_decision_ref', 'rule_version', 'sni_divisions', 'valid_from'],
      ],
      'open.first_project_values': [
        ...['cap_sek', 'code', 'ends_on', 'number', 'project', 'starts_on', 'what', 'year'],
      ],
    });
    expect(named(tablesOf([everything], columns))).toEqual(tablesByHand(everything));
  });

  test.each([
    ['analytic', 'participants', 'organisationsnummer', true],
    ['confidential', 'participants', 'organisationsnummer', false],
    ['analytic', 'participants', 'company_name', false],
    ['analytic', 'participants', 'company_name_length', true],
    ['confidential', 'participants', 'company_name', true],
    ['confidential', 'participants', 'note', false],
    ['analytic', 'needs_analysis', 'turnover_msek', false],
    ['confidential', 'needs_analysis', 'turnover_msek', true],
    ['confidential', 'needs_analysis', 'cfar_nr', true],
    ['analytic', 'needs_analysis__contacts', 'contact_role', true],
    ['analytic', 'needs_analysis__contacts', 'contact_email', false],
    ['confidential', 'needs_analysis__areas', 'challenge_text', true],
    ['analytic', 'evaluation', 'activity_quarter', true],
    ['analytic', 'evaluation', 'activity_date', false],
    ['analytic', 'evaluation', 'free_text_length', false],
    ['confidential', 'evaluation', 'submission_id', false],
  ])('in %s.%s: %s is there: %s', (database, table, column, isThere) => {
    expect(named(lakeTables(published, columns))[`${database}.${table}`]?.includes(column)).toBe(isThere);
  });

  test('of free text tells neither its least nor its greatest value outside its own bytes', () => {
    let count = 0;
    const repeated = [...published, [everything]].flatMap((versions) => {
      const fields = versions.flatMap(({ sections }) =>
        sections.flatMap((each) => Object.entries(each.fields)),
      );
      const all = fields
        .flatMap((field) => [field, ...Object.entries(field[1].fields ?? {})])
        .flatMap(columnsOf);
      const free = new Set(all.flatMap(({ column, isFree }) => (isFree ? [column] : [])));
      count += free.size;
      return tablesOf(versions, columns)
        .flatMap((table) => table.columns)
        .filter(({ name, statistics }) => free.has(name) && statistics);
    });
    expect([count > 50, repeated]).toEqual([true, []]);
  });

  test('that a view shows comes from its own zone, or one that more may see', () => {
    const mayRead = {
      open: ['open'],
      analytic: ['open', 'analytic'],
      confidential: ['open', 'analytic', 'confidential'],
    };
    const views = lakeViews(published, columns);
    const wrong = views.flatMap(({ database, name, sql }) =>
      Array.from(sql.matchAll(/\b(open|analytic|confidential)\."?\w/g), ([, read = '']) => read)
        .filter((read) => !mayRead[database].includes(read))
        .map((read) => `${database}.${name} reads ${read}`),
    );
    expect([views.length > 5, wrong]).toEqual([true, []]);
  });
});

describe('what is planted in every field of every form', () => {
  const owners: readonly Owner[] = ['company', 'soleTrader'];
  const sets = [...published.flatMap((versions) => versions.slice(-1)), everything].flatMap((form) =>
    owners.flatMap((owner) => plant(form, owner, 'zones').map((set) => ({ form, set }))),
  );
  /** The records that a set of answers names, of forms that are published: they have to be there. */
  function recordsNamed(form: PublishedForm, { sent }: Planted): string[] {
    const others = Object.keys(publications).filter((id) => id !== form.id);
    return others.map(recordNamed).filter((id) => JSON.stringify(sent).includes(id));
  }
  const marks = sets.flatMap(({ form, set }) => set.marks.map((mark) => ({ form, mark })));
  const zones: readonly Zone[] = ['open', 'analytic', 'confidential'];

  let product: TestProduct;
  let output: unknown;
  beforeAll(async () => {
    // On the hour, when what is anonymous is in the lake at once.
    const clock = '2026-09-10T13:00:00.000Z';
    product = await startTestProduct({ CLOCK: clock });
    await putAll(clock);
    const ended = await execute(product.env, {});
    if ('error' in ended) throw new Error(`expected an export, got ${ended.error}: ${ended.cause}`);
    output = ended.output;
    await renderEverything(sets.filter(({ form }) => form === everything).map(({ set }) => set));
  });
  afterAll(() => product?.stop());

  /** Sends all but what is not published: the first of each form under the id that others name it by. */
  async function putAll(clock: string): Promise<void> {
    const now = Date.parse(clock);
    const sent = new Set<string>();
    let waiting = sets
      .filter(({ form }) => form !== everything)
      .map(({ form, set }, index, all) => {
        const isFirst = !form.anonymous && all.findIndex((each) => each.form === form) === index;
        const made = uuidv7(form.anonymous ? now - (now % (24 * 60 * 60 * 1000)) : now);
        return { form, set, id: isFirst ? recordNamed(form.id) : made };
      });
    while (waiting.length > 0) {
      const ready = waiting.filter(({ form, set }) => recordsNamed(form, set).every((id) => sent.has(id)));
      if (ready.length === 0) throw new Error('expected records that are named in some order, got a circle');
      for (const { form, set, id } of ready) {
        await put(form, set, id);
        sent.add(id);
      }
      waiting = waiting.filter(({ id }) => !sent.has(id));
    }
  }

  async function put({ id, version }: PublishedForm, { sent }: Planted, made: string) {
    const response = await fetch(`${product.url}/v1/forms/${id}/submissions/${made}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ version, answers: sent }),
    });
    if (response.status !== 201)
      throw new Error(`expected 201, got ${response.status}: ${await response.text()}`);
  }

  /** A form that is not published is rendered here, by what renders the others, to the same lake. */
  async function renderEverything(all: readonly Planted[]): Promise<void> {
    Object.assign(process.env, product.env);
    const { render } = await import('../functions/exports/render.ts');
    const { lakeForms } = await import('../functions/exports/tables.ts');
    const [form] = lakeForms([[everything]], columns);
    if (form === undefined) throw new Error('expected a form of the lake, got none');
    const reader = readerOf(everything, { checks, scores, rules });
    const envelope = { channel: 'web', submitterRole: 'public', lang: 'sv', receivedAt: 1 } as const;
    const items = all.map(({ sent }, index) => {
      const reading = reader.read(sent, 'program');
      if ('problems' in reading)
        throw new Error(`expected right answers, got ${JSON.stringify(reading.problems)}`);
      const id = uuidv7(index);
      return { pk: 'everything#2021-01#0', sk: id, ...itemOf(everything, id, reading.answers, envelope) };
    });
    async function* pages() {
      yield items;
    }
    const partition = { form, month: '2021-01', shard: 0, pages: pages() };
    const { counts } = await render(partition, {
      columns,
      asOf: 1,
      referenceOf: () => '',
      published: new Set(),
    });
    expect(counts).toMatchObject({ received: items.length, current: items.length });
  }

  /** In which zones of the lake something is to be: that of its field, and of the columns that every table has. */
  function placesOf({ form, mark }: { form: PublishedForm; mark: Mark }): Zone[] {
    const isKey = mark.path === form.company && mark.zone === 'analytic';
    if (isKey || mark.path === form.activityDate) return ['analytic', 'confidential'];
    return mark.zone === 'personal' ? [] : [mark.zone];
  }

  test('is every question, but those that nobody of that sort is asked', () => {
    const left = [...new Set(sets.map(({ form }) => form))].flatMap((form) =>
      owners.flatMap((owner) => {
        const own = sets.filter((each) => each.form === form && each.set.owner === owner);
        const asked = new Set(own.flatMap(({ set }) => [...set.asked]));
        const unasked = own.length === 0 ? [] : questionsOf(form).filter((question) => !asked.has(question));
        return unasked.map((question) => `${form.id} ${owner} ${question}`);
      }),
    );
    expect(left).toEqual([
      'needs-request company organisationsnummer_missing_reason',
      'needs-request soleTrader organisationsnummer',
      'company company merged_into',
      'company soleTrader organisationsnummer',
      'company soleTrader organisationsnummer_verified',
      'company soleTrader merged_into',
      'intervention soleTrader supplier_organisationsnummer',
      'participants soleTrader organisationsnummer',
      'participants soleTrader age_band',
      'offer soleTrader actor_organisationsnummer',
      'everything soleTrader share',
    ]);
  });

  test('was received and exported, all of it', () => {
    const counts = Object.keys(publications).map((id) => {
      const count = sets.filter(({ form }) => form.id === id).length;
      return [id, { received: count, current: count, superseded: 0, erased: 0, quarantined: 0 }];
    });
    expect(output).toMatchObject({ forms: Object.fromEntries(counts), shortfalls: [] });
  });

  test('is, word by word, in no byte of any zone but its own', async () => {
    const words = marks.filter(({ mark }) => mark.is === 'word');
    expect(new Set(words.map(({ mark }) => beginningOf(mark.text))).size).toBeGreaterThan(100);
    for (const zone of zones) {
      const text = await bytesOf(product.dataDir, zone);
      const seen = beginningsIn(text);
      const wrong = words.filter((each) =>
        placesOf(each).includes(zone)
          ? !text.includes(each.mark.text)
          : seen.has(beginningOf(each.mark.text)),
      );
      expect([zone, wrong.map(({ form, mark }) => `${form.id} ${mark.path}`)]).toEqual([zone, []]);
    }
  });

  test('is, amount by amount and day by day, among the values of no zone but its own', async () => {
    const values = marks.filter(({ mark }) => mark.is === 'value');
    const all = await Promise.all(
      zones.map(async (zone) => [zone, await valuesIn(product.dataDir, zone)] as const),
    );
    const wrong = values.flatMap((each) => {
      const found = all.filter(([, found]) => found.has(each.mark.text)).map(([zone]) => zone);
      const right = placesOf(each);
      return found.join() === right.join()
        ? []
        : [`${each.form.id} ${each.mark.path} in ${found}, not ${right}`];
    });
    expect([values.length > 100, wrong]).toEqual([true, []]);
  });

  test('is beside the table and the zones in no file: no log, no temporary file, no log of erasures', async () => {
    const beside = bytesBeside(product.dataDir);
    expect(beside).toContain('export published');
    expect(beginningsIn(beside)).toEqual(new Set());
    const long = marks.filter(({ mark }) => mark.is === 'value' && mark.text.length > 10);
    expect(long.filter(({ mark }) => beside.includes(mark.text))).toEqual([]);
  });

  test('is not logged when it is refused either', async () => {
    const mark = markOf('refused');
    const path = `${product.url}/v1/forms/participants/submissions/${uuidv7()}`;
    const bodies = [
      mark,
      `{"${mark}`,
      JSON.stringify({ version: 1, answers: { [mark]: mark, activity: [mark] } }),
    ];
    const headers = { 'content-type': 'application/json' };
    for (const body of bodies) {
      const { status } = await fetch(path, { method: 'PUT', headers, body });
      expect([400, 422]).toContain(status);
    }
    const page = await fetch(`${product.url}/f/participants?${mark}=${mark}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', [mark]: mark },
      body: `activity=${mark}&${mark}=${mark}`,
    });
    expect(page.status).toBeLessThan(500);
    expect(beginningsIn(bytesBeside(product.dataDir))).toEqual(new Set());
  });

  test('can be found at all: one of every zone would be seen elsewhere', async () => {
    const confidential = await bytesOf(product.dataDir, 'confidential');
    const own = marks.filter(({ mark }) => mark.is === 'word' && mark.zone === 'confidential');
    const others = marks.filter(({ mark }) => mark.is === 'word' && mark.zone === 'personal');
    const isSeen = ({ mark }: (typeof own)[number], text: string) =>
      beginningsIn(text).has(beginningOf(mark.text));
    expect([own.length > 30, own.every((each) => isSeen(each, confidential))]).toEqual([true, true]);
    const cut = others.map(({ mark }) => mark.text.slice(0, 10)).join('\0');
    expect([others.length > 30, others.every((each) => isSeen(each, cut))]).toEqual([true, true]);
  });
});
