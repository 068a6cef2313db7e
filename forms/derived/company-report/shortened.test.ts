import { expect, test } from 'vitest';
import { shortened } from './shortened.ts';

test.each([
  ['Kort.', 10, 'Kort.'],
  ['Två  ord\noch fler', 40, 'Två ord och fler'],
  ['Tio tecken', 10, 'Tio tecken'],
  ['Ett ord, och ett till', 14, 'Ett ord, och…'],
  ['Ett ord, och ett till', 12, 'Ett ord…'],
  ['Värmebehandlingsanläggning', 10, 'Värmebeha…'],
  ['På värmebehandlingsanläggningen', 12, 'På värmebeh…'],
  ['🏭🏭🏭🏭🏭', 3, '🏭🏭…'],
])('%j in at most %i characters is %j', (text, max, short) => {
  expect(shortened(text, max)).toBe(short);
});
