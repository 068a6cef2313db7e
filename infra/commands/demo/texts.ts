import type { needAreas } from '../../../forms/lists/need-areas.ts';
import type { Chance } from './chance.ts';

type NeedArea = (typeof needAreas)['options'][number]['code'];

/**
 * A free text as people write it: a sentence or two, now and then until the field is full. What its own sentences
 * do not fill then, those of `more` do.
 */
export function textFrom(
  chance: Chance,
  own: readonly string[],
  max: number,
  more: readonly string[] = [],
): string {
  const sentences = chance.weighted([
    [1, 54],
    [2, 30],
    [4, 11],
    [Number.POSITIVE_INFINITY, 5],
  ]);
  const between = chance.weighted([
    [' ', 8],
    ['\n', 1],
    ['\n– ', 1],
  ]);
  const isFull = sentences === Number.POSITIVE_INFINITY;
  const from = [...chance.shuffled(own), ...(isFull ? chance.shuffled(more) : [])];
  let text = '';
  for (const sentence of isFull ? from : from.slice(0, sentences)) {
    const longer = text === '' ? sentence : `${text}${between}${sentence}`;
    if ([...longer].length <= max) text = longer;
  }
  return text;
}

/** What is hard for a company, by need area. */
export const challenges: Readonly<Record<NeedArea, readonly string[]>> = {
  skills_development: [
    'Ställarna lär av varandra, och det som en kan vet ingen annan.',
    'Kunskapen i mätteknik och ritningsläsning behöver höjas hos de nyanställda.',
    'Utbildning hinns inte med när orderingången är ojämn.',
    'Instruktionerna finns bara på svenska, och var tredje operatör behöver dem på ett annat språk.',
    'Två av tre svetsare går i pension inom fem år.',
  ],
  production_efficiency: [
    'Ställtiden i kantpressen är över en timme, så serierna blir större än kunden vill ha.',
    'Flaskhalsen flyttar sig mellan måleri och montering och ingen vet riktigt varför.',
    'Mycket tid går åt till att leta efter verktyg, material och papper.',
    'Kassationen ligger på 6,5 procent och har inte minskat på två år.',
    'Ledtiden är fem veckor, men själva bearbetningen tar mindre än två dagar.',
  ],
  automation: [
    'Svetsroboten står still halva tiden eftersom fixturerna inte passar korta serier.',
    'Tunga lyft vid packningen sliter på folk, men volymerna är för små för en vanlig robotcell.',
    'Ingen vet hur man räknar hem en robot när den ena ordern inte är den andra lik.',
    'Plockningen ur formsprutorna görs för hand på tio av fjorton maskiner.',
  ],
  digitalisation: [
    'Tiderna skrivs på papper och förs in i affärssystemet en vecka senare.',
    'Affärssystemet och lagret talar inte med varandra, så saldot stämmer aldrig.',
    'Maskinerna har data som ingen tittar på.',
    'Ritningar mejlas, skrivs ut och blir gamla på golvet.',
    'Offerter görs i sex olika Excelark.',
  ],
  ai: [
    'Man vill pröva bildanalys i slutkontrollen men har inga märkta bilder.',
    'Några använder chattverktyg i smyg; det behövs en policy och en första nyttig tillämpning.',
  ],
  it_security: [
    'En maskin styrs av en dator med ett operativsystem som inte får uppdateringar.',
    'Säkerhetskopian har aldrig återlästs på prov.',
    'Kunden kräver svar om NIS2, och ingen vet vad som gäller för underleverantörer.',
  ],
  strategy_business: [
    'Ägarna har en bild av framtiden, men den är inte nedskriven.',
    'Företaget säger ja till allt och tjänar pengar på hälften.',
  ],
  market_sales: [
    'Hemsidan är från 2014 och nya kunder hittar inte dit.',
    'En kund står för nästan halva försäljningen.',
    'All försäljning går genom vd.',
  ],
  export: ['Förfrågningar från Norge och Finland blir liggande.', 'Tullpapper och märkning är ett hinder.'],
  leadership_org: [
    'Gruppledarna är duktiga yrkespersoner som aldrig har fått någon ledarutbildning.',
    'Möten börjar sent och slutar utan beslut.',
  ],
  ownership_succession: [
    'Ägaren är 63 och inget av barnen vill ta över.',
    'Två delägare vill sälja, en vill köpa.',
  ],
  finance_investment: [
    'En ny laser kostar mer än en årsomsättning för tio år sedan; banken vill se en kalkyl.',
    'Man känner inte till vilka stöd som finns.',
  ],
  product_innovation: [
    'Den egna produkten är tjugo år gammal.',
    'Prototyper tar månader eftersom de körs mellan orderna.',
  ],
  supply_chain: ['Långa leveranstider på specialstål.', 'Allt köps av tre leverantörer, utan avtal.'],
  quality_certification: [
    'Reklamationerna bokförs men följs inte upp.',
    'Kunden vill se ISO 9001 före årsskiftet.',
    'Mätprotokollen fylls i efteråt.',
  ],
  maintenance: ['Maskiner lagas när de går sönder.', 'En person kan pressen, och han är på semester i juli.'],
  skills_supply: [
    'Inga sökande till jobben som CNC-operatör.',
    'Lärlingar slutar när de är upplärda.',
    'Pendlingen från Örebro går inte ihop med skiften.',
  ],
  work_environment: [
    'Buller och drag vid portarna.',
    'Truckar och gående på samma väg.',
    'Dammet vid slipen är för högt.',
  ],
  inclusion_recruitment: [
    'Omklädningsrum för kvinnor saknas.',
    'Annonserna lockar bara dem som redan är i branschen.',
  ],
  regulation: [
    'CBAM, digitala produktpass och nya maskinförordningen på samma gång.',
    'Kunder skickar enkäter om hållbarhet varje månad.',
  ],
  sust_environment: [
    'Elen är den näst största kostnaden och mäts bara på huvudmätaren.',
    'Tryckluften läcker även när ingen är här.',
    'Kunderna frågar efter klimatavtryck per artikel.',
    'Spill av plast och aluminium säljs billigt i stället för att gå runt.',
  ],
  sust_social: [
    'Sjukfrånvaron är högst på kvällsskiftet.',
    'Få kvinnor söker, och de som börjar slutar oftare.',
    'Underleverantörernas villkor följs inte upp.',
  ],
  sust_economic: [
    'Lönsamheten hänger på två kunder i fordonsindustrin.',
    'Investeringar skjuts upp år efter år.',
    'Efterkalkyl görs bara när något har gått fel.',
  ],
  other: ['Lokalen är för liten, och kommunen har ingen ledig industrimark i närheten.'],
};

/** What goes with any company, to fill a field with. */
export const generally: readonly string[] = [
  'Det här har varit uppe flera gånger, men dagliga problem går före.',
  'Kunnandet finns i huset om det bara får tid.',
  'Ledningen är med, och skyddsombudet också.',
  'Man vill börja i liten skala, i en cell, och sedan sprida det som fungerar.',
  'Tidigare försök rann ut i sanden när den som drev det slutade.',
  'Mål och mätetal saknas, så det är svårt att veta om det blir bättre.',
  'Ett besök hos ett liknande företag skulle ge mer än en kurs.',
  'Det största hindret är tid, det näst största är pengar.',
  'På eftermiddagsskiftet ser det helt annorlunda ut än på dagen.',
  'Åtgärden kostar lite men kräver att alla gör på samma sätt.',
  'Orderboken är full till hösten, därefter är det osäkert.',
  'Gärna tillsammans med grannföretaget, som har samma bekymmer.',
  'Överfulla tidplaner, men också stolthet över det man gör.',
  'Kunden längst bort märker det först.',
  'Följs upp efter sommaren.',
  'Mer om det nästa gång.',
  'Bra stämning.',
];

/** What a company in a sentence or two does, besides what its sector tells. */
export const businessNotes: readonly string[] = [
  'Familjeföretag i tredje generationen.',
  'Nästa generation är på väg in.',
  'Startades 1987 i en lada och har byggts ut fyra gånger.',
  'Hyr lokalen av kommunen men vill köpa.',
  'Nöjda kunder och låg lönsamhet.',
  'Omsättningen har ökat med en tredjedel på två år, antalet anställda med fem.',
  'Har egen produkt vid sidan av legoarbetet, ungefär 15 procent av försäljningen.',
  'Leveranssäkerheten är 82 procent; kunderna förväntar sig 95.',
  'Arbetar i dagskift med en bemannad kväll i veckan.',
  'Medarbetarna är mellan 19 och 71 år.',
];

export const sustainabilityNotes = {
  environment: [
    'Solceller på taket sedan i fjol, men ingen energikartläggning.',
    'Sorterar allt, men vet inte vart det tar vägen.',
    'ISO 14001 sedan länge, fast mest i pärmen.',
    'Har bytt till belysning med lysdioder och tätat tryckluften.',
  ],
  social: [
    'Skyddsrond varje kvartal, och åtgärderna blir gjorda.',
    'Svenska på arbetstid för tre medarbetare.',
    'Vill ha praktikanter från gymnasiet.',
    'Lönekartläggning gjord för första gången.',
  ],
  economic: [
    'Resultatet är plus minus noll två år i rad.',
    'God ekonomi och ingen skuld.',
    'Räknar på en investering om 4,5 miljoner.',
    'Behöver fler ben att stå på.',
  ],
};

export const agreements: readonly string[] = [
  'Vi återkommer med ett förslag på värdeflödesanalys i målningen.',
  'Företaget utser en kontaktperson och samlar in ställtider i två veckor.',
  'Kontakt med Teknikcollege om utbildning i mätteknik.',
  'Anmäler två personer till nästa workshop.',
  'Vi bokar ett besök hos ett företag som har gjort resan.',
  'Energirådgivaren ringer nästa vecka.',
  'Nytt möte efter semestern, gärna på förmiddagen och i verkstaden.',
  'Företaget läser igenom sammanställningen och rättar det som är fel.',
  'Inget mer just nu; företaget hör av sig.',
];

export const listNotes: readonly string[] = [
  'Kom en timme sent på grund av snö.',
  'En deltog digitalt.',
  'Tog med sig två från systerbolaget.',
  'Vill gärna stå värd nästa gång.',
  'Efterregistrerat från papperslista.',
  'Önskar mer om underhåll.',
  'Ändrad lokal i sista stund.',
  'Frågade om robotar till korta serier, återkoppla!',
  'Åkte efter lunchen.',
  'Nya sedan i våras, första gången de är med.',
];

export const evaluationTexts: readonly string[] = [
  'Bra upplägg!',
  'Lite för långt på eftermiddagen.',
  'Mer tid för grupparbete, mindre för bilder.',
  'Föreläsaren var kunnig men pratade för fort.',
  'Det bästa var att höra hur andra gör.',
  'Gärna ett besök i en verkstad nästa gång.',
  'Svårt att hitta parkering.',
  'Kaffet tog slut 😀',
  'Exempel från mindre företag saknades.',
  'Jag hade velat ha materialet i förväg.',
  'Ljudet var dåligt längst bak i lokalen.',
  'Mycket att ta med hem, vi börjar med tavlan vid kantpressen redan på måndag.',
  'Övningen med legobitar var rolig och lärorik.',
  'För grundläggande för oss som redan har hållit på ett tag.',
  'Äntligen någon som kan förklara OEE så att man förstår.',
  'Fler kvinnor på scenen, tack.',
  'Bra att det var så nära, vi slapp åka till Örebro.',
  'Jag saknade en uppföljning: vad hände hos dem som var med förra gången?',
  'Very useful, thank you. More in English would help.',
  'Tiden gick fort.',
  'Maten var god och pauserna lagom.',
  'Nätverkandet gav mer än föredragen.',
  'Ta med fler som arbetar på golvet, inte bara chefer.',
  'Hur går vi vidare?',
];

export const contactMessages: readonly string[] = [
  'Vi vill veta mer om ställtider och 5S.',
  'Kan ni komma ut och titta på vår svetscell?',
  'Jag söker praktik i industrin till hösten.',
  'Vi funderar på en robot men vet inte var vi ska börja.',
  'Vilka stöd finns det för energieffektivisering?',
  'Ring helst efter klockan tre.',
  'Vi skulle vilja vara med i nätverket för produktionsledare.',
  'Tack för en bra dag! Skicka gärna materialet.',
  'Hur blir vi värd för en träff?',
];
