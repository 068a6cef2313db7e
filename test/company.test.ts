import { describe, expect, test } from 'vitest';
import { company } from '../forms/company.ts';
import { tablesOf } from '../forms/derived/columns.ts';
import { itemOf } from '../forms/derived/item.ts';
import { rowMakerOf } from '../forms/derived/rows.ts';
import { columns } from '../forms/kinds/all.ts';
import { changed, declaredForm } from './declared-form.ts';

const { published, mistakes, read, readFromPage, problems, waitsFor } = declaredForm(company);
const limited = {
  organisationsnummer: '559900-0006',
  company_name: 'Kumla Plåt och Svets AB',
  municipality_code: '1881',
  organisationsnummer_verified: 'register_checked',
  legal_form: 'ab',
  sni_division: '25',
  sni_code: '25.110',
  sni_version: 'sni2007',
  sni_rank: 'secondary',
  headcount_awu: 12.5,
  in_group: false,
};
const soleTrader = changed(limited, {
  organisationsnummer: undefined,
  organisationsnummer_verified: undefined,
  organisationsnummer_missing_reason: 'sole_trader',
  legal_form: 'ef',
});

test('can be published, and reads a limited company and a sole trader as they are', () => {
  expect(mistakes()).toEqual([]);
  for (const answers of [limited, soleTrader]) {
    expect(read(answers)).toEqual({ answers, leftOut: [] });
    expect(readFromPage(answers)).toEqual({ answers, leftOut: [] });
    expect(waitsFor(answers)).toEqual([]);
  }
});

test.each<[what: string, answers: object, changes: object, found: readonly string[]]>([
  ['a sole trader with a number', limited, { legal_form: 'ef' }, ['organisationsnummer 422.12']],
  ['a sole trader that is a limited company', soleTrader, { legal_form: 'ab' }, ['legal_form 422.12']],
  ['a sole trader of another form', soleTrader, { legal_form: 'annan' }, ['legal_form 422.12']],
  ['a sole trader whose form is not known yet', soleTrader, { legal_form: undefined }, []],
  ['a foreign company without a number', soleTrader, foreign(), []],
  ['a number that nobody has looked up', limited, { organisationsnummer_verified: 'luhn_only' }, []],
  ['a number of which nothing is said', limited, { organisationsnummer_verified: undefined }, []],
  [
    'a number that was looked up somewhere',
    limited,
    { organisationsnummer_verified: 'yes' },
    ['organisationsnummer_verified 422.5'],
  ],
  [
    'no number, looked up',
    soleTrader,
    { organisationsnummer_verified: 'luhn_only' },
    ['organisationsnummer_verified 422.11'],
  ],
  ['the main sector', limited, { sni_rank: 'main' }, []],
  ['a sector of which nothing is said', limited, { sni_rank: undefined }, []],
  ['a third sector', limited, { sni_rank: 'third' }, ['sni_rank 422.5']],
  ['a rank of no sector', limited, { sni_division: undefined }, ['sni_rank 422.11']],
])('%s', (_, answers, changes, found) => {
  expect(problems(changed(answers, changes))).toEqual(found);
});

function foreign() {
  return { organisationsnummer_missing_reason: 'foreign', legal_form: 'utl_filial' };
}

test('a sector of which nothing is said keeps no company from counting', () => {
  const silent = { sni_rank: undefined, organisationsnummer_verified: undefined };
  expect(waitsFor(changed(limited, silent))).toEqual([]);
});

describe('the name is in the lake', () => {
  const id = '01994f00-0000-7000-8000-000000000001';
  const envelope = { channel: 'web', submitterRole: 'public', lang: 'sv', receivedAt: 0 } as const;
  const reason = (organisationsnummer_missing_reason: string, legal_form?: string) => ({
    organisationsnummer_missing_reason,
    legal_form,
  });

  test.each<[what: string, answers: object, isThere: boolean]>([
    ['of a limited company', limited, true],
    ['of a foreign company', changed(soleTrader, foreign()), true],
    ['of no sole trader', soleTrader, false],
    ['of no sole trader by the reason alone', changed(soleTrader, reason('sole_trader')), false],
    ['of no sole trader by the form alone', changed(soleTrader, reason('unknown', 'ef')), false],
  ])('%s', (_, answers, isThere) => {
    const item = itemOf(published, id, { ...answers }, envelope);
    const rows = rowMakerOf(published, tablesOf([published], columns), columns).rowsOf(item);
    const found = rows.find(({ database }) => database === 'confidential');
    expect(found?.row.company_name !== undefined).toBe(isThere);
  });
});
