import type { Words } from '../../grammar/words.ts';

/**
 * The English of what the lake says in Swedish of its own tables and columns, and of the columns that a kind adds to
 * a field's. What a field is called stands in both languages in its declaration.
 */
const english: Readonly<Record<string, string>> = {
  'Alla kodlistor: vad varje kod betyder': 'All code lists: what each code means',
  'Alla mottagna inskick och vad som hänt med dem': 'All submissions received and what has happened to them',
  Aktivitetsdatum: 'Date of the activity',
  'Aktivitetsdatum, styr all rapportering': 'Date of the activity, which decides all reporting',
  'Formulärets version': 'Version of the form',
  Formulär: 'Form',
  'Företagsnyckel: organisationsnummer för juridiska personer':
    'Company key: organisationsnummer of legal persons',
  'Går att välja i formulärens nyaste version': 'Can be chosen in the newest version of the forms',
  'Inskickets id': 'Id of the submission',
  Kanal: 'Channel',
  'Kod, som den står i tabellerna': 'Code, as it stands in the tables',
  Kodlista: 'Code list',
  'Mottaget (UTC)': 'Received (UTC)',
  'Månad och skärva i lagret': 'Month and shard in the store',
  'Ordning i listan, från 1': 'Place in the list, from 1',
  'Postens id: det första inskickets': 'Id of the record: that of its first submission',
  'På engelska': 'In English',
  'På svenska': 'In Swedish',
  'Radens nummer, från 1': 'Number of the row, from 1',
  'Referens på kvittot': 'Reference on the receipt',
  Språk: 'Language',
  'Svar som saknas ännu; tills de finns räknas posten inte i någon indikator':
    'Answers that are still missing; until they are there the record counts in no indicator',
  'Företagsnycklar som företaget har haft tidigare': 'Company keys that the company had before',
  'Handläggarens pseudonym': 'Pseudonym of the member of staff',
  'När (UTC)': 'When (UTC)',
  'Postens id': 'Id of the record',
  'Vad: record (en post), correction (för att rätta), search (sökning efter en person eller ett företag)':
    'What: record (a record), correction (to correct it), search (a search for a person or a company)',
  'Vem som har läst personuppgifter, och när': 'Who has read personal data, and when',
  'Varför raden saknas i formulärets tabell': 'Why the row is missing in the form’s table',
  'Projektens första inställningar, och vem som har ägt dem sedan':
    'What the projects began with, and who has owned them since',
  Projekt: 'Project',
  'Gäller från och med; null: från början': 'Valid from; null: from the beginning',
  'Ordinarie verksamhet: det som inget annat projekt rymmer':
    'Ordinary operations: what no other project holds',
  'Projektets namn på svenska': 'Name of the project in Swedish',
  'Projektets namn på engelska': 'Name of the project in English',
  'Projektets första dag': 'First day of the project',
  'Projektets sista dag': 'Last day of the project',
  'Sista dagen för sena uppgifter och godkännanden': 'Last day for late entries and approvals',
  'Mål, antal företag': 'Goal, number of companies',
  'Regelns version': 'Version of the rule',
  Kommuner: 'Municipalities',
  'Branscher i målgruppen': 'Sectors in the target group',
  Fokusområden: 'Focus areas',
  Sökande: 'Applicant',
  'Sökandens organisationsnummer': 'Organisationsnummer of the applicant',
  Projektägare: 'Owner of the project',
  'Projektägarens organisationsnummer': 'Organisationsnummer of the owner',
  Personuppgiftsansvarig: 'Controller of personal data',
  'Regionens beslut': 'Decision of the region',
  'Datum för ERUF-beslutet': 'Date of the decision on ERUF',
  'Ärende-id hos Tillväxtverket': 'Case id at Tillväxtverket',
  'ERUF-beslutet': 'Decision on ERUF',
  'Sista utbetalningen': 'Last payment',
  'Text vid EU-emblemet på svenska': 'Text beside the EU emblem in Swedish',
  'Text vid EU-emblemet på engelska': 'Text beside the EU emblem in English',
  'Integritetstextens version': 'Version of the privacy notice',
  'Projektens första gränser, indikatorer, finansiärer, budgetar och rapporteringsperioder':
    'The first thresholds, indicators, funders, budgets and reporting periods of the projects',
  'parameter, indicator, financier, cost, financing eller reporting_period':
    'parameter, indicator, financier, cost, financing or reporting_period',
  'Vilken gräns, indikator, finansiär, kostnad eller period':
    'Which threshold, indicator, funder, cost or period',
  'År i budgeten; null: alla år': 'Year of the budget; null: all years',
  'Gränsens värde, målvärde, andel i procent eller belopp i kronor':
    'Value of the threshold, target, share in per cent or amount in kronor',
  'Finansiärens högsta belopp i kronor': 'Highest amount of the funder in kronor',
  'Första dagen för finansiären eller perioden': 'First day of the funder or the period',
  'Sista dagen för finansiären eller perioden': 'Last day of the funder or the period',
  'Mottagningsdag i Sverige': 'Day of receipt in Sweden',
  'current, superseded, erased eller quarantined': 'current, superseded, erased or quarantined',
  'SHA-256': 'SHA-256',
  'antal byte': 'number of bytes',
  'antal tecken': 'number of characters',
  filnamn: 'file name',
  kr: 'kr',
  medietyp: 'media type',
  'svensk tid': 'Swedish time',
  'varför värdet saknas': 'why there is no value',
};

/** A Swedish comment of ours in both languages; throws when nobody has said it in English yet. */
export function inBoth(sv: string): Words {
  const en = Object.hasOwn(english, sv) ? english[sv] : undefined;
  if (en === undefined) throw new Error(`expected the comment "${sv}" to have English words, it has none`);
  return { sv, en };
}

/** Words with more words after them, in both languages. */
export function joined(parts: readonly Words[], between: string): Words {
  return {
    sv: parts.map(({ sv }) => sv).join(between),
    en: parts.map(({ en }) => en).join(between),
  };
}
