import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeLists } from '../forms/derived/codes.ts';
import { lakeTables } from '../forms/derived/lake-tables.ts';
import { loadAll } from '../forms/grammar/published.ts';
import { columns } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { lakeViews } from '../functions/reports/views.ts';
import { execute } from '../infra/commands/execution.ts';
import { exampleAnswers } from './example-answers.ts';
import { rightAnswers, startTestProduct, type TestProduct, uuidv7 } from './local-product.ts';
import { changeOfAll } from './made-up-project.ts';
import { missionAnswers } from './mission-answers.ts';
import { query } from './queries.ts';
import {
  attendances,
  companies,
  identities,
  ids,
  lateNumber,
  lists,
  plate,
  saab,
  sentAt,
  visits,
  volvo,
  wholeVisit,
} from './views/known.ts';
import { nameOf, textsOf, withPlainDuckDb } from './views/plain-duckdb.ts';
import { rightsRequestsTold } from './views/rights-cases.ts';

const published = await loadAll(publications);
const tables = lakeTables(published, columns);
const views = lakeViews(published, columns);

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

test('every view is among the tables that SQL tells of', async () => {
  const found = await query(
    product,
    "select table_schema as database, table_name as name from information_schema.tables where table_catalog = 'awsdatacatalog'",
  );
  expect(found.map(({ database, name }) => `${database}."${name}"`).toSorted()).toEqual(
    [...tables, ...views].map(nameOf).toSorted(),
  );
});

test('before the first export every view answers, with no rows', async () => {
  const counts = views.map((view) => `select '${nameOf(view)}' as name, count(*) as n from ${nameOf(view)}`);
  expect(await query(product, counts.join(' union all '))).toEqual(
    views.map((view) => ({ name: nameOf(view), n: '0' })),
  );
});

async function send(form: string, id: string, answers: object, supersedes?: string, version = 1) {
  const response = await fetch(`${product.url}/v1/forms/${form}/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version, supersedes, answers }),
  });
  expect([response.status, response.status === 201 ? '' : await response.text()]).toEqual([201, '']);
}

/** Writes an item as a later correction or erasure leaves it. */
async function plant(form: string, id: string, item: object) {
  const { AWS_ENDPOINT_URL_DYNAMODB: endpoint, AWS_REGION: region, SUBMISSIONS_TABLE } = product.env;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region, credentials });
  const envelope = {
    ...{ pk: `${form}#2025-03#0`, sk: id, submission_id: id, root_id: id, form, form_version: 1 },
    ...{ received_at: sentAt, changed_at: sentAt, activity_date: '2026-09-10', channel: 'web', lang: 'sv' },
    submitter_role: 'public',
  };
  await client.send(
    new PutItemCommand({ TableName: SUBMISSIONS_TABLE, Item: marshall({ ...envelope, ...item }) }),
  );
}

describe('of known submissions', () => {
  beforeAll(async () => {
    for (const [id, answers] of visits) await send('needs-analysis', id, answers);
    for (const [id, different] of lists) await send('participants', id, { ...rightAnswers, ...different });
    for (const [id, answers, supersedes] of companies) await send('company', id, answers, supersedes);
    for (const [id, answers] of identities) await send('company-identity', id, answers);
    const { activity, network, offer, rightsRequest: rights_request } = ids;
    const needs_analysis = ids.sameDayLater;
    const named = {
      company_key: saab,
      record: ids.saabInMay,
      needs_analysis,
      activity,
      network,
      offer,
      rights_request,
    };
    const { participants: _, ...others } = exampleAnswers;
    const fixed: Readonly<Record<string, string>> = {
      network,
      offer,
      activity,
      'rights-request': rights_request,
    };
    const first = [...Object.keys(fixed), ...Object.keys(others).filter((form) => !(form in fixed))];
    for (const form of first) {
      const answersOf = Object.entries(others).find(([id]) => id === form)?.[1];
      await send(form, fixed[form] ?? uuidv7(sentAt), answersOf?.(named) ?? {});
    }
    for (const [place, different] of attendances.entries()) {
      const answers = { activity_id: activity, activity_date: '2026-03-11', ...different };
      await send('participants', uuidv7(sentAt + 100 + place), answers, undefined, 2);
    }
    await send('project-settings', uuidv7(sentAt), changeOfAll);
    const asking = exampleAnswers['rights-request']({ company_key: saab });
    for (const { id, received_at, sent } of rightsRequestsTold) {
      await plant('rights-request', id, { answers: asking, received_at });
      for (const each of sent) await send('rights-case', each.id, each.answers, each.supersedes);
    }
    const other = { ...rightAnswers, organisationsnummer: '556016-0680' };
    await plant('participants', ids.superseded, { answers: other, superseded_at: sentAt + 1 });
    await plant('participants', ids.erased, { erased_at: sentAt + 1 });
    await plant('needs-analysis', ids.supersededVisit, { answers: wholeVisit, superseded_at: sentAt + 1 });
    const ended = await execute(product.env, {});
    expect(ended).toMatchObject({ output: { shortfalls: [] } });
  });

  test('visits number the analyses of a company by day and id; without a key each is its own', async () => {
    const found = await query(
      product,
      `select submission_id, company_key, visit_number, needs_analyses, is_latest, counts
      from analytic.visits order by submission_id`,
    );
    const visit = (id: string, key: string | null, number: number, of: number, counts = false) => ({
      submission_id: id,
      company_key: key,
      visit_number: String(number),
      needs_analyses: String(of),
      is_latest: String(number === of),
      counts: String(counts),
    });
    expect(found).toEqual([
      visit(ids.firstVisit, saab, 1, 3),
      visit(ids.sameDayEarlier, saab, 2, 3),
      visit(ids.sameDayLater, saab, 3, 3, true),
      visit(ids.soleTraderVisit, 'EF-000001', 1, 2),
      visit(ids.soleTraderAgain, 'EF-000001', 2, 2),
    ]);
  });

  test('the latest needs analysis of a company has all its columns', async () => {
    const found = await query(product, 'select * from analytic.latest_needs_analyses order by submission_id');
    expect(found.map(({ submission_id }) => submission_id)).toEqual([ids.sameDayLater, ids.soleTraderAgain]);
    expect(found[0]).toMatchObject({
      root_id: ids.sameDayLater,
      activity_date: '2026-09-10',
      company_key: saab,
      missing_to_count: '[]',
      municipality_code: '1881',
      company_participants_total: '3',
      headcount_awu: '12.50',
      maturity_aut: null,
      maturity_aut_missing_reason: 'not_assessed',
      top3: '[production_efficiency, ai, skills_development]',
      needs_analyses: '3',
      visit_number: '3',
      counts: 'true',
    });
    const [base] = await query(
      product,
      `select * from analytic.needs_analysis where submission_id = '${ids.sameDayLater}'`,
    );
    expect(found[0]).toMatchObject({ ...base });
  });

  test('needs have a row for each assessed area, with its rank and in words', async () => {
    const found = await query(
      product,
      `select * from analytic.needs where submission_id = '${ids.sameDayLater}' order by area`,
    );
    expect(found.map(({ area, priority, top3_rank }) => [area, priority, top3_rank])).toEqual([
      ['ai', '3', '2'],
      ['automation', '1', null],
      ['digitalisation', '0', null],
      ['production_efficiency', '3', '1'],
      ['skills_development', '2', '3'],
      ['sust_economic', '0', null],
      ['sust_environment', '0', null],
      ['sust_social', '0', null],
    ]);
    expect(found[3]).toEqual({
      submission_id: ids.sameDayLater,
      root_id: ids.sameDayLater,
      activity_date: '2026-09-10',
      year: '2026',
      company_key: saab,
      municipality_code: '1881',
      municipality: 'Kumla',
      sni_division: '25',
      development_status: 'started',
      use_permission: 'yes_aggregated_only',
      visit_number: '3',
      is_latest: 'true',
      counts: 'true',
      area: 'production_efficiency',
      area_sv: 'Produktionseffektivisering',
      area_en: 'Production efficiency',
      priority: '3',
      priority_sv: 'Akut eller högst prioriterat',
      priority_en: 'Urgent or top priority',
      current_state: '2',
      wants_support: 'true',
      top3_rank: '1',
    });
    const others = await query(
      product,
      `select visit_number, counts, count(*) as areas, max(top3_rank) as lowest
      from analytic.needs where submission_id <> '${ids.sameDayLater}' group by submission_id, visit_number, counts
      order by submission_id`,
    );
    expect(others).toEqual(
      ['1', '2', '1', '2'].map((visit_number) => ({
        visit_number,
        counts: 'false',
        areas: '7',
        lowest: '1',
      })),
    );
  });

  test('every key that a company has or had leads to the one it has now', async () => {
    const found = await query(product, 'select * from analytic.company_keys order by company_key');
    const key = (company_key: string, current_key: string, company_root_id: string) => ({
      company_key,
      current_key,
      company_root_id,
      is_current: String(company_key === current_key),
    });
    expect(found).toEqual([
      key(lateNumber, lateNumber, ids.unnumbered),
      key(saab, saab, ids.company),
      key('EF-000001', 'EF-000001', ids.karin),
      key('EF-000002', 'EF-000001', ids.karin),
      key('EF-000003', lateNumber, ids.unnumbered),
    ]);
  });

  test('records are of the company that they name or that staff say, by the key it has now', async () => {
    const found = await query(
      product,
      `select submission_id, form, named_key, company_key from analytic.company_records
      where form in ('needs-analysis', 'participants') and company_key <> '${plate}' order by submission_id`,
    );
    const record = (submission_id: string, form: string, named_key: string | null, company_key: string) => ({
      submission_id,
      form,
      named_key,
      company_key,
    });
    expect(found).toEqual([
      record(ids.firstVisit, 'needs-analysis', saab, saab),
      record(ids.sameDayEarlier, 'needs-analysis', saab, saab),
      record(ids.sameDayLater, 'needs-analysis', saab, saab),
      record(ids.soleTraderVisit, 'needs-analysis', null, 'EF-000001'),
      record(ids.soleTraderAgain, 'needs-analysis', null, 'EF-000001'),
      record(ids.saabInMay, 'participants', saab, saab),
      record(ids.volvo, 'participants', volvo, volvo),
      record(ids.volvoAgain, 'participants', volvo, volvo),
      record(ids.saabElsewhere, 'participants', saab, saab),
    ]);
  });

  const saabFacts = {
    company_key: saab,
    company_root_id: ids.company,
    municipality_code: '1880',
    municipality: 'Örebro',
    needs_analyses: '3',
    participations: '2',
    first_activity_date: '2026-02-01',
    last_activity_date: '2026-09-10',
    participants_women: '3',
    participants_men: '5',
    participants_undisclosed: '1',
    participants_total: '9',
    latest_needs_analysis_id: ids.sameDayLater,
    latest_needs_analysis_date: '2026-09-10',
    latest_needs_analysis_counts: 'true',
    legal_form: 'ab',
    sni_division: '25',
    headcount_awu: '13.00',
    development_status: 'started',
    maturity_pe: '2',
    maturity_dig: '3',
    maturity_aut: null,
    needs: '4',
    top_needs: '2',
    needs_with_support_wanted: '2',
  };
  const volvoFacts = {
    company_key: volvo,
    company_root_id: null,
    municipality_code: '1880',
    municipality: 'Örebro',
    needs_analyses: '0',
    participations: '2',
    first_activity_date: '2026-05-20',
    last_activity_date: '2026-05-20',
    participants_women: '1',
    participants_men: '2',
    participants_undisclosed: '0',
    participants_total: '3',
    latest_needs_analysis_id: null,
    latest_needs_analysis_date: null,
    latest_needs_analysis_counts: null,
    legal_form: null,
    sni_division: null,
    headcount_awu: null,
    development_status: null,
    maturity_pe: null,
    maturity_dig: null,
    maturity_aut: null,
    needs: null,
    top_needs: null,
    needs_with_support_wanted: null,
  };

  const unmetFacts = {
    ...volvoFacts,
    company_key: lateNumber,
    company_root_id: ids.unnumbered,
    municipality_code: '1885',
    municipality: 'Lindesberg',
    participations: '0',
    first_activity_date: null,
    last_activity_date: null,
    participants_women: '0',
    participants_men: '0',
    participants_total: '0',
    legal_form: 'ab',
  };
  const karinFacts = {
    ...unmetFacts,
    company_key: 'EF-000001',
    company_root_id: ids.karin,
    municipality_code: '1883',
    municipality: 'Karlskoga',
    needs_analyses: '2',
    first_activity_date: '2026-09-10',
    last_activity_date: '2026-10-01',
    latest_needs_analysis_id: ids.soleTraderAgain,
    latest_needs_analysis_date: '2026-10-01',
    latest_needs_analysis_counts: 'false',
    legal_form: 'ef',
    needs: '1',
    top_needs: '1',
    needs_with_support_wanted: '0',
  };

  test('companies are those that are registered or were met, each once, as they were last', async () => {
    expect(
      await query(
        product,
        `select * from analytic.companies where company_key <> '${plate}' order by company_key`,
      ),
    ).toEqual([unmetFacts, volvoFacts, saabFacts, karinFacts]);
    expect(
      await query(
        product,
        `select company_key, company_name from confidential.companies where company_key <> '${plate}' order by company_key`,
      ),
    ).toEqual([
      { company_key: lateNumber, company_name: 'Nya verkstaden AB' },
      { company_key: volvo, company_name: 'AB Volvo' },
      { company_key: saab, company_name: 'Saab AB' },
      { company_key: 'EF-000001', company_name: null },
    ]);
  });

  test('participations have their activity with all who took part in it that day', async () => {
    const found = await query(
      product,
      'select * from confidential.participations where activity_id is null order by submission_id',
    );
    const inMay = {
      activity: 'Frukostmöte',
      activity_date: '2026-05-20',
      year: '2026',
      quarter: '2026-Q2',
      municipality_code: '1880',
      municipality: 'Örebro',
      counts: 'true',
      activity_organisations: '3',
      activity_participants: '12',
    };
    const row = (id: string, key: string | null, name: string | null, numbers: readonly number[]) => {
      const [n_women, n_men, n_undisclosed, n_total] = numbers.map(String);
      const people = { n_women, n_men, n_undisclosed, n_total };
      return {
        ...inMay,
        submission_id: id,
        root_id: id,
        company_key: key,
        company_name: name,
        activity_id: null,
        org_category: null,
        age_band: null,
        took_part: 'true',
        ...people,
      };
    };
    const confidential = [
      row(ids.saabInMay, saab, 'Mekaniska verkstaden i Örebro AB', [3, 4, 1, 8]),
      row(ids.volvo, volvo, 'Volvo', [1, 0, 0, 1]),
      row(ids.volvoAgain, volvo, 'AB Volvo', [0, 2, 0, 2]),
      row(ids.soleTraderInMay, null, null, [1, 0, 0, 1]),
      {
        ...row(ids.saabElsewhere, saab, 'Mekaniska verkstaden i Örebro AB', [0, 1, 0, 1]),
        activity_date: '2026-02-01',
        quarter: '2026-Q1',
        activity_organisations: '1',
        activity_participants: '1',
      },
    ];
    expect(found).toEqual(confidential);
    expect(
      await query(
        product,
        'select * from analytic.participations where activity_id is null order by submission_id',
      ),
    ).toEqual(
      confidential.map(
        ({ activity, company_name, activity_organisations, activity_participants, ...rest }) => rest,
      ),
    );
  });

  test('who came is counted by how it was noted, and who stayed away or is of the project is not', async () => {
    const found = await query(
      product,
      `select activity, company_key, age_band, n_women, n_men, n_undisclosed, n_total, took_part,
        activity_organisations, activity_participants
      from confidential.participations where activity_id is not null order by submission_id`,
    );
    const row = (numbers: readonly number[], took_part = true, age_band: string | null = null) => {
      const [n_women, n_men, n_undisclosed] = numbers.map(String);
      return {
        activity: missionAnswers.activity({ company_key: '', needs_analysis: '', offer: '', network: '' })
          .title,
        company_key: age_band === null ? plate : null,
        age_band,
        n_women,
        n_men,
        n_undisclosed,
        n_total: String(numbers.reduce((sum, number) => sum + number, 0)),
        took_part: String(took_part),
        // The company, and the group that is of none.
        activity_organisations: '2',
        activity_participants: '15',
      };
    };
    expect(found).toEqual([
      row([1, 2, 0]),
      row([1, 0, 0]),
      row([0, 0, 1]),
      row([0, 0, 0], false),
      row([0, 0, 0], false),
      row([5, 4, 1], true, 'lt18'),
    ]);
    expect(
      await query(
        product,
        `select participations, participants_women, participants_men, participants_total
        from analytic.companies where company_key = '${plate}'`,
      ),
    ).toEqual([
      { participations: '3', participants_women: '2', participants_men: '2', participants_total: '5' },
    ]);
  });

  test('the whole of a form has what is analytic and what is confidential', async () => {
    const [visit] = await query(
      product,
      `select * from confidential.needs_analysis_whole where submission_id = '${ids.sameDayLater}'`,
    );
    expect(visit).toMatchObject({
      company_name: 'Saab i Örebro AB',
      company_name_length: '16',
      municipality_code: '1881',
      turnover_msek: null,
      company_key: saab,
    });
    const areas = await query(
      product,
      `select row_no, area, priority, challenge_text from confidential.needs_analysis__areas_whole
      where submission_id = '${ids.sameDayLater}' and challenge_text is not null order by row_no`,
    );
    expect(areas).toMatchObject([
      { area: 'skills_development', priority: '2', challenge_text: 'Få sökande' },
      { area: 'production_efficiency', priority: '3', challenge_text: 'Långa ställtider' },
      { area: 'ai', priority: '3', challenge_text: 'Vet inte var vi ska börja' },
    ]);
    for (const [table, rows] of [
      ['participants', '11'],
      ['needs_analysis', '5'],
      ['needs_analysis__contacts', '5'],
      ['needs_analysis__areas', '36'],
    ]) {
      expect(await query(product, `select count(*) as n from confidential.${table}_whole`)).toEqual([
        { n: rows },
      ]);
    }
  });

  test('every code list has its codes in their order', async () => {
    const all = codeLists(published);
    const lists = all.map(
      ({ list }) => `select '${list}' as list, code, position, sv, en, current from open.${list}`,
    );
    const found = await query(product, `${lists.join(' union all ')} order by list, position`);
    const declared = all.flatMap(({ list, codes }) =>
      codes.map(({ current, ...code }, index) => ({
        list,
        ...code,
        position: String(index + 1),
        current: String(current),
      })),
    );
    expect(found).toEqual(declared);
  });

  test('submissions are of the projects that are declared and were changed since', async () => {
    expect(
      await query(
        product,
        `select project, goal, period_to, valid_from from analytic.projects order by project, valid_from nulls first`,
      ),
    ).toEqual([
      { project: 'ordinarie', goal: null, period_to: null, valid_from: null },
      { project: 'starkare-industri', goal: '75', period_to: '2026-09-30', valid_from: null },
      {
        project: 'starkare-industri',
        goal: '80',
        period_to: '2026-12-31',
        valid_from: changeOfAll.valid_from,
      },
    ]);
    const found = await query(
      product,
      `select submission_id, project, counts_in_project from analytic.submissions_in_projects
      where form in ('needs-analysis', 'contact') order by form, submission_id`,
    );
    const inTime = { project: 'starkare-industri', counts_in_project: 'true' };
    expect(found).toEqual([
      { submission_id: expect.anything(), project: 'ordinarie', counts_in_project: 'false' },
      ...visits
        .map(([id]) => ({ submission_id: id, ...inTime }))
        .toSorted((one, other) => (one.submission_id < other.submission_id ? -1 : 1)),
    ]);
  });

  test.each(rightsRequestsTold)('a request about personal data that $what', async (told) => {
    const { id, received_on, due_on, case_id, kept } = told;
    const none = { status: null, extended_on: null, extension_reason: null };
    const noAnswer = { answered_on: null, answered_late: null, refusal_reason: null };
    expect(
      await query(product, `select * from confidential.rights_requests where root_id = '${id}'`),
    ).toEqual([
      {
        ...{ root_id: id, request_type: 'rectify', received_on, due_on, case_id },
        ...{ ...none, ...noAnswer, ...kept },
      },
    ]);
  });

  test('DuckDB as it is answers every view of answers with the same rows', async () => {
    const pathsOf = ({ database, name }: { database: string; name: string }) => {
      const manifest = readFileSync(join(product.dataDir, 's3', database, name, '_symlink/manifest'), 'utf8');
      const lines = manifest.split('\n').filter((line) => line !== '');
      return lines.map((line) => line.replace('s3:/', join(product.dataDir, 's3')));
    };
    const inOrder = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).toSorted();
    await withPlainDuckDb({ tables, views, pathsOf }, async (connection) => {
      for (const view of views.filter(({ database }) => database !== 'open')) {
        const all = `select * from ${nameOf(view)}`;
        const rows = inOrder(await textsOf(connection, all));
        expect(rows.length, nameOf(view)).toBeGreaterThan(0);
        expect(rows, nameOf(view)).toEqual(inOrder(await query(product, all)));
      }
    });
  });
});
