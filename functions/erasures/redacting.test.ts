import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import type { PublishedForm } from '../../forms/grammar/published.ts';
import type { Values } from '../../forms/grammar/reading.ts';
import { invoke } from '../../infra/commands/invoke.ts';
import { type InProcess, startInProcess } from '../../test/planted/in-process.ts';
import { itemsOf, keepRecord, publishedForm, putItems } from '../../test/planted/records.ts';
import { readIn } from '../../test/planted/values.ts';
import { plant, wordsOf } from '../../test/planted.ts';
import { query } from '../../test/queries.ts';

let product: InProcess;
beforeAll(async () => {
  product = await startInProcess();
});
afterAll(() => product?.stop());

const person = { name: 'Signe Öberg', email: 'Signe.Oberg@exempel.se', phone: '019-21 10 00' };
const words = ['signe öberg', 'signe.oberg@EXEMPEL.se', '+46 19 21 10 00'];
/** Whatever is left of the person, however it is written. */
const traces = /signe[ .\n]+(?:ö|o)berg|(?<![0-9a-f])(?:\+46|0)19[ –-]?21 ?10 ?00/i;

describe('a record from which a person is redacted', () => {
  const personal = ['name', 'email', 'phone', 'gender'].map((part) => `contact_${part}`);
  const free = ['agreed_actions', 'areas.automation.challenge_text', 'business_summary'];

  /** A visit with two contacts, the person in the row that is named, and free text that names the person. */
  function visit(form: PublishedForm, label: string, row: 0 | 1): Values {
    const { sent } = plant(form, 'company', label)[0] ?? {};
    const [one, other] = z.array(z.looseObject({})).parse(sent?.contacts);
    const areas = z.record(z.string(), z.looseObject({})).parse(sent?.areas);
    const own = { contact_name: person.name, contact_email: person.email, contact_phone: person.phone };
    const contacts = [{ ...one, ...own }, other];
    return {
      ...sent,
      contacts: row === 0 ? contacts : contacts.toReversed(),
      areas: { ...areas, automation: { ...areas.automation, challenge_text: 'Signe\n Öberg vet' } },
      business_summary: 'Leds av SIGNE ÖBERG sedan i våras',
      agreed_actions: 'Ring 019–211000 om det',
    };
  }
  const state = (id: string | undefined) =>
    query(
      product,
      `select n.missing_to_count, l.status, n.activity_date, c.contact_role, c.row_no, c.contact_name_length
      from analytic.needs_analysis n
      join analytic.submission_log l on l.submission_id = n.submission_id
      join analytic.needs_analysis__contacts c on c.submission_id = n.submission_id
      where n.submission_id = '${id}' order by c.row_no`,
    );

  test('has nothing of the person in any version, and everything else as it was', async () => {
    const form = await publishedForm('needs-analysis');
    const rows = [0, 1, 0] as const;
    const versions = rows.map((row, index) => visit(form, `redacted ${index}`, row));
    const ids = await keepRecord(form, versions);
    await product.exported();
    const [items, rowsBefore, lakeBefore] = [
      await itemsOf(product.env, ids),
      await state(ids[2]),
      await product.everywhere(),
    ];
    expect([traces.test(JSON.stringify(items)), traces.test(lakeBefore)]).toEqual([true, true]);

    const { submissions } = await product.forget({
      what: 'redact',
      form: form.id,
      submission: ids[1],
      words,
    });
    const newsletter = (row: number) => `contacts.${row}.newsletter_consent`;
    const pathsOf = (row: number) =>
      [...free, ...personal.map((cell) => `contacts.${row}.${cell}`), newsletter(row)].toSorted();
    expect(submissions.map(({ id, paths = [] }) => [id, paths.toSorted()])).toEqual(
      ids.map((id, index) => [id, pathsOf(rows[index] ?? 0)]),
    );
    const output = await product.exported();
    await product.swept();

    const after = await itemsOf(product.env, ids);
    for (const [index, item] of after.entries()) {
      const { answers, redacted, changed_at: _, ...rest } = item;
      const { answers: whole, changed_at: __, ...before } = items[index] ?? {};
      expect(rest).toEqual(before);
      expect([...z.array(z.string()).parse(redacted)].toSorted()).toEqual(pathsOf(rows[index] ?? 0));
      expect(answers).toEqual(without(Object(whole), pathsOf(rows[index] ?? 0)));
    }
    expect([traces.test(await product.tableText()), traces.test(await product.everywhere())]).toEqual([
      false,
      false,
    ]);
    const kept = readIn(lakeBefore, wordsOf(plant(form, 'company', 'redacted 2').slice(0, 1)));
    expect([kept.length > 20, readIn(await product.everywhere(), kept)]).toEqual([true, kept]);

    const rowsAfter = await state(ids[2]);
    expect(rowsAfter).toHaveLength(2);
    expect(rowsAfter).toEqual(
      rowsBefore.map((row) => (row.row_no === '1' ? { ...row, contact_name_length: null } : row)),
    );
    expect(output).toMatchObject({ forms: { [form.id]: { superseded: 2, quarantined: 0 } }, shortfalls: [] });
    const statuses = await Promise.all(ids.map((id, index) => product.put(form, id, versions[index] ?? {})));
    expect(statuses).toEqual([410, 410, 410]);
  });

  /** What the log of submissions says has become of each. */
  async function statusOf(ids: readonly string[]) {
    const named = ids.map((id) => `'${id}'`).join(', ');
    const log = `select status from analytic.submission_log where submission_id in (${named})`;
    const rows = await query(product, `${log} order by submission_id`);
    return rows.map(({ status }) => status);
  }

  /** Written a second time, for paths of the design: `field`, or `field.row.cell`. */
  function without(answers: Record<string, unknown>, paths: readonly string[]): unknown {
    const left = structuredClone(answers);
    for (const [field = '', row, cell = ''] of paths.map((path) => path.split('.'))) {
      if (row === undefined) delete left[field];
      else delete Object(Object(left[field])[row])[cell];
    }
    return left;
  }

  test('loses every answer of a version that is not published, and keeps its status', async () => {
    const form = await publishedForm('participants');
    const sent = { ...plant(form, 'company', 'taken back')[0]?.sent, note: `${person.name} kom` };
    const ids = await keepRecord(form, [sent, sent]);
    const [known, taken] = await itemsOf(product.env, ids);
    await putItems(product.env, [{ ...taken, form_version: 99 }]);

    const order = { what: 'redact', reason: 'request', form: form.id, submission: ids[0], words };
    const all = Object.keys(Object(taken?.answers)).sort();
    expect(await invoke(product.env, 'forget-record', order)).toMatchObject({
      submissions: [
        { id: ids[0], paths: ['note'] },
        { id: ids[1], paths: all, unknownVersion: true },
      ],
    });
    const { note: _, ...others } = Object(known?.answers);
    const changed_at = expect.any(Number);
    expect(await itemsOf(product.env, ids)).toEqual([
      { ...known, answers: others, redacted: ['note'], changed_at },
      { ...taken, form_version: 99, answers: {}, redacted: all, changed_at },
    ]);
    await product.exported();
    await product.swept();
    expect(traces.test(await product.everywhere())).toBe(false);
    expect(await statusOf(ids)).toEqual(['superseded', 'quarantined']);
  });

  test('keeps what is needed as evidence where nothing reads it, until its day has passed', async () => {
    const form = await publishedForm('participants');
    const sent = { ...plant(form, 'company', 'evidence')[0]?.sent, note: `${person.name} kom` };
    const [id = ''] = await keepRecord(form, [sent]);
    const order = { what: 'redact', form: form.id, submission: id, words, keep_until: '2099-12-31' };
    await product.forget(order);
    await product.exported();
    await product.swept();
    const [item] = await itemsOf(product.env, [id]);
    const restricted = { delete_after: '2099-12-31', answers: { note: `${person.name} kom` } };
    expect(item).toMatchObject({ redacted: ['note'], restricted });
    expect(traces.test(JSON.stringify({ ...item, restricted: undefined }))).toBe(false);
    expect(traces.test(await product.everywhere())).toBe(false);
    expect(await product.put(form, id, sent)).toBe(410);
    expect(await invoke(product.env, 'find-person', { words })).toMatchObject({
      hits: [{ form: form.id, submission: id, root: id, paths: ['restricted'] }],
    });

    await product.exported({ what: 'replay' });
    expect((await itemsOf(product.env, [id]))[0]).toEqual(item);
    await putItems(product.env, [{ ...item, restricted: { ...restricted, delete_after: '2026-01-01' } }]);
    await product.exported({ what: 'replay' });
    const { restricted: _, ...rest } = item ?? {};
    expect((await itemsOf(product.env, [id]))[0]).toEqual(rest);
  });
});
