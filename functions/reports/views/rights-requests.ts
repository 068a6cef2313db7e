import type { DeclaredView } from '../views.ts';
import { rootId, viewColumn } from './columns.ts';

/** How many days are left is for whoever asks to say: the lake has no clock. */
export const rightsRequests: DeclaredView = {
  database: 'confidential',
  name: 'rights_requests',
  comment: {
    sv: 'Varje begäran om personuppgifter: när svaret ska ges, och hur långt ärendet har kommit',
    en: 'Each request about personal data: when the answer is due, and how far the case has come',
  },
  columns: [
    rootId,
    viewColumn('request_type', 'string', 'Begäran, kod', 'Request, code'),
    viewColumn(
      'received_on',
      'date',
      'Dagen då begäran kom, i Sverige',
      'The day on which the request came, in Sweden',
    ),
    viewColumn(
      'due_on',
      'date',
      'Sista dagen för svar: en månad efter att begäran kom, tre om tiden förlängdes inom den första',
      'Last day for the answer: one month after the request came, three where it was extended in the first',
    ),
    viewColumn(
      'case_id',
      'string',
      'Id för ärendets post; null: inget ärende är påbörjat',
      'Id of the record of the case; null: no case has been begun',
    ),
    viewColumn('status', 'string', 'Ärendets status, kod', 'Status of the case, code'),
    viewColumn(
      'extended_on',
      'date',
      'Dagen då personen fick veta att svaret dröjer',
      'The day on which the person was told that the answer takes longer',
    ),
    viewColumn('extension_reason', 'string', 'Skäl till förlängd tid', 'Reason for the extension'),
    viewColumn(
      'answered_on',
      'date',
      'Dagen då personen fick svar, också ett avslag',
      'The day on which the person was answered, also by a refusal',
    ),
    viewColumn(
      'answered_late',
      'boolean',
      'Svaret kom efter sista dagen; null: inget svar än',
      'The answer came after the last day; null: no answer yet',
    ),
    viewColumn('refusal_reason', 'string', 'Skäl till avslaget', 'Reason for the refusal'),
  ],
};
