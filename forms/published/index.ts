// Written by `npm run forms:publish`; do not edit.
import type { Publications } from '../grammar/published.ts';

export const publications: Publications = {
  'participants': {
    current: 1,
    load: {
      1: () => import('./participants/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./participants/parts.ts'),
  },
};
