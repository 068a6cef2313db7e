// Written by `npm run forms:publish`; do not edit.
import type { Publications } from '../grammar/published.ts';

export const publications: Publications = {
  'evaluation': {
    current: 2,
    load: {
      1: () => import('./evaluation/1.json', { with: { type: 'json' } }),
      2: () => import('./evaluation/2.json', { with: { type: 'json' } }),
    },
    parts: () => import('./evaluation/parts.ts'),
  },
  'follow-up': {
    current: 1,
    load: {
      1: () => import('./follow-up/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./follow-up/parts.ts'),
  },
  'sign-up': {
    current: 1,
    load: {
      1: () => import('./sign-up/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./sign-up/parts.ts'),
  },
  'contact-request': {
    current: 1,
    load: {
      1: () => import('./contact-request/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./contact-request/parts.ts'),
  },
  'needs-request': {
    current: 1,
    load: {
      1: () => import('./needs-request/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./needs-request/parts.ts'),
  },
  'rights-request': {
    current: 1,
    load: {
      1: () => import('./rights-request/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./rights-request/parts.ts'),
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
  'outreach': {
    current: 1,
    load: {
      1: () => import('./outreach/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./outreach/parts.ts'),
  },
  'needs-analysis': {
    current: 2,
    load: {
      1: () => import('./needs-analysis/1.json', { with: { type: 'json' } }),
      2: () => import('./needs-analysis/2.json', { with: { type: 'json' } }),
    },
    parts: () => import('./needs-analysis/parts.ts'),
  },
  'match': {
    current: 1,
    load: {
      1: () => import('./match/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./match/parts.ts'),
  },
  'intervention': {
    current: 1,
    load: {
      1: () => import('./intervention/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./intervention/parts.ts'),
  },
  'process-maturity': {
    current: 1,
    load: {
      1: () => import('./process-maturity/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./process-maturity/parts.ts'),
  },
  'production-analysis': {
    current: 1,
    load: {
      1: () => import('./production-analysis/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./production-analysis/parts.ts'),
  },
  'activity': {
    current: 1,
    load: {
      1: () => import('./activity/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./activity/parts.ts'),
  },
  'participants': {
    current: 2,
    load: {
      1: () => import('./participants/1.json', { with: { type: 'json' } }),
      2: () => import('./participants/2.json', { with: { type: 'json' } }),
    },
    parts: () => import('./participants/parts.ts'),
  },
  'network': {
    current: 1,
    load: {
      1: () => import('./network/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./network/parts.ts'),
  },
  'offer': {
    current: 1,
    load: {
      1: () => import('./offer/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./offer/parts.ts'),
  },
  'method': {
    current: 1,
    load: {
      1: () => import('./method/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./method/parts.ts'),
  },
  'dissemination': {
    current: 1,
    load: {
      1: () => import('./dissemination/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./dissemination/parts.ts'),
  },
  'deliverable': {
    current: 1,
    load: {
      1: () => import('./deliverable/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./deliverable/parts.ts'),
  },
  'economic-outcome': {
    current: 1,
    load: {
      1: () => import('./economic-outcome/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./economic-outcome/parts.ts'),
  },
  'approval': {
    current: 1,
    load: {
      1: () => import('./approval/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./approval/parts.ts'),
  },
  'rights-case': {
    current: 1,
    load: {
      1: () => import('./rights-case/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./rights-case/parts.ts'),
  },
  'project-settings': {
    current: 1,
    load: {
      1: () => import('./project-settings/1.json', { with: { type: 'json' } }),
    },
    parts: () => import('./project-settings/parts.ts'),
  },
};
