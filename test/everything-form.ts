import {
  all,
  answered,
  anyRow,
  atLeast,
  includes,
  is,
  isNot,
  missing,
  some,
} from '../forms/grammar/conditions.ts';
import { requiredWhen } from '../forms/grammar/field.ts';
import { form, section, step } from '../forms/grammar/form.ts';
import { readPublished } from '../forms/grammar/published.ts';
import { choice } from '../forms/kinds/choice.ts';
import { choices } from '../forms/kinds/choices.ts';
import { code } from '../forms/kinds/code.ts';
import { computed } from '../forms/kinds/computed.ts';
import { date } from '../forms/kinds/date.ts';
import { dateTime } from '../forms/kinds/date-time.ts';
import { decimal } from '../forms/kinds/decimal.ts';
import { email } from '../forms/kinds/email.ts';
import { file } from '../forms/kinds/file.ts';
import { integer } from '../forms/kinds/integer.ts';
import { longText } from '../forms/kinds/long-text.ts';
import { matrix } from '../forms/kinds/matrix.ts';
import { money } from '../forms/kinds/money.ts';
import { organisationsnummer } from '../forms/kinds/organisationsnummer.ts';
import { phone } from '../forms/kinds/phone.ts';
import { ranked } from '../forms/kinds/ranked.ts';
import { reference } from '../forms/kinds/reference.ts';
import { rows } from '../forms/kinds/rows.ts';
import { scale } from '../forms/kinds/scale.ts';
import { text } from '../forms/kinds/text.ts';
import { url } from '../forms/kinds/url.ts';
import { yesNo } from '../forms/kinds/yes-no.ts';
import { sumAtLeast } from '../forms/rules/sum-at-least.ts';
import { sum } from '../forms/scores/sum.ts';

const name = (sv: string, en: string) => ({ sv, en });
const missingWords = name('Svara på frågan.', 'Answer the question.');
const free = { wanted: 'optional', zone: 'analytic' } as const;
const needed = { wanted: 'required', missing: missingWords, zone: 'analytic' } as const;

const colours = {
  id: 'colours',
  options: [
    { code: 'red', sv: 'Röd', en: 'Red' },
    { code: 'blue', sv: 'Blå', en: 'Blue' },
  ],
} as const;
const areas = {
  id: 'areas',
  options: [
    { code: 'quality', sv: 'Kvalitet', en: 'Quality' },
    { code: 'energy', sv: 'Energi', en: 'Energy' },
    { code: 'people', sv: 'Människor', en: 'People' },
  ],
} as const;
const notAssessed = { code: 'not_assessed', sv: 'Ej bedömt', en: 'Not assessed' } as const;

/** A form that has every kind, every sort of condition, steps, tables and what is computed: for tests. */
export const everything = form({
  id: 'everything',
  title: name('Allt', 'Everything'),
  intro: name('Ett formulär med allt.', 'A form with everything.'),
  send: 'public',
  activityDate: 'day',
  company: 'company_number',
  soleTrader: is('colour', 'blue'),
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section(name('Ett', 'One'), {
      day: date({ ...needed, label: name('Dag', 'Day'), earliest: '2021-01-01', latest: '2099-12-31' }),
      colour: choice(colours, { ...needed, label: name('Färg', 'Colour') }),
      others: choices(colours, { ...free, label: name('Andra färger', 'Other colours') }),
      title: text({ ...free, label: name('Rubrik', 'Title'), max: 40, zone: 'confidential' }),
      note: longText({
        ...free,
        label: name('Not', 'Note'),
        max: 80,
        zone: 'personal',
        shownWhen: includes('others', 'red'),
      }),
      mail: email({ ...free, label: name('E-post', 'E-mail'), zone: 'personal', wanted: 'optional' }),
      telephone: phone({
        label: name('Telefon', 'Telephone'),
        wanted: requiredWhen(missing('mail')),
        missing: missingWords,
        zone: 'personal',
      }),
      sni: code({
        ...free,
        label: name('SNI', 'SNI'),
        pattern: '[0-9]{2}(\\.[0-9]{3})?',
        format: name('Skriv koden som 25.110.', 'Enter the code as 25.110.'),
      }),
      web: url({ ...free, label: name('Webb', 'Web') }),
    }),
    step(name('Två', 'Two'), {
      n_old: integer({ ...free, label: name('Gamla', 'Old'), min: 0, max: 1000 }),
      n_new: integer({ ...free, label: name('Nya', 'New'), min: 0, max: 1000 }),
      n_all: computed(sum('n_old', 'n_new'), { label: name('Alla', 'All'), zone: 'analytic' }),
      share: decimal({
        ...free,
        label: name('Andel', 'Share'),
        min: 0,
        max: 100,
        decimals: 2,
        shownWhen: all(atLeast('n_old', 1), isNot('colour', 'blue')),
      }),
      cost: money({ ...free, label: name('Kostnad', 'Cost'), min: 0, max: 1_000_000, zone: 'confidential' }),
      moment: dateTime({
        ...free,
        label: name('Tid', 'Time'),
        earliest: '2021-01-01',
        latest: '2099-12-31',
      }),
      sure: yesNo({ ...needed, label: name('Säker?', 'Sure?') }),
      why: text({
        label: name('Varför?', 'Why?'),
        wanted: 'required',
        missing: missingWords,
        max: 40,
        zone: 'confidential',
        shownWhen: all(is('sure', false), some(is('colour', 'red'), answered('web'))),
      }),
      company_number: organisationsnummer({
        ...free,
        label: name('Nummer', 'Number'),
        zone: { company: 'analytic', soleTrader: 'personal' },
      }),
      before: reference('participants', { ...free, label: name('Lista', 'List') }),
      proof: file({
        ...free,
        label: name('Bevis', 'Proof'),
        mediaTypes: ['application/pdf'],
        bytesMax: 1000,
      }),
    }),
    step(name('Tre', 'Three'), {
      state: scale({
        label: name('Läge', 'State'),
        wanted: 'neededToCount',
        missing: missingWords,
        zone: 'analytic',
        from: 0,
        to: 5,
        none: [notAssessed],
      }),
      table: matrix(areas, {
        label: name('Tabell', 'Table'),
        wanted: 'required',
        missing: name('Fyll i tabellen.', 'Fill in the table.'),
        zone: 'analytic',
        item: 'area',
        mandatory: ['quality', 'energy'],
        more: name('Fler', 'More'),
        given: { now: { quality: 'state' } },
        fields: {
          priority: scale({ ...needed, label: name('Prioritet', 'Priority'), from: 0, to: 3 }),
          now: scale({ ...free, label: name('Nuläge', 'Now'), from: 0, to: 5, none: [notAssessed] }),
          words: longText({
            label: name('Beskriv', 'Describe'),
            wanted: 'neededToCount',
            missing: missingWords,
            max: 60,
            zone: 'confidential',
            shownWhen: atLeast('priority', 2),
          }),
        },
      }),
      top: ranked(areas, {
        label: name('Viktigast', 'Most important'),
        wanted: requiredWhen(anyRow('table', is('priority', 3))),
        missing: missingWords,
        zone: 'analytic',
        max: 2,
      }),
      people: rows({
        label: name('Personer', 'People'),
        wanted: 'optional',
        zone: 'analytic',
        rowTitle: name('Person', 'Person'),
        addRow: name('Lägg till person', 'Add person'),
        max: 3,
        fields: {
          name: text({ ...needed, label: name('Namn', 'Name'), max: 40, zone: 'personal' }),
          role: choice(colours, { ...free, label: name('Roll', 'Role') }),
          role_note: text({
            ...free,
            label: name('Om rollen', 'About the role'),
            max: 20,
            zone: 'confidential',
            shownWhen: is('role', 'red'),
          }),
        },
      }),
    }),
  ],
  rules: [sumAtLeast(1, ['n_old', 'n_new'], 'n_new', name('Ange minst en.', 'Give at least one.'))],
});

/** The same as it is published. */
export const publishedEverything = readPublished(JSON.parse(JSON.stringify({ version: 1, ...everything })));

/** Right answers to it, as a program sends them. */
export const rightEverything = {
  day: '2026-09-10',
  colour: 'red',
  others: ['red', 'blue'],
  title: 'Rubrik',
  note: 'Två\nrader',
  mail: 'anna@exempel.se',
  sni: '25.110',
  web: 'https://exempel.se/sida',
  n_old: 2,
  n_new: 1,
  cost: 1200.5,
  moment: '2026-09-10T13:30',
  sure: false,
  why: 'Därför',
  company_number: '556036-0793',
  state: 3,
  table: {
    quality: { priority: 3, words: 'Svår' },
    energy: { priority: 0, now: 'not_assessed' },
    people: { priority: 1, now: 2 },
  },
  top: ['quality', 'people'],
  people: [{ name: 'Anna', role: 'red', role_note: 'Chef' }, { name: 'Bo' }],
} as const;
