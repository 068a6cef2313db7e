import { describe, expect, test } from 'vitest';
import { tablesOf } from '../forms/derived/columns.ts';
import { itemOf } from '../forms/derived/item.ts';
import { rowMakerOf } from '../forms/derived/rows.ts';
import { columns } from '../forms/kinds/all.ts';
import { participants } from '../forms/participants.ts';
import { changed, declaredForm } from './declared-form.ts';
import { exampleAnswers } from './example-answers.ts';
import { newNamed } from './named-records.ts';

const { published, mistakes, read, readFromPage, problems, waitsFor } = declaredForm(participants);
const example = exampleAnswers.participants(newNamed());
const numbers = { n_women: undefined, n_men: undefined, n_undisclosed: undefined };
const perPerson = changed(example, { attendance: 'per_person', gender: 'woman', ...numbers });
const noOrganisation = { organisationsnummer: undefined, company_name: undefined };
const privatePerson = changed(perPerson, { org_category: 'private_person', ...noOrganisation });

test('can be published, and reads an organisation and a person as they are, from a program and from a page', () => {
  expect(mistakes()).toEqual([]);
  for (const answers of [example, perPerson, privatePerson]) {
    expect(read(answers)).toEqual({ answers, leftOut: [] });
    expect(readFromPage(answers)).toEqual({ answers, leftOut: [] });
    expect(waitsFor(answers)).toEqual([]);
  }
});

test('the type of organisation is asked before its number and name', () => {
  const asked = published.sections.flatMap(({ fields }) => Object.keys(fields));
  const [type, ...of] = ['org_category', 'organisationsnummer', 'company_name'].map((name) =>
    asked.indexOf(name),
  );
  for (const place of of) expect(place).toBeGreaterThan(type ?? Number.NaN);
});

describe('the number and name of an organisation are asked', () => {
  test.each<[what: string, answers: object, changes: object, found: readonly string[]]>([
    ['before its type is known', example, { org_category: undefined }, []],
    ['before its type is known', example, { org_category: undefined, ...noOrganisation }, wantedOf()],
    ['of a company', example, noOrganisation, wantedOf()],
    ['of the company of a person', perPerson, noOrganisation, wantedOf()],
    [
      'of no private person',
      privatePerson,
      { organisationsnummer: '559900-0014' },
      [left('organisationsnummer')],
    ],
    ['of no private person', privatePerson, { company_name: 'Maj Hyttsten' }, [left('company_name')]],
    [
      'of no private person, who needs no reason',
      privatePerson,
      { organisationsnummer_missing_reason: 'private_person' },
      [left('organisationsnummer_missing_reason')],
    ],
    [
      'of no private person among numbers',
      example,
      { org_category: 'private_person' },
      [left('organisationsnummer'), left('company_name')],
    ],
    [
      'of no private person, whose municipality is',
      privatePerson,
      { municipality_code: undefined },
      ['municipality_code 422.1'],
    ],
  ])('%s', (_, answers, changes, found) => {
    expect(problems(changed(answers, changes))).toEqual(found);
  });

  function wantedOf(): string[] {
    return ['organisationsnummer 422.1', 'company_name 422.1'];
  }
  function left(name: string): string {
    return `${name} 422.11`;
  }
});

test('what a page sent of an organisation is left out when it turns out to be a private person', () => {
  expect(readFromPage(changed(perPerson, { org_category: 'private_person' }))).toEqual({
    answers: privatePerson,
    leftOut: ['organisationsnummer', 'company_name'],
  });
});

describe('a name is in no table when it is a person’s', () => {
  const id = '01994f00-0000-7000-8000-000000000001';
  const envelope = { channel: 'web', submitterRole: 'public', lang: 'sv', receivedAt: 0 } as const;

  test.each<[what: string, changes: object, name: string | undefined]>([
    ['a company', {}, 'Kumla Plåt och Svets AB'],
    [
      'a foreign company',
      { organisationsnummer: undefined, organisationsnummer_missing_reason: 'foreign' },
      'Kumla Plåt och Svets AB',
    ],
    [
      'a sole trader',
      { organisationsnummer: undefined, organisationsnummer_missing_reason: 'sole_trader' },
      undefined,
    ],
    // Not asked any more; an item of whatever age is read as about a person all the same.
    ['a private person', { org_category: 'private_person' }, undefined],
  ])('%s', (_, changes, name) => {
    const item = itemOf(published, id, changed(example, changes), envelope);
    const rows = rowMakerOf(published, tablesOf([published], columns), columns).rowsOf(item);
    const found = Object.fromEntries(rows.map(({ database, row }) => [database, row]));
    expect(found.confidential?.company_name).toBe(name);
  });
});
