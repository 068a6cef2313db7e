import { settings } from '../../functions/lambda/settings.ts';
import type { Erased } from './demo/erased.ts';
import { expectOwnKeys } from './demo/keys.ts';
import { demoClock } from './demo/moments.ts';
import { progressOf } from './demo/progress.ts';
import { type Answer, sendAll } from './demo/sending.ts';
import { nearMisses, strengthened } from './demo/strengthened.ts';
import { demonstration } from './demo/submissions.ts';
import { summaryOf, totalsOf } from './demo/summary.ts';
import { execute } from './execution.ts';
import { reportExport } from './export-report.ts';
import { invoke } from './invoke.ts';
import { type Serving, serve } from './serving.ts';
import { run, say, warn } from './terminal.ts';

/** Questions that the data answers: whom we reach, what companies need, and what activities were like. */
const questions = [
  "select sv municipality, count(*) companies, count(a.company_key) approved from analytic.company c join open.codes on list = 'municipalities' and code = municipality_code left join analytic.approval a on a.company_key = c.company_key and verdict <> 'not_approved' group by 1 order by 2 desc",
  "select sv area, count(*) visits, sum(case when priority in ('2', '3') then 1 else 0 end) large_needs, max(matches) matches from analytic.needs_analysis__areas join open.codes on list = 'need_areas' and code = area left join (select need_area, count(*) matches from analytic.match group by 1) m on need_area = area group by 1 order by 3 desc",
  "select sv activity, count(distinct activity_id) held, sum(n_women) women, sum(n_men) men, max(satisfaction) satisfaction from analytic.participations p join analytic.activity a on a.root_id = activity_id join open.codes on list = 'activity_types' and code = activity_type left join (select activity_kind, round(avg(q_overall), 2) satisfaction from analytic.evaluation group by 1) e on activity_kind = activity_type group by 1 order by 2 desc",
];

// `npm run demo`: the product with made-up data of a whole project, sent through its API like any other client's,
// exported, and kept running until Ctrl+C. A second start on the same folder sends the same and changes nothing.
await run(async () => {
  const dataDir = settings.DATA_DIR({ DATA_DIR: '.data-demo', ...process.env });
  const CLOCK = settings.CLOCK({ CLOCK: demoClock, ...process.env }) ?? demoClock;
  say(`data folder     ${dataDir}`);
  say(`clock           stands at ${CLOCK}`);
  const serving = await serve({ dataDir, port: settings.PORT(), env: { CLOCK }, tell: say });
  try {
    await fill(serving);
    await exportAll(serving);
    welcome(serving, dataDir);
  } catch (error) {
    // What was under way when it was stopped has failed, and nobody waits for it.
    if (serving.stopped.aborted) return;
    warn(error instanceof Error ? error.message : String(error));
    await serving.end(1);
  }
});

async function fill(serving: Serving): Promise<void> {
  const { url, stopped } = serving;
  const { rounds, erased } = demonstration();
  const answers: Answer[] = [];
  const progress = progressOf(rounds.flat().length);
  say(
    '\nSending what a project of three years gives through the API, some of it twice, some wrong on purpose:',
  );
  for (const [index, round] of rounds.entries()) {
    await sendAll(
      url,
      round,
      (some) => {
        answers.push(...some);
        progress.at(answers.length, totalsOf(answers));
      },
      stopped,
    );
    if (index === 0) await expectOwnKeys(url);
  }
  for (const line of ['', ...summaryOf(answers)]) say(line);
  await erase(serving, erased, answers);
}

/** Forgets as `npm run forget` does; what was erased at an earlier start stays so. */
async function erase({ env }: Serving, erased: readonly Erased[], answers: readonly Answer[]): Promise<void> {
  const gone = new Set(answers.filter(({ code }) => code === '410').map(({ id }) => id));
  for (const { form, submission } of erased.filter(({ submission: id }) => !gone.has(id))) {
    await invoke(env, 'forget-record', { what: 'erase', reason: 'request', form, submission });
  }
  say(`\nErased at the request of whoever it is about: one company, ${erased.length} records.`);
}

async function exportAll({ env }: Serving): Promise<void> {
  say('\nExporting, as the night does:');
  const ended = await execute(env, { full: false });
  if ('output' in ended) reportExport(ended.output);
  else warn(ended.cause);
}

function welcome({ url }: Serving, dataDir: string): void {
  const folder = dataDir === settings.DATA_DIR.standard ? '' : `DATA_DIR=${dataDir} `;
  say(
    `\n${strengthened.flatMap(({ companies }) => companies).length} companies have a strengthened capability by the rule SC-1, ` +
      `${nearMisses.length} almost: infra/commands/demo/strengthened.ts says which, and why.`,
  );
  say('\nWorth trying, in another terminal:');
  for (const question of questions) say(`  ${folder}npm run query -- "${question}"`);
  say(`\nStarkare industri: ${url}`);
  say('Everybody in it is made up. It listens on 127.0.0.1 only, without sign-in. Stop it with Ctrl+C.');
}
