import { beforeAll, describe, expect, test } from 'vitest';
import { readerOf, sameAnswers } from '../forms/derived/answers.ts';
import { fieldsOf, namesRecord } from '../forms/grammar/form-parts.ts';
import { containsPersonnummer } from '../forms/grammar/personnummer.ts';
import { loadForm, loadParts } from '../forms/grammar/published.ts';
import type { Values } from '../forms/grammar/reading.ts';
import { activityStatuses } from '../forms/lists/activity-statuses.ts';
import { activityTypes } from '../forms/lists/activity-types.ts';
import { ageBands } from '../forms/lists/age-bands.ts';
import { approvalVerdicts } from '../forms/lists/approval-verdicts.ts';
import { attendanceModes } from '../forms/lists/attendance-modes.ts';
import { deliverableKinds } from '../forms/lists/deliverable-kinds.ts';
import { disseminationChannels } from '../forms/lists/dissemination-channels.ts';
import { handoverBases } from '../forms/lists/handover-bases.ts';
import { interventionStatuses } from '../forms/lists/intervention-statuses.ts';
import { matchStatuses } from '../forms/lists/match-statuses.ts';
import { methodStatuses } from '../forms/lists/method-statuses.ts';
import { municipalities } from '../forms/lists/municipalities.ts';
import { outreachOutcomes } from '../forms/lists/outreach-outcomes.ts';
import { rightsCaseStatuses } from '../forms/lists/rights-case-statuses.ts';
import { rightsRequestTypes } from '../forms/lists/rights-request-types.ts';
import { publications } from '../forms/published/index.ts';
import { isId, isTimely, tellsDayOnly, timeOf } from '../functions/submissions/ids.ts';
import { allCompanies } from '../infra/commands/demo/companies.ts';
import { demoClock } from '../infra/commands/demo/moments.ts';
import {
  corrected as correctedCounting,
  levels,
  nearMisses,
  strengthened,
} from '../infra/commands/demo/strengthened.ts';
import type { Submission } from '../infra/commands/demo/submission.ts';
import { demonstration } from '../infra/commands/demo/submissions.ts';
import { runningOn } from '../infra/local/data-folder.ts';
import { judgedByHand, rise, type Standing, threshold } from './counted-by-hand.ts';
import { ownFolders } from './own-folders.ts';
import { query } from './queries.ts';
import { type Program, processesOn, start, until } from './serve.ts';

const companies = allCompanies();
const { rounds, erased } = demonstration();
const sent = rounds.flat();
const right = sent.filter(({ told }) => told === 'new');
const again = sent.filter(({ told }) => told === 'there' || told === '409.1');
const refused = sent.filter((each) => !right.includes(each) && !again.includes(each));
const of = (form: string) => right.filter((each) => each.form === form);
/** The first submission of each record. */
const first = (form: string) => of(form).filter(({ supersedes }) => supersedes === undefined);

/** The ids of the submissions that a correction has taken the place of. */
const corrected = new Set(right.flatMap(({ supersedes }) => supersedes ?? []));
const current = (form: string) => of(form).filter(({ id }) => !corrected.has(id));

/** Every text of some answers, in rows and lists too. */
function textsIn(answers: unknown): string[] {
  if (typeof answers === 'string') return [answers];
  return typeof answers === 'object' && answers !== null ? Object.values(answers).flatMap(textsIn) : [];
}

async function readBy(form: string) {
  const found = await loadForm(publications, form);
  if (found === undefined) throw new Error(`expected ${form} to be published, it is not`);
  return { form: found, reader: readerOf(found, await loadParts(publications, form)) };
}
const forms = new Map<string, Awaited<ReturnType<typeof readBy>>>();
let standing: readonly Standing[] = [];
let judged: ReturnType<typeof judgedByHand> = new Map();
beforeAll(async () => {
  for (const form of Object.keys(publications)) forms.set(form, await readBy(form));
  standing = recordsStanding();
  judged = judgedByHand(standing);
});

/** What the form's own reader makes of it: the answers, or the code of the first that is wrong. */
function read({ form, answers }: Submission): { readonly answers?: Values; readonly code?: string } {
  const reading = forms.get(form)?.reader.read(answers, 'program');
  if (reading === undefined) return { code: '404.1' };
  return 'problems' in reading ? { code: reading.problems[0]?.code } : reading;
}

/** The root of each record, by the id of every submission of it. */
const roots = new Map<string, string>();
for (const { id, supersedes } of right) roots.set(id, roots.get(supersedes ?? '') ?? id);

/** Every record as it stands, with the answers that its form's reader makes of it. */
function recordsStanding(): Standing[] {
  // Who has no number is registered one after the other, and given a key in that order.
  const unnumbered = first('company').filter(({ answers }) => answers.organisationsnummer === undefined);
  const inOrder = rounds.flatMap((round) => round.filter((each) => unnumbered.includes(each)));
  return right
    .filter(({ id }) => !corrected.has(id))
    .map((each) => {
      const root = roots.get(each.id) ?? each.id;
      const place = inOrder.findIndex(({ id }) => id === root);
      const found = forms.get(each.form)?.form;
      const { answers = {} } = read(each);
      return {
        form: each.form,
        root,
        key: place < 0 ? undefined : `EF-${String(place + 1).padStart(6, '0')}`,
        answers,
        fields: found === undefined ? [] : fieldsOf(found),
      };
    });
}

function tally<T>(all: readonly T[]): Map<T, number> {
  return new Map([...Map.groupBy(all, (each) => each)].map(([each, same]) => [each, same.length]));
}

describe('what the demonstration sends', () => {
  test('is the same every time, to the byte', () => {
    expect(JSON.stringify(demonstration())).toBe(JSON.stringify({ rounds, erased }));
  });

  test.each([
    ['company', 120],
    ['activity', 60],
    ['participants', 900],
    ['needs-analysis', 140],
    ['intervention', 40],
    ['follow-up', 70],
    ['economic-outcome', 6],
    ['network', 5],
  ])('has as many records of %s as a project gives: %i', (form, count) => {
    expect(first(form)).toHaveLength(count);
    expect(current(form)).toHaveLength(count);
  });

  test('has something of every form', () => {
    expect(Object.keys(publications).filter((form) => first(form).length < 2)).toEqual([]);
    expect(first('process-maturity').length + first('production-analysis').length).toBe(45);
    expect(first('evaluation').length).toBeGreaterThan(600);
    expect(first('contact-request').length).toBeGreaterThan(30);
    expect(first('approval').length).toBeGreaterThanOrEqual(81);
  });

  test('is about 120 companies of all sorts', () => {
    const companies = first('company').map(({ answers }) => answers);
    const count = (isOne: (answers: Submission['answers']) => boolean) => companies.filter(isOne).length;
    expect(count(({ legal_form }) => legal_form === 'ef')).toBe(10);
    expect(count(({ municipality_code }) => municipality_code === '9999')).toBe(8);
    expect(count(({ sni_division }) => sni_division === '10' || sni_division === '11')).toBe(6);
    expect(count(({ in_group }) => in_group === true)).toBe(3);
    const names = tally(companies.map(({ company_name }) => company_name));
    expect([...names.values()].filter((times) => times > 1)).toEqual([2]);
    const found = new Set(companies.map(({ municipality_code }) => municipality_code));
    expect([...found].sort()).toEqual(municipalities.options.map(({ code }) => code).sort());
  });

  test.each([
    ['activity', 'activity_type', activityTypes],
    ['activity', 'status', activityStatuses],
    ['participants', 'attendance', attendanceModes],
    ['participants', 'age_band', ageBands],
    ['intervention', 'status', interventionStatuses],
    ['match', 'status', matchStatuses],
    ['approval', 'verdict', approvalVerdicts],
    ['method', 'status', methodStatuses],
    ['outreach', 'outcome', outreachOutcomes],
    ['rights-request', 'request_type', rightsRequestTypes],
    ['rights-case', 'status', rightsCaseStatuses],
    ['deliverable', 'kind', deliverableKinds],
    ['dissemination', 'channel', disseminationChannels],
    ['contact', 'handover_basis', handoverBases],
  ])('has %s with every %s, as they stand', (form, field, { options }) => {
    const found = new Set(current(form).flatMap(({ answers }) => answers[field] ?? []));
    expect([...found].sort()).toEqual(options.map(({ code }) => code).sort());
  });

  test('goes from status to status by corrections', () => {
    const statuses = Map.groupBy(of('intervention'), ({ id }) => roots.get(id));
    const paths = [...statuses.values()].map((chain) => chain.map(({ answers }) => answers.status).join(' '));
    expect(new Set(paths)).toEqual(
      new Set([
        'planned',
        'planned awaiting_aid_decision',
        'planned cancelled',
        'planned ongoing',
        'planned awaiting_aid_decision ongoing',
        'planned ongoing completed',
        'planned awaiting_aid_decision ongoing completed',
      ]),
    );
  });

  test('has visits whose needs are not finished, and evaluations of everything that can be evaluated', () => {
    const unfinished = current('needs-analysis').filter(({ answers }) => answers.areas === undefined);
    expect(unfinished.length).toBeGreaterThan(3);
    const formOf = new Map(right.map(({ id, form }) => [id, form]));
    const evaluated = first('evaluation').map(({ answers }) => formOf.get(String(answers.activity)));
    expect(new Set(evaluated)).toEqual(
      new Set(['activity', 'intervention', 'process-maturity', 'production-analysis', 'needs-analysis']),
    );
  });

  test('names no record that is not there, and none before it was received', () => {
    const registered = standing.filter(({ form }) => form === 'company');
    const keys = new Map(registered.map((each) => [each.key ?? each.answers.organisationsnummer, each.root]));
    const gone = new Set(erased.map(({ submission }) => submission));
    const round = new Map(
      rounds.flatMap((each, index) =>
        each.flatMap(({ id, told }) => (told === 'new' ? [[id, index] as const] : [])),
      ),
    );
    let names = 0;
    for (const each of right.filter(({ id }) => !gone.has(id))) {
      const fields = fieldsOf(forms.get(each.form)?.form ?? { sections: [] });
      const named = fields.flatMap(([name, field]) => (namesRecord(field) ? (each.answers[name] ?? []) : []));
      for (const name of [...named, each.supersedes ?? []].flat()) {
        const id = keys.get(name) ?? String(name);
        names += 1;
        expect(round.get(id), `${each.form} ${name}`).toBeLessThan(round.get(each.id) ?? 0);
        expect(gone.has(id), `${each.form} ${name}`).toBe(false);
      }
    }
    expect(names).toBeGreaterThan(2500);
  });

  test('ends with the erasure of all that there is about one company', () => {
    expect(tally(erased.map(({ form }) => form)).get('company')).toBe(1);
    expect(erased.length).toBeGreaterThan(2);
    expect(
      new Set(right.map(({ id }) => id)).isSupersetOf(new Set(erased.map(({ submission }) => submission))),
    ).toBe(true);
  });

  test('has the economic outcome of three years, paid for to the krona', () => {
    const amounts = (rows: unknown) =>
      Object.values(Object(rows)).reduce((sum: number, row) => sum + Number(Object(row).amount_sek), 0);
    const outcomes = current('economic-outcome').map(({ answers }) => answers);
    expect(new Set(outcomes.map(({ period_from }) => String(period_from).slice(0, 4)))).toEqual(
      new Set(['2023', '2024', '2025']),
    );
    for (const { costs, financing } of outcomes) expect(amounts(costs)).toBe(amounts(financing));
  });

  test('is right where it should be: every form’s own reader accepts it', () => {
    expect(right.flatMap((each) => read(each).code ?? [])).toEqual([]);
    for (const { form, id } of right) {
      expect(isId(id) && isTimely(id, Date.parse(demoClock)), id).toBe(true);
      expect(tellsDayOnly(id)).toBe(forms.get(form)?.form.anonymous === true);
    }
    expect(new Set(right.map(({ id }) => id)).size).toBe(right.length);
  });

  test('is wrong where it should be, for the reason it gives', () => {
    const isNamed = ({ told }: Submission) => told === '422.14';
    const byAnswers = refused.filter((each) => /^422\.\d/.test(each.told) && !isNamed(each));
    expect(byAnswers.length).toBeGreaterThan(20);
    expect(byAnswers.map((each) => read(each).code)).toEqual(byAnswers.map(({ told }) => told));
    // Right by themselves, of what is not there, or is there already.
    const byStore = refused.filter((each) => isNamed(each) || /^409\.[24]|404\.3/.test(each.told));
    expect(new Set(byStore.map(({ told }) => told))).toEqual(new Set(['404.3', '409.2', '409.4', '422.14']));
    expect(byStore.flatMap((each) => read(each).code ?? [])).toEqual([]);
    expect(new Set(refused.map(({ told }) => told)).size).toBeGreaterThanOrEqual(20);
  });

  test('repeats some of it with the same content, and some with other content', () => {
    expect(again.flatMap((each) => read(each).code ?? [])).toEqual([]);
    const before = new Map(right.map((each) => [each.id, each]));
    const outcomes = again.map((each) => {
      const original = before.get(each.id);
      const isSame = original !== undefined && sameAnswers(read(original).answers, read(each).answers);
      return [each.told, isSame];
    });
    expect(new Set(outcomes.map(String))).toEqual(new Set(['there,true', '409.1,false']));
    const repeated = outcomes.filter(([told]) => told === 'there').length;
    expect(Math.round(repeated / 10)).toBeGreaterThanOrEqual(4);
  });

  test('comes from all twelve municipalities, and from the whole time of the project', () => {
    const codes = municipalities.options.map(({ code }) => code);
    for (const form of ['company', 'participants', 'needs-analysis']) {
      const found = new Set(of(form).flatMap(({ answers }) => answers.municipality_code ?? []));
      expect([...found].sort()).toEqual([...codes].sort());
    }
    const days = right
      .flatMap(({ answers }) => answers.activity_date ?? answers.visit_date ?? answers.contact_date ?? [])
      .map(String);
    const months = days.map((day) => day.replaceAll('-', '').slice(0, 6)).sort();
    // One was supported before the project, and everything else while it ran.
    expect(months[0]).toBe('202209');
    expect(months.at(-1)).toBe('202609');
    expect(new Set(months.filter((month) => month >= '202304')).size).toBe(42);
    const made = right.map(({ id }) => new Date(timeOf(id)).toISOString().slice(0, 7)).sort();
    expect([made[0], made.at(-1)]).toEqual(['2022-09', '2026-09']);
    expect(
      right.filter(({ id, sentAt }) => sentAt - timeOf(id) > 30 * 24 * 3_600_000).length,
    ).toBeGreaterThan(20);
  });

  test('tells of nothing that lies ahead but as a plan', () => {
    const today = demoClock.slice(0, 10);
    const ahead = right.flatMap(({ form, answers }) =>
      Object.entries(answers).flatMap(([name, answer]) =>
        /^\d{4}-\d\d-\d\d$/.test(String(answer)) && String(answer) > today ? [`${form} ${name}`] : [],
      ),
    );
    const plans = ['activity start_date', 'intervention planned_start', 'outreach next_step_date'];
    expect(new Set(ahead)).toEqual(new Set(plans));
    const chains = right.flatMap(({ id, supersedes }) =>
      supersedes === undefined ? [] : [[supersedes, id]],
    );
    expect(chains.filter(([earlier = '', later = '']) => timeOf(earlier) > timeOf(later))).toEqual([]);
  });

  test('counts an organisation once at each activity', () => {
    const lists = standing.filter(({ form, answers }) => form === 'participants' && answers.company_name);
    const keys = lists.map(({ answers }) =>
      [answers.activity_id, answers.organisationsnummer ?? answers.company_name].join(' '),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('is written as people write: å, ä and ö, decimal commas, and texts until the field is full', () => {
    for (const letter of 'åäöÅÄÖ') {
      expect(
        right.filter(({ answers }) => String(answers.company_name).includes(letter)).length,
      ).toBeGreaterThan(5);
    }
    const turnovers = first('needs-analysis').map(({ answers }) => answers.turnover_msek);
    expect(turnovers.filter((each) => /^\d+,\d$/.test(String(each))).length).toBeGreaterThan(50);
    const longest = (form: string, field: string) =>
      Math.max(...of(form).map(({ answers }) => [...String(answers[field] ?? '')].length));
    const full = [...forms.values()].flatMap(({ form }) =>
      fieldsOf(form).flatMap(([name, { kind, max }]) =>
        kind === 'long-text' && longest(form.id, name) >= 0.95 * Number(max) ? [`${form.id} ${name}`] : [],
      ),
    );
    for (const field of ['participants note', 'needs-analysis business_summary', 'evaluation free_text']) {
      expect(full).toContain(field);
    }
  });

  test('counts the companies that the table says, by its evidence, and no others', () => {
    const found = new Map(
      [...judged].flatMap(([key, { fails, level }]) => (fails.length === 0 ? [[key, level] as const] : [])),
    );
    const declared = strengthened.flatMap(({ companies: numbers, evidence }) =>
      numbers.map((number) => [companies[number]?.key, levels[evidence]] as const),
    );
    expect(declared).toHaveLength(68);
    const places = strengthened.flatMap((each) =>
      each.companies.map((number) => companies[number]?.municipality),
    );
    expect(new Set(places).size).toBe(12);
    expect(places).not.toContain('9999');
    expect(found).toEqual(new Map(declared));
    expect(new Set(found.values())).toEqual(new Set(['E1', 'E2', 'E3']));
  });

  test.each([...nearMisses, correctedCounting])('does not count company $company: $why', (miss) => {
    const key = companies[miss.company]?.key ?? '';
    expect(judged.get(key)?.fails).toEqual([miss.condition]);
  });

  test('has as many that almost count as there are boundaries, and one that did', () => {
    expect(nearMisses).toHaveLength(12);
    const boundaries = [...nearMisses, correctedCounting].map(({ boundary }) => boundary);
    expect(new Set(boundaries).size).toBe(13);
    expect(new Set(nearMisses.map(({ condition }) => condition))).toEqual(
      new Set(['C0', 'C1', 'C2', 'C3', 'C4', 'C5']),
    );
    const key = companies[correctedCounting.company]?.key;
    const verdicts = of('approval').filter(({ answers }) => answers.company_key === key);
    expect(verdicts.map(({ answers }) => answers.verdict)).toEqual(['approved', 'not_approved']);
  });

  test('comes near where it almost counts', () => {
    const own = (boundary: string, form: string) => {
      const number = nearMisses.find((each) => each.boundary === boundary)?.company ?? -1;
      return standing
        .filter((each) => each.form === form && each.answers.company_key === companies[number]?.key)
        .map(({ answers }) => answers);
    };
    const pair = (boundary: string, form: string): readonly [Values, Values] => {
      const [earlier = {}, later = {}] = own(boundary, form);
      return [earlier, later];
    };
    expect(rise(pair('process_maturity_rise', 'process-maturity'), 'pmm_mean')).toBeCloseTo(14 / 30);
    expect(own('capability_rise', 'follow-up')[0]?.cap_delta).toBeCloseTo(4 / 9);
    expect(own('attribution', 'follow-up')[0]?.attribution).toBe(threshold('attribution_least') - 1);
    const oee = 100 * rise(pair('oee_rise', 'production-analysis'), 'oee');
    expect(oee).toBeGreaterThan(2.5);
    expect(oee).toBeLessThan(threshold('oee_rise_least'));
  });

  test('is about nobody: no personnummer, nobody’s numbers, addresses and telephones', () => {
    const texts = [...right, ...again].flatMap(({ answers }) => textsIn(answers));
    expect(texts.filter(containsPersonnummer)).toEqual([]);
    const numbers = right.flatMap((each) => {
      const { answers } = read(each);
      return typeof answers === 'object' && answers !== null && 'organisationsnummer' in answers
        ? [String(answers.organisationsnummer)]
        : [];
    });
    expect(new Set(numbers).size).toBeGreaterThan(80);
    expect(numbers.filter((each) => !/^5599\d\d-\d{4}$/.test(each))).toEqual([]);
    const keys = right.flatMap(({ answers }) => answers.company_key ?? []);
    expect(keys.filter((each) => !/^5599\d\d-\d{4}$|^EF-0000\d\d$/.test(String(each)))).toEqual([]);
    const emails = texts.filter((each) => /\S@\S/.test(each));
    expect(emails.length).toBeGreaterThan(50);
    expect(emails.filter((each) => !/^[a-z]+\.[a-z]+@example\.(se|com)$/.test(each))).toEqual([]);
    const phones = right.flatMap(({ answers }) => answers.phone ?? answers.contact_phone ?? []);
    // What PTS keeps for books and films.
    const kept = /^(?:070-174 06|\+46 70 174 06) (?:0[5-9]|[1-9]\d)$|^08-465 004 \d\d$/;
    expect(phones.filter((each) => !kept.test(String(each)))).toEqual([]);
  });
});

describe('npm run demo', () => {
  const newFolder = ownFolders();
  const ready = 'Stop it with Ctrl+C.';

  async function started(dataDir: string): Promise<Program> {
    const program = start(['infra/commands/demo.ts'], { DATA_DIR: dataDir, PORT: '0' });
    let over = false;
    void program.ended.then(() => {
      over = true;
    });
    await until(() => over || program.printed().includes(ready), 'the demonstration to be ready', 120_000);
    expect(program.printed()).toContain(ready);
    return program;
  }

  async function stopped(program: Program, dataDir: string): Promise<void> {
    process.kill(program.pid, 'SIGINT');
    expect(await program.ended).toBe(0);
    await until(() => processesOn(dataDir).length === 0, 'everything to be gone', 5000);
  }

  async function ask(dataDir: string, sql: string) {
    const running = runningOn(dataDir);
    if (running === undefined) throw new Error('expected a running product, there is none');
    return query({ ...running, stop: async () => {} }, sql);
  }

  const isErased = (each: { readonly id: string }) => erased.some(({ submission }) => submission === each.id);
  /** What there is of each form at the end. */
  const expected = Object.keys(publications).map((form) => ({
    form,
    received: of(form).length,
    current: current(form).filter((each) => !isErased(each)).length,
    superseded: of(form).length - current(form).length,
    erased: of(form).filter(isErased).length,
  }));
  const statuses = expected.flatMap(({ form, received: _, ...counts }) =>
    Object.entries(counts).flatMap(([status, count]) => (count > 0 ? [`${form} ${status} ${count}`] : [])),
  );

  async function received(dataDir: string): Promise<string[]> {
    const sql = 'select form, status, count(*) n from analytic.submission_log group by 1, 2';
    const rows = await ask(dataDir, sql);
    return rows.map(({ form, status, n }) => `${form} ${status} ${n}`).sort();
  }

  /** Forms that name a company by its key, in the lake. */
  const ofCompanies = [
    'outreach',
    'contact',
    'match',
    'intervention',
    'process_maturity',
    'production_analysis',
    'follow_up',
    'company_identity',
    'approval',
  ];

  /** How often each code was told, as it was printed. */
  function refusedIn(text: string): Record<string, number> {
    const lines = Array.from(text.matchAll(/^(4\S+) +(\d+) {2}\p{L}/gmu), ([, code = '', times]) => [
      code,
      Number(times),
    ]);
    return Object.fromEntries(lines);
  }

  test('fills the product, says what became of everything, and changes nothing the second time', async () => {
    const dataDir = newFolder();
    const program = await started(dataDir);
    const [said, equations] = [program.printed().replaceAll('\u00a0', ''), program.printed()];
    const there = again.filter(({ told }) => told === 'there');
    const door = [...refused, ...again].map(({ told }) => told).filter((told) => told !== 'there');
    expect(said).toContain(`${sent.length} sent: ${right.length} new, ${there.length} already there`);
    expect(refusedIn(said)).toEqual(Object.fromEntries(tally(door)));
    for (const { form, ...counts } of expected) {
      expect(equations).toContain(
        `${form}: received ${counts.received} = current ${counts.current} + superseded ${counts.superseded}` +
          ` + erased ${counts.erased} + quarantined 0`,
      );
      const table = `analytic.${form.replaceAll('-', '_')}`;
      expect(await ask(dataDir, `select count(*) n from ${table}`), table).toEqual([
        { n: String(counts.current) },
      ]);
    }
    expect(equations).not.toContain('did not reconcile');
    expect(await received(dataDir)).toEqual([...statuses].sort());
    for (const table of ofCompanies) {
      const sql = `select count(*) n from analytic.${table} where company_key not in (select company_key from analytic.company_keys)`;
      expect(await ask(dataDir, sql), table).toEqual([{ n: '0' }]);
    }
    const worthTrying = Array.from(equations.matchAll(/npm run query -- "(.+)"$/gm), ([, sql = '']) => sql);
    expect(worthTrying).toHaveLength(3);
    for (const sql of worthTrying) expect((await ask(dataDir, sql)).length, sql).toBeGreaterThan(3);
    await stopped(program, dataDir);

    const second = await started(dataDir);
    // What was erased cannot be sent again.
    const gone = [...right, ...there].filter(isErased).length;
    expect(second.printed().replaceAll('\u00a0', '')).toContain(
      `: 0 new, ${right.length + there.length - gone} already there, ${door.length + gone} refused`,
    );
    expect(refusedIn(second.printed())['410']).toBe(gone);
    expect(second.printed()).toContain('0 objects written, 0 pointers moved');
    expect(await received(dataDir)).toEqual([...statuses].sort());
    await stopped(second, dataDir);
  }, 240_000);
});
