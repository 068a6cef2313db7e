import { codeLists } from '../../../forms/derived/codes.ts';
import type { PublishedForm } from '../../../forms/grammar/published.ts';
import type { View } from '../views.ts';
import { viewColumn } from './columns.ts';

const columns = [
  viewColumn('code', 'string', 'Kod, som den står i tabellerna', 'Code, as it stands in the tables'),
  viewColumn('position', 'int', 'Ordning i listan, från 1', 'Position in the list, from 1'),
  viewColumn('sv', 'string', 'På svenska', 'In Swedish'),
  viewColumn('en', 'string', 'På engelska', 'In English'),
  viewColumn(
    'current',
    'boolean',
    'Går att välja i formulärens nyaste version',
    'Can be chosen in the newest version of the forms',
  ),
];

/** A view of each code list, called as the list is. */
export function codeListViews(published: readonly (readonly PublishedForm[])[]): View[] {
  return codeLists(published).map(({ list }) => ({
    database: 'open',
    name: list,
    comment: { sv: `Kodlistan ${list}`, en: `The code list ${list}` },
    columns,
    sql: `-- One row per code of the list ${list}, those that can no longer be chosen too.
select code, position, sv, en, current
from open.codes
where list = '${list}'
`,
  }));
}
