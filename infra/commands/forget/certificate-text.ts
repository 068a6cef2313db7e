import * as z from 'zod/mini';

const words = z.object({ sv: z.string(), en: z.string() });
const certificate = z.object({
  erasure: z.object({
    id: z.string(),
    what: z.enum(['erase', 'redact']),
    form: z.string(),
    root_id: z.string(),
    decided_at: z.int(),
  }),
  submissions: z.int(),
  final: z.boolean(),
  places: z.array(
    z.object({
      place: words,
      status: z.enum(['removed', 'expires', 'kept', 'waiting']),
      at: z.optional(z.string()),
      why: z.optional(words),
    }),
  ),
});
/** What `read-certificates` answers. */
export const certificates = z.array(certificate);

const texts = {
  sv: {
    title: { erase: 'Intyg om radering', redact: 'Intyg om borttagna personuppgifter' },
    decided: 'Beslutat',
    record: 'Post',
    versions: 'Inskick',
    state: { true: 'Slutligt', false: 'Inte slutligt ännu' },
    status: { removed: 'borttaget', expires: 'försvinner', kept: 'kvar', waiting: 'väntar' },
    until: 'till',
  },
  en: {
    title: { erase: 'Certificate of erasure', redact: 'Certificate of removed personal data' },
    decided: 'Decided',
    record: 'Record',
    versions: 'Submissions',
    state: { true: 'Final', false: 'Not final yet' },
    status: { removed: 'removed', expires: 'expires', kept: 'kept', waiting: 'waiting' },
    until: 'until',
  },
} as const;

/** A certificate as lines of text, to be printed or sent to the person. */
export function certificateText(
  { erasure, submissions, final, places }: z.infer<typeof certificate>,
  lang: 'sv' | 'en',
): string {
  const { title, decided, record, versions, state, status: words, until } = texts[lang];
  const lines = places.map(({ place, status, at, why }) => {
    const when = at === undefined ? '' : ` ${status === 'kept' ? `${until} ` : ''}${momentText(at)}`;
    return `- ${place[lang]}: ${words[status]}${when}.${why === undefined ? '' : ` ${why[lang]}`}`;
  });
  return [
    `${title[erasure.what]} ${erasure.id}`,
    `${decided}: ${momentText(new Date(erasure.decided_at).toISOString())}`,
    `${record}: ${erasure.form} ${erasure.root_id} (${versions}: ${submissions})`,
    `${state[final ? 'true' : 'false']}`,
    ...lines,
  ].join('\n');
}

/** A day as it is; a moment as people in Sweden tell it. */
function momentText(iso: string): string {
  if (!iso.includes('T')) return iso;
  return new Date(iso).toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' }).slice(0, 16);
}
