import { readerOf } from '../../forms/derived/answers.ts';
import { type Envelope, itemOf, type SubmissionItem } from '../../forms/derived/item.ts';
import { passesLuhn } from '../../forms/grammar/personnummer.ts';
import { loadForm, loadParts, type PublishedForm } from '../../forms/grammar/published.ts';
import { municipalities } from '../../forms/lists/municipalities.ts';
import { publications } from '../../forms/published/index.ts';

/** Submissions of a form, a different one for each number. */
export interface Sample {
  readonly form: PublishedForm;
  /** The item that the product keeps of it. */
  itemOf(number: number, id: string, receivedAt: number): SubmissionItem;
}

// In its first version, which is accepted still and needs nothing else to be there.
const found = await loadForm(publications, 'participants', 1);
if (found === undefined) throw new Error('expected participants to be published, got nothing');

/** The form that everything else is measured with. */
export const form = found;
const reader = readerOf(form, await loadParts(publications, form.id));

const activities = ['Workshop om ställtider', 'Studiebesök hos ett gjuteri', 'Frukostmöte om automation'];
const names = ['Mekaniska verkstaden', 'Örebro Svets & Smide', 'Lindesbergs Gjuteri', 'Hydraulik i Kumla'];

/** Right answers, a different set for each number, as different as those of one project are. */
export function answersOf(number: number): Readonly<Record<string, string | number>> {
  return {
    activity: `${activities[number % activities.length]} ${number % 60}`,
    activity_date: `2026-0${(number % 9) + 1}-${String((number % 28) + 1).padStart(2, '0')}`,
    ...(number % 10 === 0
      ? { organisationsnummer_missing_reason: number % 20 === 0 ? 'sole_trader' : 'unknown' }
      : { organisationsnummer: organisationsnummerOf(number) }),
    company_name: `${names[number % names.length]} ${number % 2000} AB`,
    municipality_code: municipalities.options[number % municipalities.options.length]?.code ?? '',
    n_women: (number * 7) % 12,
    n_men: ((number * 5) % 9) + 1,
    n_undisclosed: number % 3,
    ...(number % 4 === 0 && { note: `Grupp ${number % 7}: ville veta mer om ställtider och energi.` }),
  };
}

/** One of 2 000 numbers in the range that belongs to nobody in particular, with its check digit. */
function organisationsnummerOf(number: number): string {
  const nine = `55${7000000 + (number % 2000)}`;
  const check = Array.from('0123456789').find((digit) => passesLuhn(nine + digit)) ?? '0';
  return `${nine.slice(0, 6)}-${nine.slice(6)}${check}`;
}

/** What a program sends to the product. */
export function bodyOf(number: number): string {
  return JSON.stringify({ version: form.version, answers: answersOf(number) });
}

/** What exports are measured with: few answers, as most submissions have. */
export const narrow: Sample = {
  form,
  itemOf(number, id, receivedAt) {
    const reading = reader.read(answersOf(number), 'program');
    if ('answers' in reading) return itemOf(form, id, reading.answers, envelopeAt(receivedAt));
    throw new Error(`expected right answers, got ${JSON.stringify(reading.problems)}`);
  },
};

/** How every sample comes. */
export function envelopeAt(receivedAt: number): Envelope {
  return { channel: 'web', submitterRole: 'public', lang: 'sv', receivedAt };
}

/** A moment in a month (`yyyy-mm`), later for a higher number: ids made of them lie in order. */
export function momentIn(month: string, number: number): number {
  return Date.parse(`${month}-01T00:00:00Z`) + number * 10;
}
