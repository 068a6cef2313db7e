import type { deliverable } from '../forms/deliverable.ts';
import type { dissemination } from '../forms/dissemination.ts';
import type { economicOutcome } from '../forms/economic-outcome.ts';
import type { Answers } from '../forms/grammar/form.ts';
import type { method } from '../forms/method.ts';
import type { needsRequest } from '../forms/needs-request.ts';
import type { offer } from '../forms/offer.ts';
import type { rightsCase } from '../forms/rights-case.ts';
import type { rightsRequest } from '../forms/rights-request.ts';

/** What the answers name: the key of a company. */
interface References {
  readonly company_key: string;
}

/**
 * Right answers by the form's id, as a program sends them: to every question that can be asked together. Nobody in them
 * exists; the phone numbers are of those that the Swedish Post and Telecom Authority (PTS) keeps for books and films.
 */
export const registerAnswers = {
  'needs-request': (_: References): Answers<typeof needsRequest> => ({
    need_areas: ['automation', 'skills_supply', 'sust_environment'],
    message:
      'Vi betjänar pressen för hand på två skift och hittar inga nya operatörer. Vad kostar en robotcell?',
    use_permission: 'yes_named',
    company_name: 'Bergslagens Pressgods AB',
    organisationsnummer: '559900-0014',
    municipality_code: '1864',
    contact_name: 'Siv Gruvström',
    contact_email: 'siv.gruvstrom@example.se',
    contact_phone: '+46701740635',
    preferred_contact: 'phone',
  }),
  'rights-request': (_: References): Answers<typeof rightsRequest> => ({
    request_type: 'rectify',
    message: 'Jag bytte efternamn i våras. Jag står kvar som Nilsén hos er, men heter Älvdal.',
    name: 'Jon Älvdal',
    email: 'jon.alvdal@example.com',
    phone: '+46701740618',
    identifier: 'Jag var med på workshopen om ställtider i Kumla i mars, för Närkes Lego AB.',
  }),
  'rights-case': ({ rights_request }: { readonly rights_request: string }): Answers<typeof rightsCase> => ({
    rights_request_id: rights_request,
    received_on: '2026-03-12',
    status: 'refused',
    extended_on: '2026-04-08',
    extension_reason: 'Begäran rör närvarolistor från tre år, som måste gås igenom för hand.',
    answered_on: '2026-05-20',
    refusal_reason:
      'Listorna är underlag för stödet och visar vad deltagarna uppgav den dagen. De ska sparas som de är.',
    note: 'Jon Älvdal vill helst bli uppringd på eftermiddagen.',
  }),
  offer: (_: References): Answers<typeof offer> => ({
    actor: 'other',
    actor_name: 'Tillverkningslotsen Mälardalen ekonomisk förening',
    actor_organisationsnummer: '559900-0022',
    offer_title: 'Robotstart – förstudie på tre dagar',
    need_areas: ['production_efficiency', 'automation'],
    size_classes: ['micro', 'small'],
    cost: 'subsidised',
    aid_treatment: 'de_minimis',
    valid_from: '2026-01-01',
    valid_to: '2026-12-31',
    contact_url: 'https://example.se/robotstart',
  }),
  method: (_: References): Answers<typeof method> => ({
    title: 'Ställtidsverkstad på en dag',
    kind: 'method',
    focus_area: 'production_efficiency',
    description:
      'En dag vid maskinen: filma omställningen, sortera momenten i inre och yttre, prova ett nytt sätt samma eftermiddag.\nMallar och filmguide ligger i projektets mapp Metoder.',
    version: '2026-1',
    owner: 'IUC Industrihubb AB',
    licence: 'CC BY 4.0',
    status: 'tested',
    ready_on: '2025-11-18',
    tested_with_n_companies: 7,
    project: 'starkare-industri',
  }),
  dissemination: ({ company_key }: References): Answers<typeof dissemination> => ({
    date: '2026-05-20',
    title: 'Så halverade de ställtiden',
    channel: 'linkedin',
    kind: 'company_case',
    target: ['companies', 'municipal_business_offices', 'public'],
    reach: 2340,
    company_key,
    publication_approval_role: 'owner_ceo',
    publication_approval_date: '2026-05-12',
    publication_approval_text_version: '2026-2',
    eu_emblem_used: true,
    inclusion_checklist_background: true,
    inclusion_checklist_gender: true,
    inclusion_checklist_age: false,
    inclusion_checklist_geography: true,
    project: 'starkare-industri',
  }),
  'economic-outcome': (_: References): Answers<typeof economicOutcome> => ({
    project: 'starkare-industri',
    period_from: '2026-01-01',
    period_to: '2026-03-31',
    costs: {
      egen_personal: { amount_sek: 461574 },
      externa_tjanster: { amount_sek: 158400 },
      resor_logi: { amount_sek: 14870 },
      indirekta: { amount_sek: 69236 },
    },
    financing: {
      region_1_1: { amount_sek: 352040 },
      eruf: { amount_sek: 281632 },
      egna_medel: { amount_sek: 70408 },
    },
    source_ref: 'Huvudbok projekt 1042, januari–mars 2026',
    claimed_on: '2026-04-24',
  }),
  deliverable: (_: References): Answers<typeof deliverable> => ({
    project: 'starkare-industri',
    kind: 'communication_plan',
    version: '2023-1',
    date: '2023-06-15',
    approver_role: 'steering',
  }),
};
