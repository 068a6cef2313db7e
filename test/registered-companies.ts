import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { itemOf } from '../forms/derived/item.ts';
import { passesLuhn } from '../forms/grammar/personnummer.ts';
import { loadForm } from '../forms/grammar/published.ts';
import { municipalities } from '../forms/lists/municipalities.ts';
import { publications } from '../forms/published/index.ts';
import { newId } from '../functions/submissions/ids.ts';
import { keyOf } from '../functions/submissions/keys.ts';
import { claimOfKey } from '../functions/submissions/unique.ts';
import { dynamodbOf } from './serve.ts';

const found = await loadForm(publications, 'company');
if (found === undefined) throw new Error('expected company to be published, got nothing');

/** The form that companies are registered with. */
export const companyForm = found;

const places = ['Örebro', 'Ångsjö', 'Kumla', 'Hällefors', 'Nora', 'Lindesberg', 'Karlskoga', 'Östansjö'];
const trades = ['Svets', 'Mekaniska', 'Gjuteri', 'Hydraulik', 'Plåt', 'Verktyg', 'Snickeri', 'Automation'];

/** The name of a company that was made up, a different one for each number. */
export function nameOf(number: number): string {
  const [place, trade] = [places[number % 8], trades[Math.floor(number / 8) % 8]];
  return `${place} ${trade} ${Math.floor(number / 64)} AB`;
}

/** Its organisationsnummer, in a range that belongs to nobody in particular, with its check digit. */
export function organisationsnummerOf(number: number): string {
  const nine = `55${7_000_000 + number}`;
  const check = Array.from('0123456789').find((digit) => passesLuhn(nine + digit)) ?? '0';
  return `${nine.slice(0, 6)}-${nine.slice(6)}${check}`;
}

/** What staff would have sent to register it. */
export function answersOf(number: number) {
  return {
    organisationsnummer: organisationsnummerOf(number),
    company_name: nameOf(number),
    municipality_code: municipalities.options[number % municipalities.options.length]?.code ?? '',
  };
}

interface Many {
  /** The number of the first. */
  readonly from?: number;
  readonly count: number;
  /** When a company was registered (milliseconds UTC), by its number. */
  readonly at: (number: number) => number;
}

/** A transaction takes a hundred writes, and each company is two. */
const atOnce = 50;

/** Puts companies into the table as the product keeps them, past the API; gives their roots. */
export async function registerMany(
  env: Readonly<Record<string, string>>,
  { from = 0, count, at }: Many,
): Promise<string[]> {
  const client = dynamodbOf(env);
  const all = Array.from({ length: count }, (_, index) => itemsOf(from + index, at(from + index)));
  for (let first = 0; first < count; first += atOnce) {
    const TransactItems = all
      .slice(first, first + atOnce)
      .flatMap(({ items }) => items)
      .map((item) => ({ Put: { TableName: env.SUBMISSIONS_TABLE, Item: marshall(item) } }));
    await client.send(new TransactWriteItemsCommand({ TransactItems }));
  }
  client.destroy();
  return all.map(({ root }) => root);
}

function itemsOf(number: number, receivedAt: number) {
  const root = newId(receivedAt);
  const answers = answersOf(number);
  const envelope = { channel: 'staff', submitterRole: 'staff', lang: 'sv', receivedAt } as const;
  const company_key = answers.organisationsnummer;
  const item = { ...itemOf(companyForm, root, answers, envelope), company_key };
  const claim = { root_id: root, changed_at: item.changed_at, changed_by: root };
  return {
    root,
    items: [
      { ...keyOf(companyForm, root), ...item },
      { ...claimOfKey(companyForm, company_key), ...claim },
    ],
  };
}
