import { readFileSync } from 'node:fs';
import { partsSource } from '../../forms/derived/parts-source.ts';
import type { Form } from '../../forms/grammar/form.ts';
import { fieldsOf } from '../../forms/grammar/form-parts.ts';
import { type PublishedForm, readPublished } from '../../forms/grammar/published.ts';
import { breaksIn, everPublished } from './breaks.ts';
import { mistakesIn } from './checks.ts';
import { type Files, filesIn, folder, listsOfParts, machineWritten } from './lists.ts';
import { editsIn, recordedSums, sumOf, sumsNow, sumsPath, sumsText } from './sums.ts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Everything publishing these forms writes now: the lists of kinds, scores and rules, the next version of every form that has
 * changed, what each form is read with, the list of versions, and their sums. Throws sentences when a form cannot be
 * published, or changed in a way that would break what is already stored; then nothing is written.
 */
export function publication(forms: readonly Form[], now: number): Files {
  const files = new Map(listsOfParts());
  const versions = new Map<string, number[]>();
  const sums = new Map(Object.entries(sumsNow(published())));
  stopAt(editsIn(recordedSums(), Object.fromEntries(sums)));
  const mistakes = published()
    .filter((id) => !forms.some((form) => form.id === id))
    .map(
      (id) => `${id}: is published, so it has to stay in forms/index.ts; its stored answers are judged by it`,
    );
  for (const form of forms) {
    const made = publicationOf(form, publishedVersions(form.id), now);
    mistakes.push(...made.mistakes);
    for (const [path, text] of made.files) {
      files.set(path, text);
      if (path.endsWith('.json')) sums.set(path, sumOf(text));
    }
    versions.set(
      form.id,
      made.versions.map(({ version }) => version),
    );
  }
  stopAt(mistakes);
  return files.set('published/index.ts', listOfVersions(versions)).set(sumsPath, sumsText(sums));
}

/** A form with its next version, if it has changed since the last of the earlier ones. */
interface FormPublication {
  readonly files: Files;
  readonly versions: readonly PublishedForm[];
  /** Why it cannot be published: sentences. */
  readonly mistakes: readonly string[];
}

/** What publishing one form writes now, whose earlier versions are these, oldest first. */
export function publicationOf(form: Form, earlier: readonly PublishedForm[], now: number): FormPublication {
  const newest = earlier.at(-1);
  const next = asPublished(form, (newest?.version ?? 0) + 1, now);
  const changed = newest === undefined || !sameForm(next, newest);
  const month = new Date(now + 2 * dayMs).toISOString().slice(0, 7);
  const fields = new Set(fieldsOf(next).map(([name]) => name));
  const retired = [...everPublished(earlier)].filter(([name]) => !fields.has(name));
  const breaks = changed && newest !== undefined ? breaksIn(next, newest, month, earlier) : [];
  const versions = changed ? [...earlier, next] : earlier;
  const written = `${JSON.stringify(next, null, 2)}\n`;
  return {
    files: new Map([
      ...(changed ? [[`published/${form.id}/${next.version}.json`, written] as const] : []),
      [`published/${form.id}/parts.ts`, partsReading(versions)],
    ]),
    versions,
    mistakes: [...mistakesIn(next, retired), ...breaks],
  };
}

function stopAt(mistakes: readonly string[]): void {
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
}

/** The ids of all forms that were ever published. */
function published(): string[] {
  return filesIn('published/', '')
    .map((path) => path.slice('published/'.length))
    .filter((name) => !name.includes('.'));
}

function publishedVersions(formId: string): PublishedForm[] {
  return filesIn(`published/${formId}/`, '.json')
    .map((path) => readPublished(JSON.parse(readFileSync(new URL(path, folder), 'utf8'))))
    .toSorted((one, other) => one.version - other.version);
}

/** The declaration as data: what JSON keeps of it. */
function asPublished(form: Form, version: number, now: number): PublishedForm {
  const published = new Date(now).toISOString().slice(0, 10);
  return readPublished(JSON.parse(JSON.stringify({ version, published, ...form })));
}

function sameForm(one: PublishedForm, other: PublishedForm): boolean {
  const [declared, before] = [one, other].map(({ version, published, ...form }) => JSON.stringify(form));
  return declared === before;
}

/** What a form is read with, of all versions together: a function that loads the form loads no other kind. */
function partsReading(versions: readonly PublishedForm[]): string {
  const { imports, parts } = partsSource(versions, '../../');
  return `${machineWritten}import type { ReadingParts } from '../../grammar/reading.ts';
${imports}

export const parts: ReadingParts = ${parts};\n`;
}

function listOfVersions(versions: ReadonlyMap<string, readonly number[]>): string {
  const forms = [...versions].map(([form, numbers]) => {
    const loads = numbers.map(
      (number) => `      ${number}: () => import('./${form}/${number}.json', { with: { type: 'json' } }),\n`,
    );
    const parts = `    parts: () => import('./${form}/parts.ts'),\n`;
    return `  '${form}': {\n    current: ${numbers.at(-1)},\n    load: {\n${loads.join('')}    },\n${parts}  },\n`;
  });
  const type = "import type { Publications } from '../grammar/published.ts';\n";
  return `${machineWritten}${type}\nexport const publications: Publications = {\n${forms.join('')}};\n`;
}
