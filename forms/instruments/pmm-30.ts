/**
 * PMM-30: the project's own process-maturity measurement, ten dimensions of three statements. The scale is the
 * capability levels of ISO/IEC 33020:2019; the statements are the project's own wording, of lean and TPM practice, PPA
 * (Productivity Potential Assessment) level 3 and the dimensions of SIRI (Smart Industry Readiness Index), so that nobody
 * has to license it. Another question set of the same shape can stand instead.
 */
export const pmm30 = {
  version: 'pmm30-1.0',
  name: { sv: 'PMM-30', en: 'PMM-30' },
  scale: {
    from: 0,
    to: 5,
    labels: {
      0: { sv: 'Finns inte', en: 'Does not exist' },
      1: { sv: 'Görs ibland, personberoende', en: 'Done sometimes, depends on individuals' },
      2: {
        sv: 'Planeras och följs upp på delar av verksamheten',
        en: 'Planned and followed up in parts of the business',
      },
      3: { sv: 'Dokumenterat arbetssätt som används överallt', en: 'Documented and used everywhere' },
      4: { sv: 'Mäts och styrs med data', en: 'Measured and controlled by data' },
      5: { sv: 'Förbättras ständigt mot mål', en: 'Continually improved against goals' },
    },
    none: [
      { code: 'na', sv: 'Ej tillämpligt', en: 'Not applicable' },
      { code: 'dk', sv: 'Vet ej', en: 'Don’t know' },
    ],
    doNotKnow: 'dk',
    missing: {
      sv: 'Välj ett steg från 0 till 5, ”Ej tillämpligt” eller ”Vet ej”.',
      en: 'Choose a step from 0 to 5, “Not applicable” or “Don’t know”.',
    },
  },
  dimensions: [
    {
      code: 'd01',
      sv: 'Strategi och ledning',
      en: 'Strategy and leadership',
      statements: [
        {
          code: 'd01q1',
          sv: 'Vi har mål och en plan för hur produktionen ska utvecklas de kommande 2–3 åren',
          en: 'We have goals and a plan for developing production over the next 2–3 years',
        },
        {
          code: 'd01q2',
          sv: 'Ledningen avsätter tid, pengar och ansvariga för utvecklingsarbete',
          en: 'Management allocates time, money and owners for development work',
        },
        {
          code: 'd01q3',
          sv: 'Mål bryts ned till team och följs upp regelbundet',
          en: 'Goals are broken down to teams and followed up regularly',
        },
      ],
    },
    {
      code: 'd02',
      sv: 'Standardiserat arbetssätt',
      en: 'Standardised work',
      statements: [
        {
          code: 'd02q1',
          sv: 'Arbetssätten i produktionen är beskrivna och följs av alla',
          en: 'Working methods in production are described and followed by all',
        },
        {
          code: 'd02q2',
          sv: 'Ordning och reda (t.ex. 5S) upprätthålls och kontrolleras',
          en: 'Order (e.g. 5S) is maintained and audited',
        },
        {
          code: 'd02q3',
          sv: 'Omställningar görs enligt en standard och med mätt tid (t.ex. SMED)',
          en: 'Changeovers follow a standard with measured time (e.g. SMED)',
        },
      ],
    },
    {
      code: 'd03',
      sv: 'Flöde, planering och ledtid',
      en: 'Flow, planning and lead time',
      statements: [
        {
          code: 'd03q1',
          sv: 'Order planeras mot känd kapacitet och känd flaskhals',
          en: 'Orders are planned against known capacity and a known bottleneck',
        },
        {
          code: 'd03q2',
          sv: 'Genomloppstid och produkter i arbete är kända och styrs',
          en: 'Lead time and work in progress are known and controlled',
        },
        {
          code: 'd03q3',
          sv: 'Leveransprecision mäts, både till kund och från leverantör',
          en: 'Delivery precision is measured, both to customers and from suppliers',
        },
      ],
    },
    {
      code: 'd04',
      sv: 'Kvalitet',
      en: 'Quality',
      statements: [
        {
          code: 'd04q1',
          sv: 'Kvaliteten säkras där arbetet utförs (rätt från mig)',
          en: 'Quality is assured where the work is done',
        },
        {
          code: 'd04q2',
          sv: 'Avvikelser registreras och grundorsaken åtgärdas',
          en: 'Deviations are recorded and root causes removed',
        },
        {
          code: 'd04q3',
          sv: 'Kassation och omarbete mäts och minskar',
          en: 'Scrap and rework are measured and decreasing',
        },
      ],
    },
    {
      code: 'd05',
      sv: 'Underhåll och tillgänglighet',
      en: 'Maintenance and availability',
      statements: [
        {
          code: 'd05q1',
          sv: 'Förebyggande underhåll planeras och genomförs',
          en: 'Preventive maintenance is planned and done',
        },
        { code: 'd05q2', sv: 'Operatörer deltar i underhållet', en: 'Operators take part in maintenance' },
        {
          code: 'd05q3',
          sv: 'Stopptid mäts och de största stopporsakerna tas bort',
          en: 'Downtime is measured and its main causes removed',
        },
      ],
    },
    {
      code: 'd06',
      sv: 'Mätning och ständiga förbättringar',
      en: 'Measurement and continuous improvement',
      statements: [
        {
          code: 'd06q1',
          sv: 'Nyckeltal visas och används i daglig styrning',
          en: 'Key figures are visible and used in daily management',
        },
        {
          code: 'd06q2',
          sv: 'Förbättringsförslag samlas in, prioriteras och genomförs',
          en: 'Improvement ideas are collected, prioritised and carried out',
        },
        {
          code: 'd06q3',
          sv: 'Problem löses med en gemensam metod (t.ex. PDCA, A3)',
          en: 'Problems are solved with a common method (e.g. PDCA, A3)',
        },
      ],
    },
    {
      code: 'd07',
      sv: 'Digitalisering',
      en: 'Digitalisation',
      statements: [
        {
          code: 'd07q1',
          sv: 'Affärs- och produktionssystem är kopplade, data skrivs in en gång',
          en: 'Business and production systems are connected, data is entered once',
        },
        {
          code: 'd07q2',
          sv: 'Maskin- och processdata samlas in automatiskt och används för beslut',
          en: 'Machine and process data is collected automatically and used for decisions',
        },
        {
          code: 'd07q3',
          sv: 'Ritningar, instruktioner och rapportering är digitala på arbetsplatsen och skyddade',
          en: 'Drawings, instructions and reporting are digital at the workplace and protected',
        },
      ],
    },
    {
      code: 'd08',
      sv: 'Automation',
      en: 'Automation',
      statements: [
        {
          code: 'd08q1',
          sv: 'Tunga, upprepade eller riskfyllda moment är automatiserade där det lönar sig',
          en: 'Heavy, repetitive or risky tasks are automated where it pays',
        },
        {
          code: 'd08q2',
          sv: 'Vi har ett arbetssätt för att bedöma och räkna på automation',
          en: 'We have a way to assess and calculate automation cases',
        },
        {
          code: 'd08q3',
          sv: 'Vi har egen kompetens att programmera, ställa om och underhålla automatiserad utrustning',
          en: 'We have our own skills to program, set up and maintain automated equipment',
        },
      ],
    },
    {
      code: 'd09',
      sv: 'Kompetens, medarbetare och inkludering',
      en: 'Skills, people and inclusion',
      statements: [
        {
          code: 'd09q1',
          sv: 'Kompetensbehov kartläggs och utbildning planeras',
          en: 'Skills needs are mapped and training is planned',
        },
        {
          code: 'd09q2',
          sv: 'Rekrytering och introduktion görs så att kvinnor och män med olika bakgrund vill börja och stanna',
          en: 'Recruitment and onboarding attract and keep women and men of varied background',
        },
        {
          code: 'd09q3',
          sv: 'Arbetsmiljön följs upp och förbättras tillsammans med medarbetarna',
          en: 'The work environment is followed up and improved together with staff',
        },
      ],
    },
    {
      code: 'd10',
      sv: 'Hållbarhet',
      en: 'Sustainability',
      statements: [
        {
          code: 'd10q1',
          sv: 'Energi- och materialanvändning mäts och minskas (miljö)',
          en: 'Energy and material use is measured and reduced (environmental)',
        },
        {
          code: 'd10q2',
          sv: 'Arbetsvillkor och säkerhet hos oss och leverantörer följs upp (social)',
          en: 'Working conditions and safety, our own and suppliers’, are followed up (social)',
        },
        {
          code: 'd10q3',
          sv: 'Lönsamhet och investeringar bedöms långsiktigt med klimat- och kundkrav (ekonomisk)',
          en: 'Profitability and investments are judged in the long term, including climate and customer demands (economic)',
        },
      ],
    },
  ],
  /** How many statements of a dimension, and how many dimensions, have to have a step for there to be a mean. */
  statementsLeast: 2,
  dimensionsLeast: 8,
  focuses: [
    {
      code: 'focus_pe',
      sv: 'Produktionseffektivisering',
      en: 'Production efficiency',
      dimensions: ['d02', 'd03', 'd04', 'd05', 'd06'],
      least: 4,
    },
    { code: 'focus_dig', sv: 'Digitalisering', en: 'Digitalisation', dimensions: ['d07'], least: 1 },
    { code: 'focus_aut', sv: 'Automation', en: 'Automation', dimensions: ['d08'], least: 1 },
  ],
} as const;
