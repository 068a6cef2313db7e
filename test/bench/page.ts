import { stepsOf } from '../../forms/derived/page.ts';
import { loadForm, type PublishedForm } from '../../forms/grammar/published.ts';
import { own } from '../../forms/grammar/question.ts';
import { publications } from '../../forms/published/index.ts';
import { type Find, pagesOf, serveCompressed } from './compressed.ts';
import { evaluationQuery } from './events.ts';
import { bodyAt, showBytes, type ToWeigh } from './page-bytes.ts';
import { showCpu } from './page-cpu.ts';
import { showTimes } from './page-times.ts';
import { type Folders, withProduct } from './product.ts';
import { surveySite } from './survey-site.ts';

/** What the pages of forms cost to render, to send and to use, beside a bare template and beside SurveyJS. */
export async function page(folders: Folders): Promise<void> {
  await showCpu(folders.bundles);
  const forms = await Promise.all(['participants', 'evaluation', 'needs-analysis'].map(published));
  await withProduct('pages', folders, async ({ url }) => {
    const [ours, survey] = [pagesOf(url), await surveySite(forms)];
    await showBytes([
      ...(await Promise.all(forms.map((form) => stepsToWeigh(url, form, ours)))).flat(),
      ...(await Promise.all(forms.map((form) => surveyToWeigh(form, survey)))),
    ]);
    await timesOf(ours, survey);
  });
}

async function published(id: string): Promise<PublishedForm> {
  const form = await loadForm(publications, id);
  if (form === undefined) throw new Error(`expected ${id} to be published, got nothing`);
  return form;
}

function addressOf(id: string): string {
  return `/f/${id}${id === 'evaluation' ? `?${evaluationQuery}` : ''}`;
}

/** Each step of a form, empty. */
async function stepsToWeigh(url: string, form: PublishedForm, find: Find): Promise<ToWeigh[]> {
  const later = stepsOf(form).slice(1);
  const first = { name: form.id, html: await bodyAt(find, addressOf(form.id)), find };
  const others = await Promise.all(
    later.map(async (_, index) => {
      const at = { [own.version]: String(form.version), [own.at]: String(index + 1), [own.step]: 'stay' };
      const response = await fetch(`${url}/f/${form.id}`, { method: 'POST', body: new URLSearchParams(at) });
      if (!response.ok) throw new Error(`expected step ${index + 2} of ${form.id}, got ${response.status}`);
      const html = Buffer.from(await response.arrayBuffer());
      return { name: `${form.id}, step ${index + 2}`, html, find };
    }),
  );
  return [first, ...others];
}

async function surveyToWeigh(form: PublishedForm, find: Find): Promise<ToWeigh> {
  return { name: `${form.id} in SurveyJS`, html: await bodyAt(find, addressOf(form.id)), find };
}

async function timesOf(ours: Find, survey: Find): Promise<void> {
  const [one, other] = [await serveCompressed(ours), await serveCompressed(survey)];
  try {
    await showTimes(
      ['evaluation', 'needs-analysis'].map((id) => ({
        name: id,
        ours: `${one.url}${addressOf(id)}`,
        survey: `${other.url}${addressOf(id)}`,
      })),
    );
  } finally {
    one.stop();
    other.stop();
  }
}
