import { describe, expect, test } from 'vitest';
import { eligible, v1 } from './eligible.ts';

const fields = {
  sni: ['sni', 'second'],
  municipality: 'place',
  category: 'category',
  override: 'override',
} as const;
const settings = eligible(fields, { divisions: ['05', '09', '10', '33'], municipalities: ['1880', '1814'] });

describe('eligible@1', () => {
  test.each([
    ['manufacturing in the county', { sni: '10', place: '1880' }, true],
    ['extraction in the county', { sni: '05', place: '1814' }, true],
    ['a whole code', { sni: '33.120', place: '1880' }, true],
    ['a code without its point', { sni: '10110', place: '1880' }, true],
    ['neither code is of ours', { sni: '46', second: '62.010', place: '1880' }, false],
    ['the secondary code is manufacturing', { sni: '46', second: '10.110', place: '1880' }, true],
    ['the main code is manufacturing', { sni: '10', second: '46', place: '1880' }, true],
    ['another sector', { sni: '46', place: '1880' }, false],
    ['no sector of ours', { sni: 'other', place: '1880' }, false],
    ['outside the county', { sni: '10', place: '9999' }, false],
    ['the project’s own staff', { sni: '10', place: '1880', category: 'project_staff' }, false],
    ['an industry company', { sni: '10', place: '1880', category: 'industry_company' }, true],
    ['decided by somebody', { sni: '46', place: '9999', override: true }, true],
    ['decided by somebody, of what is not known', { override: true }, true],
    ['not decided by anybody', { sni: '46', place: '1880', override: false }, false],
    ['not decided against', { sni: '10', place: '1880', override: false }, true],
    ['the sector is not known', { place: '1880' }, undefined],
    ['the municipality is not known', { sni: '10' }, undefined],
    ['nothing is known', {}, undefined],
    ['the sector rules it out, wherever it is', { sni: '46' }, false],
    ['the place rules it out, whatever it makes', { place: '9999' }, false],
  ])('%s', (_, answers, value) => {
    expect(v1(answers, settings)).toBe(value);
  });
});
