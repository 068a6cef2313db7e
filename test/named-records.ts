import { loadForm } from '../forms/grammar/published.ts';
import { publications } from '../forms/published/index.ts';
import { companyKey, visited } from './company-report-answers.ts';
import { exampleAnswers, type Named } from './example-answers.ts';
import { uuidv7 } from './local-product.ts';

/** What example answers name, by ids of their own, of this moment or of `time` (ms UTC). */
export function newNamed(time?: number): Named {
  return {
    company_key: companyKey,
    record: uuidv7(time),
    needs_analysis: uuidv7(time),
    network: uuidv7(time),
    offer: uuidv7(time),
    activity: uuidv7(time),
    rights_request: uuidv7(time),
  };
}

/** Sends the records that are named, each after those that it names itself. */
export async function sendNamed(url: string, named: Named): Promise<void> {
  await sendRecord(url, 'needs-request', named.record, exampleAnswers['needs-request'](named));
  await sendRecord(url, 'needs-analysis', named.needs_analysis, visited);
  await sendRecord(url, 'network', named.network, exampleAnswers.network(named));
  await sendRecord(url, 'offer', named.offer, exampleAnswers.offer(named));
  await sendRecord(url, 'activity', named.activity, exampleAnswers.activity(named));
  await sendRecord(url, 'rights-request', named.rights_request, exampleAnswers['rights-request'](named));
}

/** Sends answers to a form in its current version. */
export async function sendRecord(url: string, form: string, id: string, answers: object): Promise<void> {
  const version = (await loadForm(publications, form))?.version;
  const response = await fetch(`${url}/v1/forms/${form}/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version, answers }),
  });
  if (response.status !== 201) throw new Error(`expected ${form} to be kept, got ${await response.text()}`);
}
