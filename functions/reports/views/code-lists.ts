import { codeLists, codesTable } from '../../../forms/derived/codes.ts';
import { inBoth } from '../../../forms/derived/dictionary/words.ts';
import type { PublishedForm } from '../../../forms/grammar/published.ts';
import type { View } from '../views.ts';

const columns = codesTable.columns
  .filter(({ name }) => name !== 'list')
  .map(({ name, type, comment }) => ({ name, type, comment: inBoth(comment) }));

/** A view of each code list, called as the list is. */
export function codeListViews(published: readonly (readonly PublishedForm[])[]): View[] {
  return codeLists(published).map(({ list }) => ({
    database: 'open',
    name: list,
    comment: { sv: `Kodlistan ${list}`, en: `The code list ${list}` },
    columns,
    sql: `-- One row per code of the list ${list}, those that can no longer be chosen too.
select ${columns.map(({ name }) => name).join(', ')}
from open.codes
where list = '${list}'
`,
  }));
}
