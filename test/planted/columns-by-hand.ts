import type { PublishedField, PublishedForm } from '../../forms/grammar/published.ts';

// What a field's declaration says of its zone, written down a second time: nothing here asks the product's own code
// where a value may go.

const ofEverySubmission = ['submission_id', 'root_id', 'form_version', 'activity_date', 'company_key'];

/** A field's columns, and which of them is free text. */
export function columnsOf([name, field]: readonly [string, PublishedField]) {
  switch (field.kind) {
    case 'rows':
    case 'matrix':
      return [];
    case 'file':
      return ['', '_media_type', '_bytes', '_name'].map((suffix) => ({
        column: name + suffix,
        isFree: suffix === '_name',
      }));
    case 'scale':
      return ['', ...(field.none === undefined ? [] : ['_missing_reason'])].map((suffix) => ({
        column: name + suffix,
        isFree: false,
      }));
    default:
      return [{ column: name, isFree: field.kind === 'text' || field.kind === 'long-text' }];
  }
}

function inZone(
  zone: 'analytic' | 'confidential',
  fields: Record<string, PublishedField>,
  anonymous = false,
) {
  return Object.entries(fields).flatMap((field) => {
    const { zone: declared } = field[1];
    const zones = typeof declared === 'string' ? [declared] : [declared.company, declared.soleTrader];
    return columnsOf(field).flatMap(({ column, isFree }) => [
      ...(zones.includes(zone) && !(isFree && zone === 'analytic') ? [column] : []),
      ...(isFree && zone === 'analytic' && !anonymous ? [`${column}_length`] : []),
    ]);
  });
}

/** The tables of a form in both zones: which columns are in each, sorted. */
export function tablesByHand({ id, anonymous, keys, sections }: PublishedForm): Record<string, string[]> {
  const fields: Record<string, PublishedField> = Object.assign({}, ...sections.map((each) => each.fields));
  const base = anonymous ? ['form_version'] : ofEverySubmission;
  const columnsIn = (all: readonly string[]) => [...new Set(all)].toSorted();
  const own = (['analytic', 'confidential'] as const).flatMap((zone) => [
    [
      `${zone}.${id.replaceAll('-', '_')}`,
      [
        ...base,
        ...(keys ? ['earlier_keys'] : []),
        ...(zone === 'analytic' ? ['missing_to_count'] : []),
        ...inZone(zone, fields, anonymous),
      ],
    ] as const,
    ...Object.entries(fields).flatMap(([name, { fields: cells = {}, items, item }]) => {
      const inRows = inZone(zone, cells);
      const rows = [...base, 'row_no', ...(items && item ? [item] : []), ...inRows];
      return inRows.length === 0 ? [] : [[`${zone}.${id.replaceAll('-', '_')}__${name}`, rows] as const];
    }),
  ]);
  return Object.fromEntries(own.map(([name, all]) => [name, columnsIn(all)]));
}
