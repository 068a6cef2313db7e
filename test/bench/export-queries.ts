import { statSync } from 'node:fs';
import * as z from 'zod/mini';
import { figure, heading, median, ratio, say, table } from './print.ts';
import { withProgram } from './programs.ts';

const times = 7;

/** What analysts ask, of any table with the columns of `analytic.participants`. */
const questions = {
  'participants by municipality and year': `select municipality_code, year(activity_date) as year, sum(n_women),
      sum(n_men), sum(n_undisclosed) from {} group by 1, 2 order by 1, 2`,
  'companies that came back': `select count(*) from (select company_key from {} where company_key is not null
      group by 1 having count(distinct activity_date) > 1)`,
  'one company, day by day': `select activity_date, n_women, n_men from {} where company_key = '557000-0017'
      order by 1, 2, 3`,
};

const told = z.object({ cpuMs: z.array(z.number()), bytes: z.number(), answer: z.string() });

/** The same rows as the lake has them and as the CSV that other tools export, asked the same by DuckDB. */
export async function askBoth(rows: number, parquet: string, csv: string): Promise<void> {
  heading(
    `Questions of an analyst to ${figure(rows)} rows: the lake's Parquet and the same rows as CSV (DuckDB)`,
  );
  const lines = await withProgram('duckdb', {}, async (program) => {
    const columns = await program.ask('described', z.string(), { file: parquet });
    const sources = {
      parquet: `read_parquet('${parquet}')`,
      // Told the types, as a lake's catalog would; left to guess them it takes longer still.
      csv: `read_csv('${csv}', header = true, columns = ${columns})`,
    };
    const found: string[][] = [];
    for (const [name, sql] of Object.entries(questions)) {
      const one = (from: string) => program.ask('ask', told, { sql: sql.replace('{}', from), times });
      const [lake, text] = [await one(sources.parquet), await one(sources.csv)];
      if (lake.answer !== text.answer) throw new Error(`expected the same answer twice: ${name}`);
      const [lakeMs, textMs] = [median(lake.cpuMs), median(text.cpuMs)];
      found.push([
        name,
        figure(lakeMs),
        figure(textMs),
        ratio(textMs, lakeMs),
        figure(lake.bytes / 1000),
        figure(text.bytes / 1000),
        ratio(text.bytes, lake.bytes),
      ]);
    }
    return found;
  });
  table(['question', 'lake CPU ms', 'CSV CPU ms', '', 'lake kB read', 'CSV kB read', ''], lines);
  say(
    `  on disk: ${figure(statSync(parquet).size / 1e6)} MB in the lake, ${figure(statSync(csv).size / 1e6)} MB as CSV`,
  );
}
