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
  'needs-analysis': {
    current: 1,
    load: {
      1: () => import('./needs-analysis/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./needs-analysis/parts.ts'),
  },
  'evaluation': {
    current: 1,
    load: {
      1: () => import('./evaluation/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./evaluation/parts.ts'),
  },
  'contact-request': {
    current: 1,
    load: {
      1: () => import('./contact-request/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./contact-request/parts.ts'),
  },
  'company': {
    current: 1,
    load: {
      1: () => import('./company/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./company/parts.ts'),
  },
  'company-identity': {
    current: 1,
    load: {
      1: () => import('./company-identity/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./company-identity/parts.ts'),
  },
  'contact': {
    current: 1,
    load: {
      1: () => import('./contact/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./contact/parts.ts'),
  },
  'network': {
    current: 1,
    load: {
      1: () => import('./network/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./network/parts.ts'),
  },
  'approval': {
    current: 1,
    load: {
      1: () => import('./approval/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./approval/parts.ts'),
  },
  'sign-up': {
    current: 1,
    load: {
      1: () => import('./sign-up/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./sign-up/parts.ts'),
  },
};
