import { databases } from '../../../forms/derived/columns.ts';
import type { Lang, Words } from '../../../forms/grammar/words.ts';
import { type Completeness, swedishTime, utc } from './completeness.ts';

/** A part of the statement that goes with a file: sentences, and perhaps a table. */
export interface Section {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly table?: {
    readonly head: readonly string[];
    readonly rows: readonly (readonly (string | number)[])[];
  };
}

const said = {
  sv: {
    what: 'Vad det här är',
    lake: ({ run, asOf, madeAt }: Completeness) =>
      `Starkare industris lager som det var ${swedishTime(asOf)} svensk tid (${utc(asOf)}): körning ${run}. Hämtat ${swedishTime(madeAt)} (${utc(madeAt)}).`,
    zones: (inside: string, outside: string) =>
      `Zoner som är med: ${inside}. Zoner som inte är med: ${outside}.`,
    none: 'ingen',
    personal: 'Personuppgifter (zonen personal) är aldrig med: de exporteras inte.',
    after: 'Radera efter användning',
    erase:
      'Svar som raderas på någons begäran försvinner ur lagret vid nästa export, men inte ur den här filen. Radera den när den är använd, och hämta en ny hellre än att spara en gammal.',
    received: 'Mottaget',
    equation: 'Varje mottaget inskick är gällande, ersatt, raderat eller satt i karantän.',
    noForms: 'Inget har tagits emot ännu.',
    receivedHead: ['Formulär', 'Mottagna', 'Gällande', 'Ersatta', 'Raderade', 'I karantän'],
    stale: (form: string, since: string) =>
      `${form} kunde inte stämmas av och visar ett tidigare läge sedan ${since} svensk tid.`,
    rows: 'Rader',
    rowsHead: ['Tabell', 'Rader i filen', 'Rader i körningen'],
    view: 'vy',
    notes: 'Så är värdena skrivna',
  },
  en: {
    what: 'What this is',
    lake: ({ run, asOf, madeAt }: Completeness) =>
      `The lake of Starkare industri as it was at ${swedishTime(asOf)} Swedish time (${utc(asOf)}): run ${run}. Taken ${swedishTime(madeAt)} (${utc(madeAt)}).`,
    zones: (inside: string, outside: string) =>
      `Zones that are in it: ${inside}. Zones that are not: ${outside}.`,
    none: 'none',
    personal: 'Personal data (the zone personal) is never in it: it is not exported.',
    after: 'Delete after use',
    erase:
      'Answers that are erased at somebody’s request disappear from the lake with the next export, but not from this file. Delete it when it has been used, and take a new one rather than keep an old one.',
    received: 'Received',
    equation: 'Every submission received is current, superseded, erased or quarantined.',
    noForms: 'Nothing has been received yet.',
    receivedHead: ['Form', 'Received', 'Current', 'Superseded', 'Erased', 'Quarantined'],
    stale: (form: string, since: string) =>
      `${form} could not be reconciled and shows an earlier state since ${since} Swedish time.`,
    rows: 'Rows',
    rowsHead: ['Table', 'Rows in the file', 'Rows in the run'],
    view: 'view',
    notes: 'How values are written',
  },
} as const;

/** The completeness statement in one language; `notes` are what the kind of file asks its reader to know. */
export function statement(facts: Completeness, notes: readonly Words[], lang: Lang): Section[] {
  const say = said[lang];
  const outside = databases.filter((each) => !facts.zones.includes(each));
  const named = (zones: readonly string[]) => zones.join(', ') || say.none;
  const forms = [...facts.forms].map(([form, each]) => [
    form,
    each.received,
    each.current,
    each.superseded,
    each.erased,
    each.quarantined,
  ]);
  return [
    {
      title: say.what,
      sentences: [say.lake(facts), say.zones(named(facts.zones), named(outside)), say.personal],
    },
    { title: say.after, sentences: [say.erase] },
    {
      title: say.received,
      sentences: [
        forms.length === 0 ? say.noForms : say.equation,
        ...Object.entries(facts.stale).map(([form, since]) => say.stale(form, swedishTime(since))),
      ],
      ...(forms.length > 0 && { table: { head: say.receivedHead, rows: forms } }),
    },
    {
      title: say.rows,
      sentences: [],
      table: {
        head: say.rowsHead,
        rows: facts.tables.map(({ database, name, rows, inRun }) => [
          `${database}.${name}`,
          rows,
          inRun ?? say.view,
        ]),
      },
    },
    ...(notes.length > 0 ? [{ title: say.notes, sentences: notes.map((note) => note[lang]) }] : []),
  ];
}

/** Both languages as a Markdown document, Swedish first. */
export function statementDocument(facts: Completeness, notes: readonly Words[]): string {
  return (['sv', 'en'] as const)
    .map((lang) =>
      [
        `# ${{ sv: 'Fullständighet', en: 'Completeness' }[lang]}`,
        ...statement(facts, notes, lang).map(inMarkdown),
      ].join('\n\n'),
    )
    .join('\n\n');
}

function inMarkdown({ title, sentences, table }: Section): string {
  const lines = table && [table.head, table.head.map(() => '---'), ...table.rows];
  const rows = lines?.map((row) => `| ${row.join(' | ')} |`).join('\n');
  return [`## ${title}`, ...sentences, ...(rows === undefined ? [] : [rows])].join('\n\n');
}
