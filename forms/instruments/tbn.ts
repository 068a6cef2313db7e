/**
 * What a needs analysis asks of each area in which a company may need to develop, and which areas everybody is asked
 * about. The IUC network's own question set, TBN (Tillväxt Befintligt Näringsliv), is not public: these are neutral
 * questions that any needs interview can be entered in, and theirs can stand instead.
 */
export const tbn = {
  areas: {
    label: { sv: 'Vad behöver företaget utveckla?', en: 'What does the company need to develop?' },
    short: { sv: 'Utvecklingsområden', en: 'Development areas' },
    hint: {
      sv: 'Gå igenom de sju områdena här. Fler finns längre ner, om de är aktuella.',
      en: 'Go through the seven areas here. There are more further down, if they apply.',
    },
    missing: {
      sv: 'Välj hur stort behovet är i vart och ett av de sju områdena.',
      en: 'Choose how large the need is in each of the seven areas.',
    },
    /** The grant decision's four, and the three dimensions of sustainability. */
    mandatory: [
      'skills_development',
      'production_efficiency',
      'automation',
      'digitalisation',
      'sust_environment',
      'sust_social',
      'sust_economic',
    ],
    more: { sv: 'Fler områden (17)', en: 'More areas (17)' },
  },
  questions: {
    priority: {
      label: { sv: 'Hur stort är behovet?', en: 'How large is the need?' },
      short: { sv: 'Behov', en: 'Need' },
      missing: { sv: 'Välj hur stort behovet är.', en: 'Choose how large the need is.' },
    },
    current_state: {
      label: { sv: 'Hur långt har företaget kommit?', en: 'How far has the company come?' },
      short: { sv: 'Nuläge', en: 'Current state' },
      missing: {
        sv: 'Välj hur långt företaget har kommit.',
        en: 'Choose how far the company has come.',
      },
      ends: {
        low: { sv: 'Inte påbörjat', en: 'Not started' },
        high: { sv: 'Utvecklas ständigt', en: 'Continuously improving' },
      },
    },
    challenge_text: {
      label: { sv: 'Vad är utmaningen?', en: 'What is the challenge?' },
      short: { sv: 'Utmaning', en: 'Challenge' },
      missing: { sv: 'Beskriv utmaningen.', en: 'Describe the challenge.' },
    },
    wants_support: {
      label: { sv: 'Vill företaget ha stöd?', en: 'Does the company want support?' },
      short: { sv: 'Önskan om stöd', en: 'Wish for support' },
      missing: {
        sv: 'Svara om företaget vill ha stöd.',
        en: 'Answer whether the company wants support.',
      },
    },
  },
  top3: {
    label: {
      sv: 'Vilka är de tre viktigaste behoven?',
      en: 'Which are the three most important needs?',
    },
    short: { sv: 'Tre viktigaste behoven', en: 'Three most important needs' },
    hint: {
      sv: 'Välj bland de områden där du har angett ett behov ovan. Finns det färre än tre, välj bara dem.',
      en: 'Choose among the areas where you stated a need above. If there are fewer than three, choose only those.',
    },
    missing: {
      sv: 'Välj minst det viktigaste behovet.',
      en: 'Choose at least the most important need.',
    },
  },
} as const;
