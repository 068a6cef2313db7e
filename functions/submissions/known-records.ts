import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type SubmissionItem, storedItem } from '../../forms/derived/item.ts';
import type { Known } from '../../forms/derived/page.ts';
import { recordName } from '../../forms/derived/record-name.ts';
import { fieldsOf, namesRecord } from '../../forms/grammar/form-parts.ts';
import type { Offered } from '../../forms/grammar/kind.ts';
import type { Publications, PublishedField, PublishedForm } from '../../forms/grammar/published.ts';
import type { NamedFields, Values } from '../../forms/grammar/reading.ts';
import type { Lang } from '../../forms/grammar/words.ts';
import { atMost } from '../lambda/at-most.ts';
import { dayAt, now } from '../lambda/clock.ts';
import { currentOf } from './chain.ts';
import { companyNamed } from './company-named.ts';
import { referenceOf } from './ids.ts';
import { type Partition, partitionKey, partitionsOf } from './keys.ts';
import { openForm } from './open-forms.ts';
import { store, unavailable } from './table.ts';

/** More than anybody looks through in a list: what is older is found by its receipt's link. */
export const newestMax = 100;

/** A record as a list names it. */
export interface ListedRecord extends Offered {
  /** The submission that a correction names. */
  readonly current: string;
}

/** A form, what was answered so far, and the language of the page. */
export interface Asked {
  readonly form: PublishedForm;
  readonly answers: Values;
  readonly lang: Lang;
}

/**
 * What a page of a staff form knows of records: the newest ones that each of these questions can name, of the company
 * that the answers are about where they say it, and what those are called that the answers name already.
 */
export async function knownRecords(
  publications: Publications,
  asked: Asked,
  questions: NamedFields,
): Promise<Known> {
  const lists = await Promise.all(
    questions.map(async ([name, field]) => {
      const target = await targetOf(publications, field);
      return [name, target === undefined ? [] : await newestRecords(target, companyIn(asked))] as const;
    }),
  );
  const named = await Promise.all(
    fieldsOf(asked.form).flatMap(([name, field]) => {
      const answer = asked.answers[name];
      return namesRecord(field) && typeof answer === 'string'
        ? [nameOf(publications, field, answer, asked.lang)]
        : [];
    }),
  );
  return { offered: new Map(lists), names: new Map(named.flat()) };
}

function companyIn({ form, answers }: Asked): string | undefined {
  const company = answers[form.company ?? ''];
  return typeof company === 'string' ? company : undefined;
}

/** The form whose records are listed for a question: one alone, whose records are told apart without a person's name. */
async function targetOf(
  publications: Publications,
  { kind, form }: PublishedField,
): Promise<PublishedForm | undefined> {
  const target = kind === 'reference' ? await openForm(publications, String(form)) : undefined;
  return target?.keys === undefined ? target : undefined;
}

async function nameOf(
  publications: Publications,
  field: PublishedField,
  answer: string,
  lang: Lang,
): Promise<(readonly [string, string])[]> {
  const target = await openForm(publications, String(field.form));
  if (target === undefined) return [];
  if (field.kind === 'company-key')
    return [[answer, `${answer}, ${await companyName(target, answer, lang)}`]];
  const current = await currentOf(target, answer);
  if (current === undefined || 'erased_at' in current) return [];
  return [[answer, calledBy(target, current)]];
}

const words = {
  unknown: { sv: 'ännu inte registrerat', en: 'not registered yet' },
  soleTrader: { sv: 'enskild firma', en: 'sole trader' },
  nameless: { sv: 'namnet är borttaget', en: 'the name has been removed' },
};

/** A sole trader's name is a person's: who looks for it finds it where that is noted. */
async function companyName(companies: PublishedForm, key: string, lang: Lang): Promise<string> {
  const company = await companyNamed(companies, key);
  if (company === undefined) return words.unknown[lang];
  return company.isAboutPerson ? words.soleTrader[lang] : (company.name ?? words.nameless[lang]);
}

const partitionsAtOnce = 12;

/**
 * The newest records of a form as they are now, of this company where they are of companies: the latest day first, or by
 * their names where they have no day.
 */
export async function newestRecords(form: PublishedForm, ofCompany?: string): Promise<ListedRecord[]> {
  const field = form.company;
  const company = field === undefined ? undefined : ofCompany;
  const isOfIt = ({ answers }: SubmissionItem) =>
    field === undefined || company === undefined || answers[field] === company;
  const found: SubmissionItem[] = [];
  const partitions = partitionsOf(form, now()).toReversed();
  while (found.length < newestMax && partitions.length > 0) {
    const next = partitions.splice(0, partitionsAtOnce);
    const items = await atMost(partitionsAtOnce, next, currentIn);
    found.push(...items.flat().filter(isOfIt));
  }
  const listed = found
    .map((item) => ({
      id: item.root_id,
      current: item.submission_id,
      called: calledBy(form, item, company === undefined),
    }))
    .toSorted((one, other) => one.called.localeCompare(other.called, 'sv'));
  const isByDay = listed.every(({ called }) => /^\d{4}-\d\d-\d\d\b/.test(called));
  return (isByDay ? listed.toReversed() : listed).slice(0, newestMax);
}

/** What a record is called, or when it was received and the reference on its receipt. */
function calledBy(form: PublishedForm, item: SubmissionItem, withCompany = true): string {
  const name = recordName(form, item.answers, { withCompany });
  return name ?? `${dayAt(item.received_at)} · ${referenceOf(item.root_id)}`;
}

/** The current submissions among the newest of a partition. */
async function currentIn(partition: Partition): Promise<SubmissionItem[]> {
  const { client, table } = store('somebody waiting');
  const query = new QueryCommand({
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    FilterExpression: 'attribute_not_exists(superseded_at)',
    ExpressionAttributeValues: marshall({ ':pk': partitionKey(partition) }),
    ConsistentRead: true,
    ScanIndexForward: false,
    Limit: newestMax,
  });
  const { Items = [] } = await client.send(query).catch((error) => {
    throw unavailable(error);
  });
  return Items.flatMap((item) => {
    const { data } = storedItem.safeParse(unmarshall(item));
    return data === undefined || 'erased_at' in data ? [] : [data];
  });
}
