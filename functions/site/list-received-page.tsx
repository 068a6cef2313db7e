import { typedCarried } from '../../forms/derived/page.ts';
import { own } from '../../forms/grammar/question.ts';
import type { Values } from '../../forms/grammar/reading.ts';
import { rowShown } from '../../forms/grammar/row-shown.ts';
import { type TypedFields, textOf } from '../../forms/grammar/typed.ts';
import type { Lang, Words } from '../../forms/grammar/words.ts';
import { shows } from '../../forms/kinds/all.ts';
import type { Response } from '../lambda/http.ts';
import { FormElement, framedPage, type Sending } from './form-frame.tsx';
import { href } from './layout.tsx';

const words = {
  stored: { sv: 'Listan är sparad', en: 'The list is kept' },
  partly: { sv: 'En del av listan är inte sparad', en: 'Part of the list is not kept' },
  again: { sv: 'Ändra raderna', en: 'Change the rows' },
  correct: { sv: 'Rätta', en: 'Correct' },
  correctThere: { sv: 'Rätta den som finns', en: 'Correct the one that is there' },
  more: { sv: 'Fyll i fler rader om samma sak', en: 'Fill in more rows about the same' },
  another: { sv: 'Fyll i en lista till', en: 'Fill in another list' },
  intro: {
    sv: 'Det som är sparat ligger kvar. Ändra raderna och skicka igen: inget sparas två gånger.',
    en: 'What is kept stays. Change the rows and send again: nothing is kept twice.',
  },
};

/** What became of a row: kept now, there before, or why not. */
export type RowStatus = 'created' | 'same' | 'other' | 'taken' | { readonly refused: Words };

const statuses: Readonly<Record<'created' | 'same' | 'other' | 'taken', Words>> = {
  created: { sv: 'Sparad', en: 'Kept' },
  same: { sv: 'Fanns redan', en: 'Was there already' },
  other: {
    sv: 'Inte sparad. Raden är redan sparad med andra uppgifter.',
    en: 'Not kept. The row is already kept with other details.',
  },
  taken: {
    sv: 'Inte sparad. Den finns redan i en annan rad eller lista.',
    en: 'Not kept. It is already there in another row or list.',
  },
};

export interface RowShown {
  readonly answers: Values;
  readonly status: RowStatus;
  /** The submission that is there: this one, or another instead of it. */
  readonly there?: string | undefined;
}

/** What became of each row of a list, and the way back to those that were not kept. */
export function listReceivedPage(sending: Sending, typed: TypedFields, rows: readonly RowShown[]): Response {
  const { form, lang } = sending;
  const isWhole = rows.every(isKept);
  const about = linkOf(form, typed);
  const title = isWhole ? words.stored[lang] : words.partly[lang];
  return framedPage(isWhole ? 200 : 409, sending, {
    title,
    otherStep: 'send',
    children: (
      <>
        <h1>{title}</h1>
        <p class="intro">{counted(rows, lang)}</p>
        <FormElement sending={sending}>
          {typedCarried(form, { typed, answers: {}, problems: [], lang })}
          <ol class="received">
            {rows.map((row) => (
              <li class={isKept(row) ? undefined : 'wrong'}>
                <b>{statusOf(row.status)[lang]}</b>
                <p>{rowShown(row.answers, rowsField(sending), lang, shows)}</p>
                {row.there !== undefined && (
                  <p>
                    <a href={href(lang, `/f/${form.id}?supersedes=${row.there}`)}>
                      {(isKept(row) ? words.correct : words.correctThere)[lang]}
                    </a>
                  </p>
                )}
              </li>
            ))}
          </ol>
          {!isWhole && (
            <>
              <p>{words.intro[lang]}</p>
              <p class="buttons">
                <button type="submit" name={own.step} value="edit:1">
                  {words.again[lang]}
                </button>
              </p>
            </>
          )}
        </FormElement>
        {about !== undefined && (
          <p>
            <a href={href(lang, `/f/${form.id}?${about}`)}>{words.more[lang]}</a>
          </p>
        )}
        <p>
          <a href={href(lang, `/f/${form.id}`)}>{words.another[lang]}</a>
        </p>
      </>
    ),
  });
}

function isKept({ status }: RowShown): boolean {
  return status === 'created' || status === 'same';
}

/** What a link says to ask another list about the same record. */
function linkOf({ list }: Sending['form'], typed: TypedFields): string | undefined {
  const { by = '' } = list?.given ?? {};
  const record = textOf(typed[by]);
  return record === '' ? undefined : new URLSearchParams({ [by]: record }).toString();
}

function statusOf(status: RowStatus): Words {
  return typeof status === 'string' ? statuses[status] : status.refused;
}

/** The field whose rows the list asks. */
function rowsField({ form }: Sending) {
  const [field] = form.sections.flatMap(({ fields }) =>
    Object.values(fields).filter(({ kind }) => kind === 'rows'),
  );
  if (field === undefined) throw new Error('expected a form that asks a list, got another');
  return field;
}

/** How many rows each came of; what came of none is not told. */
function counted(rows: readonly RowShown[], lang: Lang): string {
  const count = (test: (status: RowStatus) => boolean) => rows.filter(({ status }) => test(status)).length;
  const kept = count((status) => status === 'created');
  const there = count((status) => status === 'same');
  const counts: readonly (readonly [Words, number])[] = [
    [{ sv: 'Sparade', en: 'Kept' }, kept],
    [{ sv: 'Fanns redan', en: 'There already' }, there],
    [{ sv: 'Inte sparade', en: 'Not kept' }, rows.length - kept - there],
  ];
  return counts.flatMap(([word, number]) => (number === 0 ? [] : `${word[lang]}: ${number}.`)).join(' ');
}
