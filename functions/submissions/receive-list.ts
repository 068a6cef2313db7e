import type { Envelope } from '../../forms/derived/item.ts';
import { isList, rowsTyped } from '../../forms/derived/list-page.ts';
import type { Values } from '../../forms/grammar/reading.ts';
import { atMost } from '../lambda/at-most.ts';
import { idOfRow } from './ids.ts';
import type { OpenForm } from './open-forms.ts';
import type { Outcome } from './outcome.ts';
import { receive } from './receive.ts';

/** What became of a row of a list, which is a submission of its own. */
export interface ReceivedRow {
  readonly id: string;
  /** What was typed in it, as it was read. */
  readonly answers: Values;
  readonly outcome: Outcome;
}

/** Enough to hide the store's latency. */
const atOnce = 8;

/** Receives a list that can be read: each row by itself, so that a list may be sent again as a whole. */
export function receiveList(
  found: OpenForm,
  list: string,
  typed: Values,
  envelope: Envelope,
): Promise<ReceivedRow[]> {
  const { form } = found;
  if (!isList(form)) throw new Error('expected a form whose page is a list, got another');
  return atMost(atOnce, rowsTyped(form, typed), async ({ row: number, typed: row }) => {
    // A row keeps its number when one before it is taken away: sent again, it is the same.
    const id = idOfRow(list, Number(number));
    const reading = found.reader.read({ ...row, [form.list.id]: list }, 'page');
    // Nothing was wrong with it a moment ago.
    if ('problems' in reading) throw new Error('expected a row that can be read, got another');
    const { answers } = reading;
    return { id, answers, outcome: await receive({ ...found, id, answers, envelope }) };
  });
}
