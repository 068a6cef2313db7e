import type { Answers } from '../../../forms/grammar/form.ts';
import type { rightsRequest as form } from '../../../forms/rights-request.ts';
import { chanceOf } from './chance.ts';
import { after } from './moments.ts';
import { personFrom } from './people.ts';
import { idAt, type Submission, submissionOf } from './submission.ts';

type Request = Answers<typeof form>;

const asked: readonly (Pick<Request, 'request_type' | 'message' | 'identifier'> & { readonly on: string })[] =
  [
    { on: '2024-02-19', request_type: 'access', identifier: 'Jag var med på två frukostseminarier.' },
    {
      on: '2024-05-27',
      request_type: 'erase',
      message: 'Jag har lagt ner min firma och vill inte finnas kvar hos er.',
      identifier: 'Ni ringde mig i maj, om min enskilda firma.',
    },
    {
      on: '2024-11-04',
      request_type: 'rectify',
      message: 'Jag har bytt efternamn och e-post.',
      identifier: 'Jag leder nätverksträffarna för underhåll hos vår arbetsgivare.',
    },
    { on: '2025-03-31', request_type: 'object', message: 'Inga fler inbjudningar, tack.' },
    { on: '2025-09-15', request_type: 'restrict', message: 'Vänta med uppgifterna tills vi har talats vid.' },
    { on: '2026-04-13', request_type: 'portability' },
    { on: '2026-07-31', request_type: 'access', message: 'Jag vill veta allt som ni har om mig.' },
    { on: '2026-08-24', request_type: 'erase', identifier: 'Jag var med på en rundvandring i våras.' },
    { on: '2026-09-07', request_type: 'rectify', message: 'Telefonnumret är inte längre mitt.' },
  ];

/** What people ask about their own data: at least once of each kind. One of them is the erasure that `erased.ts` does. */
export function rightsRequests(): Submission[] {
  return asked.map(({ on, ...request }) => {
    const chance = chanceOf(`rights-request ${on}`);
    const { name, email } = personFrom(chance);
    const answers: Request = { ...request, name, email };
    const madeAt = after(on, chance, 0, 0);
    return submissionOf('rights-request', idAt(madeAt, chance), answers, madeAt);
  });
}
