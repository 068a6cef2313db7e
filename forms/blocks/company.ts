import { answered, is, missing, some } from '../grammar/conditions.ts';
import { requiredWhen } from '../grammar/field.ts';
import { choice } from '../kinds/choice.ts';
import { code } from '../kinds/code.ts';
import { companyKey } from '../kinds/company-key.ts';
import { decimal } from '../kinds/decimal.ts';
import { integer } from '../kinds/integer.ts';
import { organisationsnummer } from '../kinds/organisationsnummer.ts';
import { text } from '../kinds/text.ts';
import { yesNo } from '../kinds/yes-no.ts';
import { legalForms } from '../lists/legal-forms.ts';
import { municipalities } from '../lists/municipalities.ts';
import { organisationsnummerMissingReasons } from '../lists/organisationsnummer-missing-reasons.ts';
import { sniDivisions } from '../lists/sni-divisions.ts';
import { sniVersions } from '../lists/sni-versions.ts';

/** What tells one organisation from every other, or why it cannot be told. */
export const organisationsnummerOrReason = {
  organisationsnummer: organisationsnummer({
    label: { sv: 'Organisationsnummer', en: 'Organisationsnummer (Swedish company number)' },
    short: { sv: 'Organisationsnummer', en: 'Organisationsnummer' },
    hint: {
      sv: 'Tio siffror, till exempel 556036-0793. Aldrig ett personnummer.',
      en: 'Ten digits, for example 556036-0793. Never a personal identity number.',
    },
    wanted: requiredWhen(missing('organisationsnummer_missing_reason')),
    missing: {
      sv: 'Fyll i organisationsnummer, eller välj varför det saknas.',
      en: 'Fill in the organisationsnummer, or choose why it is missing.',
    },
    zone: { company: 'analytic', soleTrader: 'personal' },
  }),
  organisationsnummer_missing_reason: choice(organisationsnummerMissingReasons, {
    label: {
      sv: 'Saknas organisationsnummer? Varför?',
      en: 'Is there no organisationsnummer? Why not?',
    },
    short: { sv: 'Varför organisationsnummer saknas', en: 'Why organisationsnummer is missing' },
    hint: {
      sv: 'Svara bara om du inte har fyllt i organisationsnummer.',
      en: 'Answer only if you have not filled in an organisationsnummer.',
    },
    wanted: 'optional',
    shownWhen: missing('organisationsnummer'),
    zone: 'analytic',
  }),
};

/**
 * When the answers above are about a person, as a sole trader's are. A private person is no company either: the
 * name is the person's.
 */
export const isAboutPerson = some(
  is('organisationsnummer_missing_reason', 'sole_trader'),
  is('organisationsnummer_missing_reason', 'private_person'),
);

export const municipalityCode = choice(municipalities, {
  label: { sv: 'Kommun där arbetsstället ligger', en: 'Municipality of the workplace' },
  short: { sv: 'Kommun', en: 'Municipality' },
  wanted: 'required',
  missing: { sv: 'Välj kommun.', en: 'Choose a municipality.' },
  zone: 'analytic',
});

/**
 * The company that something is about, where staff know it: named by its key, which is the form's `company`. Its name
 * and everything else about it stand in its own record.
 */
export const companyKeyOfIt = {
  company_key: companyKey('company', {
    label: { sv: 'Vilket företag?', en: 'Which company?' },
    short: { sv: 'Företag', en: 'Company' },
    hint: {
      sv: 'Organisationsnummer, till exempel 556036-0793. En enskild firma har en egen nyckel som börjar på EF-. Aldrig ett personnummer.',
      en: 'Organisationsnummer, for example 556036-0793. A sole trader has a key of its own that begins with EF-. Never a personal identity number.',
    },
    wanted: 'required',
    missing: {
      sv: 'Ange företagets organisationsnummer eller nyckel.',
      en: 'Enter the organisationsnummer or key of the company.',
    },
    zone: 'analytic',
  }),
};

/** A company as it is named wherever it is met. */
export const companyIdentity = {
  ...organisationsnummerOrReason,
  company_name: text({
    label: { sv: 'Företagets namn', en: 'Name of the company' },
    wanted: 'required',
    missing: { sv: 'Skriv företagets namn.', en: 'Enter the name of the company.' },
    max: 150,
    zone: { company: 'confidential', soleTrader: 'personal' },
  }),
  municipality_code: municipalityCode,
};

/** What decides whether a company is in the target group: manufacturing or extraction. */
export const companyIndustry = {
  legal_form: choice(legalForms, {
    label: { sv: 'Juridisk form', en: 'Legal form' },
    wanted: 'neededToCount',
    missing: { sv: 'Välj juridisk form.', en: 'Choose a legal form.' },
    zone: 'analytic',
  }),
  sni_division: choice(sniDivisions, {
    label: { sv: 'Bransch', en: 'Sector' },
    hint: {
      sv: 'De två första siffrorna i företagets SNI-kod. Finns flera koder, välj den som hör till tillverkning eller utvinning.',
      en: 'The first two digits of the company’s SNI code. If there are several codes, choose the one within manufacturing or extraction.',
    },
    wanted: 'neededToCount',
    missing: { sv: 'Välj bransch.', en: 'Choose a sector.' },
    zone: 'analytic',
  }),
  sni_code: code({
    label: { sv: 'Hela SNI-koden', en: 'The whole SNI code' },
    hint: {
      sv: 'Fem siffror med punkt efter de två första, till exempel 25.110, eller bara de två första.',
      en: 'Five digits with a point after the first two, for example 25.110, or only the first two.',
    },
    wanted: 'optional',
    pattern: '[0-9]{2}(\\.?[0-9]{3})?',
    format: {
      sv: 'Skriv SNI-koden med två eller fem siffror, till exempel 25.110.',
      en: 'Enter the SNI code with two or five digits, for example 25.110.',
    },
    zone: 'analytic',
  }),
  sni_version: choice(sniVersions, {
    label: { sv: 'Vilken SNI-version hör koden till?', en: 'Which version of SNI does the code belong to?' },
    short: { sv: 'SNI-version', en: 'SNI version' },
    wanted: 'required',
    missing: {
      sv: 'Välj vilken SNI-version koden hör till.',
      en: 'Choose which version of SNI the code belongs to.',
    },
    shownWhen: answered('sni_code'),
    zone: 'analytic',
  }),
  cfar_nr: code({
    label: { sv: 'Arbetsställenummer (CFAR)', en: 'Workplace number (CFAR)' },
    hint: {
      sv: 'Åtta siffror. Behövs bara när företaget har flera arbetsställen.',
      en: 'Eight digits. Needed only when the company has several workplaces.',
    },
    wanted: 'optional',
    pattern: '[0-9]{8}',
    format: {
      sv: 'Skriv arbetsställenumret med åtta siffror.',
      en: 'Enter the workplace number with eight digits.',
    },
    zone: { company: 'confidential', soleTrader: 'personal' },
  }),
};

const millionKronor = { sv: 'miljoner kr', en: 'million SEK' };
const latestAccounts = {
  sv: 'I miljoner kronor enligt det senaste bokslutet, till exempel 12,5.',
  en: 'In million SEK, from the latest annual accounts, for example 12.5.',
};
const wholeGroupInMillions = {
  sv: 'Hela koncernen inklusive företaget, i miljoner kronor.',
  en: 'The whole group including this company, in million SEK.',
};
/** More than any company here has, and less than its amounts are in kronor: a mistaken unit is refused. */
const companyMax = 100_000;
/** The same of a group, which may be among the largest in the world. */
const groupMax = 10_000_000;

/**
 * What decides the size class of a company: staff first, then turnover or balance sheet total; those of the whole
 * group where it is in one (Commission Recommendation 2003/361/EC, articles 2 to 6).
 */
export const companySize = {
  headcount_awu: decimal({
    label: { sv: 'Antal anställda, i årsarbetskrafter', en: 'Number of staff, in annual work units' },
    short: { sv: 'Årsarbetskrafter', en: 'Annual work units' },
    hint: {
      sv: 'En heltid hela året är 1, en halvtid är 0,5.',
      en: 'Full time for the whole year is 1, half time is 0.5.',
    },
    wanted: 'neededToCount',
    missing: { sv: 'Ange antal årsarbetskrafter.', en: 'Enter the number of annual work units.' },
    min: 0,
    max: 1_000_000,
    decimals: 2,
    zone: 'analytic',
  }),
  employees_women: integer({
    label: { sv: 'Antal anställda kvinnor', en: 'Number of women employed' },
    wanted: 'optional',
    min: 0,
    max: 1_000_000,
    zone: 'analytic',
  }),
  employees_men: integer({
    label: { sv: 'Antal anställda män', en: 'Number of men employed' },
    wanted: 'optional',
    min: 0,
    max: 1_000_000,
    zone: 'analytic',
  }),
  turnover_msek: decimal({
    label: { sv: 'Omsättning', en: 'Turnover' },
    hint: latestAccounts,
    wanted: 'optional',
    min: 0,
    max: companyMax,
    decimals: 2,
    unit: millionKronor,
    zone: 'confidential',
  }),
  balance_total_msek: decimal({
    label: { sv: 'Balansomslutning', en: 'Balance sheet total' },
    hint: latestAccounts,
    wanted: 'optional',
    min: 0,
    max: companyMax,
    decimals: 2,
    unit: millionKronor,
    zone: 'confidential',
  }),
  in_group: yesNo({
    label: { sv: 'Ingår företaget i en koncern?', en: 'Is the company part of a group?' },
    short: { sv: 'Koncerntillhörighet', en: 'Group membership' },
    wanted: 'neededToCount',
    missing: {
      sv: 'Svara om företaget ingår i en koncern.',
      en: 'Answer whether the company is part of a group.',
    },
    zone: 'analytic',
  }),
  group_headcount: decimal({
    label: { sv: 'Koncernens anställda, i årsarbetskrafter', en: 'Staff of the group, in annual work units' },
    short: { sv: 'Koncernens årsarbetskrafter', en: 'Annual work units of the group' },
    hint: {
      sv: 'Hela koncernen inklusive företaget.',
      en: 'The whole group including this company.',
    },
    wanted: 'neededToCount',
    missing: {
      sv: 'Ange koncernens antal årsarbetskrafter.',
      en: 'Enter the group’s number of annual work units.',
    },
    shownWhen: is('in_group', true),
    min: 0,
    max: 1_000_000,
    decimals: 2,
    zone: 'analytic',
  }),
  group_turnover_msek: decimal({
    label: { sv: 'Koncernens omsättning', en: 'Turnover of the group' },
    hint: wholeGroupInMillions,
    wanted: 'optional',
    shownWhen: is('in_group', true),
    min: 0,
    max: groupMax,
    decimals: 2,
    unit: millionKronor,
    zone: 'confidential',
  }),
  group_balance_msek: decimal({
    label: { sv: 'Koncernens balansomslutning', en: 'Balance sheet total of the group' },
    hint: wholeGroupInMillions,
    wanted: 'optional',
    shownWhen: is('in_group', true),
    min: 0,
    max: groupMax,
    decimals: 2,
    unit: millionKronor,
    zone: 'confidential',
  }),
};
