import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { withProduct } from '../local/product.ts';
import { certificates, certificateText } from './forget/certificate-text.ts';
import { invoke } from './invoke.ts';
import { run, say, warn } from './terminal.ts';

const usage = `usage: npm run forget -- find                         where a person is named, in every form
       npm run forget -- redact FORM SUBMISSION       removes what in a record is about the person
       npm run forget -- erase FORM SUBMISSION        leaves only that there was a record
       npm run forget -- certificates [ERASURE]       what has become of it in every place
  --reason R         request (the usual one), mistake or retention
  --keep-until DAY   with redact: keeps what it removes as evidence, restricted, until this day (yyyy-mm-dd)
  --lang sv|en       language of the certificate
  --yes              does not ask whether you are sure
find and redact read what the person is called or reached by (name, e-mail address, telephone number) from the
keyboard or a pipe, a line each and an empty one last, so that it stands in no list of commands.`;

const options = z.object({
  reason: z._default(z.enum(['request', 'mistake', 'retention']), 'request'),
  'keep-until': z.optional(z.iso.date()),
  lang: z._default(z.enum(['sv', 'en']), 'sv'),
  yes: z._default(z.boolean(), false),
});
const asked = z.union([
  z.tuple([z.literal('find')]),
  z.tuple([z.enum(['redact', 'erase']), z.string(), z.string()]),
  z.tuple([z.literal('certificates')]),
  z.tuple([z.literal('certificates'), z.string()]),
]);

const found = z.object({
  hits: z.array(
    z.object({ form: z.string(), submission: z.string(), root: z.string(), paths: z.array(z.string()) }),
  ),
  done: z.int(),
  of: z.int(),
  next: z.optional(z.int()),
});
const forgotten = z.nullable(
  z.object({
    erasure: z.string(),
    submissions: z.array(
      z.object({
        id: z.string(),
        paths: z.optional(z.array(z.string())),
        unknownVersion: z.optional(z.literal(true)),
      }),
    ),
  }),
);

type Env = Readonly<Record<string, string>>;

// `npm run forget`: finds a person in everything that is stored, and forgets. Exit code 1: nothing was there to
// forget; 2: the command was not understood.
await run(async () => {
  const read = readArguments();
  if (read === undefined) return;
  const { words: asks, ...given } = read;
  const words = asks ? await readWords() : [];
  await withProduct(({ env }) => answer(env, { ...given, words }));
});

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        reason: { type: 'string' },
        'keep-until': { type: 'string' },
        lang: { type: 'string' },
        yes: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
    if (values.help) return void say(usage);
    const [what, one, submission] = asked.parse(positionals);
    return { what, one, submission, words: what === 'find' || what === 'redact', ...options.parse(values) };
  } catch {
    warn(usage);
    process.exitCode = 2;
    return undefined;
  }
}

type Asked = Omit<NonNullable<ReturnType<typeof readArguments>>, 'words'> & {
  readonly words: readonly string[];
};

async function answer(env: Env, given: Asked): Promise<void> {
  if (given.what === 'find') await find(env, given.words);
  else if (given.what === 'certificates') await show(env, given.one, given.lang);
  else await forget(env, given);
}

async function readWords(): Promise<string[]> {
  const words: string[] = [];
  const lines = createInterface({ input: process.stdin });
  if (process.stdin.isTTY) warn('What is the person called or reached by? A line each, an empty one last.');
  for await (const line of lines) {
    if (line.trim() === '') break;
    words.push(line.trim());
  }
  lines.close();
  if (words.length === 0) throw new Error('expected at least one name, address or number, got none');
  return words;
}

async function find(env: Env, words: readonly string[]): Promise<void> {
  let count = 0;
  for (let from: number | undefined = 0; from !== undefined; ) {
    const part: z.infer<typeof found> = found.parse(await invoke(env, 'find-person', { words, from }));
    for (const { form, submission, root, paths } of part.hits) {
      say(`${form} ${submission}${root === submission ? '' : ` (of ${root})`}: ${paths.join(', ')}`);
    }
    count += part.hits.length;
    warn(`looked through ${part.done} of ${part.of} parts of the table`);
    from = part.next;
  }
  say(count === 0 ? 'nobody of that description' : `${count} submissions`);
}

async function forget(env: Env, given: Asked): Promise<void> {
  const { what, one: form, submission, reason, words, 'keep-until': keep_until } = given;
  if (!given.yes && !(await isSure(`${what} the whole record of ${submission}, in every version?`))) {
    throw new Error('nothing was done');
  }
  const order = what === 'redact' ? { words, keep_until } : {};
  const done = forgotten.parse(
    await invoke(env, 'forget-record', { what, form, submission, reason, ...order }),
  );
  if (done === null) throw new Error(`there is no such record of ${form}`);
  for (const { id, paths, unknownVersion } of done.submissions) {
    const gone = paths === undefined ? 'erased' : paths.length === 0 ? 'names nobody' : paths.join(', ');
    say(`${id}: ${gone}${unknownVersion ? ' (of a version that is not published: all of it)' : ''}`);
  }
  say(`The tables for analysis follow with the next export and sweep: npm run export -- --grace 0`);
  say(`Certificate: npm run forget -- certificates ${done.erasure}`);
}

async function isSure(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Error('expected --yes, where nobody can be asked');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answered = await terminal.question(`${question} It cannot be undone. (yes/no) `);
  terminal.close();
  return answered.trim().toLowerCase() === 'yes';
}

async function show(env: Env, erasure: string | undefined, lang: 'sv' | 'en'): Promise<void> {
  const all = certificates.parse(await invoke(env, 'read-certificates', { erasure }));
  if (all.length === 0) throw new Error('there is no such certificate');
  say(all.map((each) => certificateText(each, lang)).join('\n\n'));
}
