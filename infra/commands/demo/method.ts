import type { Answers } from '../../../forms/grammar/form.ts';
import type { method as form } from '../../../forms/method.ts';
import { chanceOf } from './chance.ts';
import { noonOf } from './moments.ts';
import { idAt, recordOf, type Submission } from './submission.ts';

type Method = Answers<typeof form> & { readonly ready_on: string };

const owner = 'IUC Industrihubb AB';

/** What the project has made for others to use, as it is now. */
const methods: readonly Method[] = [
  {
    title: 'Ställtidsverkstad på en dag',
    kind: 'method',
    focus_area: 'production_efficiency',
    description:
      'Filma omställningen, sortera momenten i inre och yttre, prova ett nytt sätt samma eftermiddag.',
    version: '2024-1',
    owner,
    licence: 'CC BY 4.0',
    status: 'managed',
    ready_on: '2023-11-20',
    tested_with_n_companies: 9,
  },
  {
    title: 'Räkna hem roboten',
    kind: 'tool',
    focus_area: 'automation',
    description: 'Kalkylblad för korta serier, med fyra färdiga exempel.',
    version: '2024-2',
    owner,
    licence: 'CC BY 4.0',
    status: 'managed',
    ready_on: '2024-02-12',
    tested_with_n_companies: 6,
  },
  {
    title: 'Processmognad PMM-30 med rapportmall',
    kind: 'method',
    focus_area: 'production_efficiency',
    version: '1.0',
    owner,
    status: 'tested',
    ready_on: '2023-09-18',
    tested_with_n_companies: 21,
  },
  {
    title: 'Frukost i verkstaden',
    kind: 'offer',
    focus_area: 'digitalisation',
    owner,
    licence: 'Bara för medlemmar',
    status: 'managed',
    ready_on: '2024-09-02',
    tested_with_n_companies: 14,
  },
  {
    title: 'Mall för digitala arbetsinstruktioner',
    kind: 'template',
    focus_area: 'digitalisation',
    version: '2025-1',
    owner,
    licence: 'CC BY 4.0',
    status: 'tested',
    ready_on: '2025-02-10',
    tested_with_n_companies: 4,
  },
  {
    title: 'OEE på whiteboard',
    kind: 'template',
    focus_area: 'production_efficiency',
    owner,
    licence: 'CC0',
    status: 'tested',
    ready_on: '2025-05-19',
    tested_with_n_companies: 5,
  },
  {
    title: 'Första steget mot NIS2 för underleverantörer',
    kind: 'tool',
    focus_area: 'digitalisation',
    owner,
    status: 'draft',
    ready_on: '2026-04-27',
  },
  {
    title: 'Studieresa med uppdrag',
    kind: 'offer',
    focus_area: 'automation',
    owner,
    status: 'draft',
    ready_on: '2026-06-08',
  },
];

/** Each was a draft first; what was tested or is managed is a correction of it. */
export function methodsSubmitted(): Submission[] {
  return methods.flatMap((now, index) => {
    const { tested_with_n_companies: _, ...rest } = now;
    const at = noonOf(now.ready_on);
    const draft = { at, answers: { ...rest, status: 'draft' } };
    const later = { at: at + 90 * 24 * 3_600_000, answers: now };
    const id = idAt(at, chanceOf(`method ${index}`));
    return recordOf('method', id, now.status === 'draft' ? [draft] : [draft, later]);
  });
}
