import type { approval } from '../forms/approval.ts';
import type { companyIdentity } from '../forms/company-identity.ts';
import type { contact } from '../forms/contact.ts';
import type { Answers } from '../forms/grammar/form.ts';
import type { network } from '../forms/network.ts';
import type { signUp } from '../forms/sign-up.ts';

/** What the answers name: the key of a company, and ids of records. */
interface References {
  readonly company_key: string;
  readonly record: string;
  readonly activity: string;
}

/**
 * Right answers by the form's id, to every question that they ask, as a program sends them. Nobody in them exists; the
 * phone number is one of those that the Swedish Post and Telecom Authority (PTS) keeps for books and films.
 */
export const officeAnswers = {
  'company-identity': ({ company_key, record }: References): Answers<typeof companyIdentity> => ({
    record,
    company_key,
    basis: 'register',
    note: 'Anmälan hade det gamla firmanamnet, numret är detsamma.',
  }),
  contact: ({ company_key }: References): Answers<typeof contact> => ({
    company_key,
    contact_name: 'Åsa Järnfors',
    contact_role: 'production_manager',
    contact_email: 'asa.jarnfors@example.se',
    contact_phone: '+46701740612',
    contact_gender: 'woman',
    handover_basis: 'legit_interest',
    handover_at: '2026-09-10',
    handover_text_version: '2026-1',
    newsletter_consent: true,
  }),
  network: (_: References): Answers<typeof network> => ({
    name: 'Kvinna i industrin i Örebro län',
    network_type: 'women_in_industry_network',
    based_on: 'MITC Kvinna i industrin',
    role_or_question: 'Kvinnor som är chefer, mellanchefer eller projektledare i industrin',
    focus_areas: ['automation', 'cross_cutting'],
    started_on: '2024-02-07',
  }),
  approval: ({ company_key }: References): Answers<typeof approval> => ({
    company_key,
    project: 'starkare-industri',
    rule_version: 'SC-1.0',
    verdict: 'approved_override',
    decided_on: '2026-09-24',
    reason: 'Registrerat som partihandel, men över hälften av omsättningen är egen tillverkning i Kumla.',
  }),
  'sign-up': ({ activity }: References): Answers<typeof signUp> => ({
    activity,
    name: 'Tage Stålnäs',
    email: 'tage.stalnas@example.com',
    company_name: 'Stålnäs Mekaniska',
    organisationsnummer: '559900-0006',
  }),
};
