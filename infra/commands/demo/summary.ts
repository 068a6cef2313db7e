import { shownNumber } from '../../../forms/grammar/text-input.ts';
import { tableLines } from '../table-text.ts';
import type { Answer } from './sending.ts';

type Outcome = Answer['outcome'];

/** What the API said of everything that was sent: how much is new, by form, and what was refused and why. */
export function summaryOf(answers: readonly Answer[]): string[] {
  const forms = [...new Set(answers.map(({ form }) => form))].sort();
  const rows = forms.map((form) => {
    const own = answers.filter((each) => each.form === form);
    return [form, ...outcomes.map((outcome) => shown(countOf(own, outcome)))];
  });
  const columns = [
    { name: 'form', type: 'varchar' },
    ...['new', 'already there', 'refused'].map((name) => ({ name, type: 'integer' })),
  ];
  return [
    `${shown(answers.length)} sent: ${totalsOf(answers)}`,
    '',
    // The last line says how many rows there are.
    ...[...tableLines({ columns, rows })].slice(0, -1).map((line) => line.trimEnd()),
    '',
    'Refused, by code: how many, and what the API said of one.',
    ...refusedLines(answers),
  ];
}

const outcomes: readonly Outcome[] = ['new', 'there', 'refused'];

/** `0 new, 1 243 already there, 61 refused`. */
export function totalsOf(answers: readonly Answer[]): string {
  const [created, there, refused] = outcomes.map((outcome) => shown(countOf(answers, outcome)));
  return `${created} new, ${there} already there, ${refused} refused`;
}

function countOf(answers: readonly Answer[], outcome: Outcome): number {
  return answers.filter((each) => each.outcome === outcome).length;
}

function shown(count: number): string {
  return shownNumber(count, 'en');
}

function refusedLines(answers: readonly Answer[]): string[] {
  const refused = answers.filter(({ outcome }) => outcome === 'refused');
  const codes = [...new Set(refused.map(({ code = '' }) => code))].sort(byNumber);
  return codes.map((code) => {
    const same = refused.filter((each) => each.code === code);
    return `${code.padEnd(11)} ${shown(same.length).padStart(4)}  ${same[0]?.sentence}`;
  });
}

/** `422.9` before `422.10`. */
function byNumber(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
