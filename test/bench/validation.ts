import { readerOf } from '../../forms/derived/answers.ts';
import { fieldsOf } from '../../forms/grammar/form-parts.ts';
import { loadAll, loadParts, type PublishedForm } from '../../forms/grammar/published.ts';
import { publications } from '../../forms/published/index.ts';
import { visited } from '../company-report-answers.ts';
import { exampleAnswers } from '../example-answers.ts';
import { figure, heading, median, ratio, table } from './print.ts';

const rounds = 15;
const times = 2000;

const id = '01994f00-0000-7000-8000-000000000001';
const named = {
  ...{ company_key: '556036-0793', record: id, needs_analysis: id },
  ...{ network: id, offer: id, activity: id, rights_request: id },
};

/**
 * How long reading the answers to the largest forms takes, warm, beside the JSON.parse of the same body: each round
 * measures both, one after the other.
 */
export async function validation(): Promise<void> {
  heading(`Validation, warm (CPU time a submission; medians of ${rounds} rounds of ${times})`);
  const published = (await loadAll(publications)).flatMap((versions) => versions.slice(-1));
  const answersTo = (form: PublishedForm): object | undefined =>
    form.id === 'needs-analysis'
      ? visited
      : Object.entries(exampleAnswers).find(([of]) => of === form.id)?.[1](named);
  const largest = published
    .flatMap((form) => {
      const answers = answersTo(form);
      return answers === undefined ? [] : [{ form, body: JSON.stringify(answers) }];
    })
    .toSorted((one, other) => other.body.length - one.body.length)
    .slice(0, 5);
  const lines: string[][] = [];
  for (const { form, body } of largest) {
    const reader = readerOf(form, await loadParts(publications, form.id));
    const read = () => reader.read(JSON.parse(body), 'program');
    if ('problems' in read()) throw new Error(`expected right answers to ${form.id}, got wrong ones`);
    const parse = () => JSON.parse(body);
    measured(read);
    const found = Array.from({ length: rounds }, () => ({ read: measured(read), parse: measured(parse) }));
    const [ours, bare] = [median(found.map((each) => each.read)), median(found.map((each) => each.parse))];
    lines.push([
      form.id,
      String(fieldsOf(form).length),
      String(body.length),
      figure(ours),
      figure(bare),
      ratio(ours, bare),
    ]);
  }
  table(['form', 'questions', 'bytes', 'parse and read, us', 'JSON.parse, us', 'to JSON.parse'], lines);
}

/** CPU time of one call, in microseconds. */
function measured(work: () => unknown): number {
  const before = process.cpuUsage();
  for (let time = 0; time < times; time += 1) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}
