import type { Answers } from '../../../forms/grammar/form.ts';
import type { offer as form } from '../../../forms/offer.ts';
import { chanceOf } from './chance.ts';
import { after } from './moments.ts';
import { idAt, type Submission, submissionOf } from './submission.ts';

type Offer = Answers<typeof form>;

/** What is offered; the names are made up, and so are the pages. */
const declared: readonly Offer[] = [
  {
    actor: 'almi',
    offer_title: 'Tillväxtlån med rådgivning',
    need_areas: ['finance_investment'],
    cost: 'market',
  },
  {
    actor: 'almi',
    offer_title: 'Samtal om ägarskifte',
    need_areas: ['ownership_succession', 'strategy_business'],
    cost: 'free',
  },
  {
    actor: 'handelskammaren',
    offer_title: 'Exportskola för nya exportörer',
    need_areas: ['export', 'market_sales'],
    size_classes: ['micro', 'small'],
    cost: 'subsidised',
  },
  {
    actor: 'ai_impact_lab',
    offer_title: 'AI på en dag: från fråga till första prov',
    need_areas: ['ai', 'digitalisation'],
    cost: 'free',
    aid_treatment: 'not_aid',
  },
  {
    actor: 'teknikcollege',
    offer_title: 'Yrkesväxling till CNC-operatör',
    need_areas: ['skills_supply', 'skills_development'],
    cost: 'free',
  },
  {
    actor: 'teknikcollege',
    offer_title: 'Kort kurs i mätteknik och ritningsläsning',
    need_areas: ['skills_development', 'quality_certification'],
    cost: 'subsidised',
  },
  {
    actor: 'bro',
    offer_title: 'Lokal och mark: en väg in i kommunen',
    need_areas: ['strategy_business', 'other'],
    cost: 'free',
  },
  {
    actor: 'iuc_natverket',
    offer_title: 'Produktutveckling i liten skala',
    need_areas: ['product_innovation'],
    size_classes: ['micro', 'small', 'medium'],
    cost: 'subsidised',
    aid_treatment: 'de_minimis',
  },
  {
    actor: 'robotlyftet',
    offer_title: 'Automationscheck',
    need_areas: ['automation'],
    size_classes: ['micro', 'small', 'medium'],
    cost: 'subsidised',
    aid_treatment: 'de_minimis',
    valid_from: '2023-01-01',
    valid_to: '2025-12-31',
  },
  {
    actor: 'produktionslyftet',
    offer_title: 'Coach i lean under ett halvår',
    need_areas: ['production_efficiency', 'leadership_org'],
    size_classes: ['small', 'medium'],
    cost: 'subsidised',
  },
  {
    actor: 'mitc',
    offer_title: 'Mentor för kvinnor i industrin',
    need_areas: ['inclusion_recruitment'],
    cost: 'free',
  },
  {
    actor: 'oru',
    offer_title: 'Examensarbete i maskinteknik',
    need_areas: ['product_innovation', 'sust_environment'],
    cost: 'free',
    aid_treatment: 'not_aid',
  },
  {
    actor: 'rise',
    offer_title: 'Testbädd för additiv tillverkning',
    need_areas: ['product_innovation', 'automation'],
    cost: 'market',
  },
  {
    actor: 'region_foretagsstod',
    offer_title: 'Digitaliseringscheck',
    need_areas: ['digitalisation', 'it_security'],
    size_classes: ['micro', 'small'],
    cost: 'subsidised',
    aid_treatment: 'de_minimis',
    valid_from: '2023-06-01',
    valid_to: '2026-06-30',
  },
  {
    actor: 'energikontor',
    offer_title: 'Energikartläggning med åtgärdslista',
    need_areas: ['sust_environment'],
    cost: 'free',
    aid_treatment: 'not_assessed',
  },
  {
    actor: 'arbetsformedlingen',
    offer_title: 'Praktik som prövning',
    need_areas: ['skills_supply', 'sust_social'],
    cost: 'free',
  },
  {
    actor: 'consultant',
    actor_name: 'Tivedens Energikonsult AB',
    actor_organisationsnummer: '559900-0014',
    offer_title: 'Underhållsplan på två dagar',
    need_areas: ['maintenance'],
    cost: 'market',
    contact_url: 'https://example.se/underhall',
  },
  {
    actor: 'other',
    actor_name: 'Tillverkningslotsen Mälardalen ekonomisk förening',
    actor_organisationsnummer: '559900-0022',
    offer_title: 'Robotstart – förstudie på tre dagar',
    need_areas: ['production_efficiency', 'automation'],
    size_classes: ['micro', 'small'],
    cost: 'subsidised',
    aid_treatment: 'de_minimis',
    valid_from: '2025-01-01',
    contact_url: 'https://example.se/robotstart',
  },
];

/** The catalogue of offers, with the id of each. */
export const offers = declared.map((answers, index) => {
  const chance = chanceOf(`offer ${index}`);
  const madeAt = after('2023-04-17', chance, 0, 40);
  return { id: idAt(madeAt, chance), madeAt, answers };
});

export function offersSubmitted(): Submission[] {
  return offers.map(({ id, answers, madeAt }) => submissionOf('offer', id, answers, madeAt));
}
