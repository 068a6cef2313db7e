import { afterEach, expect, test, vi } from 'vitest';
import { errorFields, Fault, log } from './log.ts';

afterEach(() => vi.restoreAllMocks());

test('a line is one line of JSON', () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  log('error', 'request failed', { route: 'PUT /x', error: 'Error', stack: 'at a\nat b' });
  const [line] = write.mock.calls[0] ?? [];
  expect(String(line).trimEnd()).not.toContain('\n');
  expect(JSON.parse(String(line))).toMatchObject({
    level: 'error',
    message: 'request failed',
    route: 'PUT /x',
  });
});

test('of an error it tells the class and the place, never the message', () => {
  const { error, stack } = errorFields(new TypeError('cannot read 811228-9874\n    811228-9874'));
  expect(error).toBe('TypeError');
  expect(stack).toContain('log.test.ts');
  expect(`${error}${stack}`).not.toContain('9874');
  expect(errorFields('811228-9874')).toEqual({ error: 'string' });
});

test('a sentence of ours that cannot hold what was sent is logged', () => {
  expect(errorFields(new Fault('expected the setting X, got nothing'))).toMatchObject({
    error: 'Fault',
    sentence: 'expected the setting X, got nothing',
  });
});
