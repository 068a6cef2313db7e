import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const terminal = new URL('terminal.ts', import.meta.url).href;
/** A command that says something, goes on when its input ends, and has something to tell by its exit code. */
const command = `
  import { run, say, warn } from '${terminal}';
  await run(async () => {
    say('one');
    await process.stdin.resume().toArray();
    for (const line of ['two', 'three']) say(line);
    warn('four');
    process.exitCode = 7;
  });
`;

test.each([
  ['stdout', 'four\n'],
  ['stderr', ''],
] as const)('a command comes to its end when nobody reads its %s any more', async (unread, warned) => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', command]);
  let text = '';
  child.stderr.on('data', (chunk) => {
    text += chunk;
  });
  await once(child.stdout, 'data');
  child[unread].destroy();
  child.stdin.end();
  expect([await once(child, 'close'), text]).toEqual([[7, null], warned]);
});
