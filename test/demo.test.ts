import { beforeAll, describe, expect, test } from 'vitest';
import { readerOf, sameAnswers } from '../forms/derived/answers.ts';
import { fieldsOf } from '../forms/grammar/form-parts.ts';
import { containsPersonnummer } from '../forms/grammar/personnummer.ts';
import { loadForm, loadParts } from '../forms/grammar/published.ts';
import { municipalities } from '../forms/lists/municipalities.ts';
import { publications } from '../forms/published/index.ts';
import { isId, isTimely, tellsDayOnly, timeOf } from '../functions/submissions/ids.ts';
import { demoClock } from '../infra/commands/demo/moments.ts';
import type { Submission } from '../infra/commands/demo/submission.ts';
import { allSubmissions } from '../infra/commands/demo/submissions.ts';
import { runningOn } from '../infra/local/data-folder.ts';
import { ownFolders } from './own-folders.ts';
import { query } from './queries.ts';
import { type Program, processesOn, start, until } from './serve.ts';

const [first = [], again = []] = allSubmissions();
const right = first.filter(({ told }) => told === 'new');
const refused = first.filter(({ told }) => told !== 'new');
const of = (form: string) => right.filter((each) => each.form === form);

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
beforeAll(async () => {
  for (const form of Object.keys(publications)) forms.set(form, await readBy(form));
});

/** What the form's own reader makes of it: the answers, or the code of the first that is wrong. */
function read({ form, answers }: Submission): { readonly answers?: unknown; readonly code?: string } {
  const reading = forms.get(form)?.reader.read(answers, 'program');
  if (reading === undefined) return { code: '404.1' };
  return 'problems' in reading ? { code: reading.problems[0]?.code } : reading;
}

describe('what the demonstration sends', () => {
  test('is the same every time', () => {
    expect(allSubmissions()).toEqual([first, again]);
  });

  test('is as much as a project gives: activities, participations, visits and what was thought of them', () => {
    expect(new Set(of('participants').map(({ answers }) => answers.activity_date)).size).toBeGreaterThan(50);
    expect(of('participants').length).toBeGreaterThan(800);
    expect(of('needs-analysis').length).toBeGreaterThan(120);
    expect(of('evaluation').length).toBeGreaterThan(600);
    expect(of('contact-request').length).toBeGreaterThan(30);
    const companies = new Set(of('needs-analysis').map(({ answers }) => answers.company_name));
    expect(companies.size).toBeGreaterThan(80);
    expect(of('needs-analysis').length, 'some are visited twice').toBeGreaterThan(companies.size + 10);
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
    const byAnswers = refused.filter(({ told }) => /^422\.\d/.test(told));
    expect(byAnswers.length).toBeGreaterThan(20);
    expect(byAnswers.map((each) => read(each).code)).toEqual(byAnswers.map(({ told }) => told));
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
    const share = outcomes.filter(([told]) => told === 'there').length / right.length;
    expect(Math.round(share * 100)).toBe(3);
  });

  test('comes from all twelve municipalities, and from the whole time of the project', () => {
    const codes = municipalities.options.map(({ code }) => code);
    for (const form of ['participants', 'needs-analysis']) {
      const found = new Set(of(form).map(({ answers }) => answers.municipality_code));
      expect([...found].sort()).toEqual([...codes].sort());
    }
    const days = right
      .flatMap(({ answers }) => answers.activity_date ?? answers.visit_date ?? [])
      .map(String);
    const months = days.map((day) => day.replaceAll('-', '').slice(0, 6)).sort();
    expect([months[0], months.at(-1)]).toEqual(['202304', '202609']);
    const made = right.map(({ id }) => new Date(timeOf(id)).toISOString().slice(0, 7)).sort();
    expect([made[0], made.at(-1)]).toEqual(['2023-04', '2026-09']);
    expect(
      right.filter(({ id, sentAt }) => sentAt - timeOf(id) > 30 * 24 * 3_600_000).length,
    ).toBeGreaterThan(20);
  });

  test('counts an organisation once at each activity', () => {
    const keys = of('participants').map(({ answers }) => `${answers.activity_date} ${answers.company_name}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('is written as people write: å, ä and ö, decimal commas, and texts until the field is full', () => {
    for (const letter of 'åäöÅÄÖ') {
      expect(
        right.filter(({ answers }) => String(answers.company_name).includes(letter)).length,
      ).toBeGreaterThan(5);
    }
    const turnovers = of('needs-analysis').map(({ answers }) => answers.turnover_msek);
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
    const emails = texts.filter((each) => each.includes('@'));
    expect(emails.length).toBeGreaterThan(50);
    expect(emails.filter((each) => !/^[a-z]+\.[a-z]+@example\.(se|com)$/.test(each))).toEqual([]);
    const phones = of('contact-request').flatMap(({ answers }) => answers.phone ?? []);
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

  const received = (dataDir: string) =>
    ask(dataDir, 'select form, status, count(*) n from analytic.submission_log group by 1, 2 order by 1');
  const expected = ['contact-request', 'evaluation', 'needs-analysis', 'participants'].map((form) => ({
    form,
    status: 'current',
    n: String(of(form).length),
  }));
  const tally = (codes: readonly string[]) =>
    Object.fromEntries(codes.map((code) => [code, codes.filter((each) => each === code).length]));

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
    const there = again.filter(({ told }) => told === 'there').length;
    const door = [...refused, ...again].map(({ told }) => told).filter((told) => told !== 'there');
    expect(said).toContain(
      `${right.length + refused.length + again.length} sent: ${right.length} new, ${there} already there`,
    );
    expect(refusedIn(said)).toEqual(tally(door));
    for (const { form, n } of expected) {
      expect(equations).toContain(`${form}: received ${n} = current ${n} + superseded 0`);
    }
    expect(await received(dataDir)).toEqual(expected);
    for (const { form, n } of expected) {
      const table = `analytic.${form.replaceAll('-', '_')}`;
      expect(await ask(dataDir, `select count(*) n from ${table}`)).toEqual([{ n }]);
    }
    const worthTrying = Array.from(equations.matchAll(/npm run query -- "(.+)"$/gm), ([, sql = '']) => sql);
    expect(worthTrying).toHaveLength(3);
    for (const sql of worthTrying) expect((await ask(dataDir, sql)).length, sql).toBeGreaterThan(3);
    await stopped(program, dataDir);

    const second = await started(dataDir);
    expect(second.printed().replaceAll('\u00a0', '')).toContain(
      `: 0 new, ${right.length + there} already there, ${door.length} refused`,
    );
    expect(second.printed()).toContain('0 objects written, 0 pointers moved');
    expect(await received(dataDir)).toEqual(expected);
    await stopped(second, dataDir);
  }, 180_000);
});
