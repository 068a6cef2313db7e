import { settings } from '../../functions/lambda/settings.ts';
import { demoClock } from './demo/moments.ts';
import { progressOf } from './demo/progress.ts';
import { type Answer, sendAll } from './demo/sending.ts';
import { allSubmissions } from './demo/submissions.ts';
import { summaryOf, totalsOf } from './demo/summary.ts';
import { execute } from './execution.ts';
import { reportExport } from './export-report.ts';
import { type Serving, serve } from './serving.ts';
import { run, say, warn } from './terminal.ts';

/** Questions that the data answers: whom we reach, what companies need, what participants think. */
const questions = [
  "select sv municipality, count(distinct company_key) companies, sum(n_women) women, sum(n_men) men from analytic.participants join open.codes on list = 'municipalities' and code = municipality_code group by 1 order by 2 desc",
  "select sv area, count(*) visits, sum(case when priority in ('2', '3') then 1 else 0 end) large_needs from analytic.needs_analysis__areas join open.codes on list = 'need_areas' and code = area group by 1 order by 3 desc",
  "select sv activity, count(*) answers, round(avg(q_overall), 2) satisfaction, round(avg(q_learning), 2) learning from analytic.evaluation join open.codes on list = 'evaluated_kinds' and code = activity_kind group by 1 order by 3 desc",
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

async function fill({ url, stopped }: Serving): Promise<void> {
  const rounds = allSubmissions();
  const answers: Answer[] = [];
  const progress = progressOf(rounds.flat().length);
  say(
    '\nSending what a project of three years gives through the API, some of it twice, some wrong on purpose:',
  );
  for (const round of rounds) {
    await sendAll(
      url,
      round,
      (some) => {
        answers.push(...some);
        progress.at(answers.length, totalsOf(answers));
      },
      stopped,
    );
  }
  for (const line of ['', ...summaryOf(answers)]) say(line);
}

async function exportAll({ env }: Serving): Promise<void> {
  say('\nExporting, as the night does:');
  const ended = await execute(env, { full: false });
  if ('output' in ended) reportExport(ended.output);
  else warn(ended.cause);
}

function welcome({ url }: Serving, dataDir: string): void {
  const folder = dataDir === settings.DATA_DIR.standard ? '' : `DATA_DIR=${dataDir} `;
  say('\nWorth trying, in another terminal:');
  for (const question of questions) say(`  ${folder}npm run query -- "${question}"`);
  say(`\nStarkare industri: ${url}`);
  say('Everybody in it is made up. It listens on 127.0.0.1 only, without sign-in. Stop it with Ctrl+C.');
}
