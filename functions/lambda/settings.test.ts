import { expect, test } from 'vitest';
import { settings } from './settings.ts';

test('a setting is read, or has its standard value', () => {
  expect(settings.PORT({ PORT: '0' })).toBe(0);
  expect(settings.PORT({})).toBe(3000);
  expect(settings.CLOCK({})).toBeUndefined();
});

test.each([
  [
    () => settings.SUBMISSIONS_TABLE({}),
    'the setting SUBMISSIONS_TABLE (DynamoDB table of submissions), got nothing',
  ],
  [() => settings.PORT({ PORT: 'http' }), 'the setting PORT'],
  [() => settings.PORT({ PORT: '70000' }), 'got "70000"'],
  [() => settings.CLOCK({ CLOCK: 'tomorrow' }), 'got "tomorrow"'],
  [() => settings.SENDERS({ SENDERS: 'all' }), 'got "all"'],
])('a missing or wrong one is named: %#', (read, sentence) => {
  expect(read).toThrow(sentence);
});
