import type { sniDivisions } from '../../../forms/lists/sni-divisions.ts';

export interface Sector {
  readonly division: (typeof sniDivisions)['options'][number]['code'];
  /** The whole code, as SNI 2007 has it. */
  readonly sniCode: string;
  /** How many companies in a hundred, about; 0 of what no company is but by the list of companies. */
  readonly weight: number;
  /** What such a company is called. */
  readonly words: readonly string[];
  readonly products: readonly string[];
  readonly summary: readonly string[];
}

/** What is made in the county, by the companies of the demonstration. */
export const sectors: readonly Sector[] = [
  {
    division: '25',
    sniCode: '25.620',
    weight: 20,
    words: ['Mekaniska Verkstad', 'Precisionsteknik', 'Svarv & Fräs', 'Skärteknik'],
    products: [
      'Svarvade och frästa detaljer i stål, rostfritt och aluminium, 1–500 st per serie.',
      'Femaxligt bearbetade komponenter till hydraulik och gruvmaskiner.',
      'Axlar, bussningar och kugghjul efter kundens ritning.',
    ],
    summary: [
      'Legotillverkare med elva CNC-maskiner, de flesta köpta begagnade.',
      'Skärande bearbetning i två skift, på fredagar ett.',
      'Tre kunder står för drygt 70 procent av omsättningen.',
    ],
  },
  {
    division: '25',
    sniCode: '25.110',
    weight: 14,
    words: ['Svets & Smide', 'Plåt', 'Stålbyggnad', 'Svetsteknik'],
    products: [
      'Svetsade ramar, stativ och skyddsräcken.',
      'Laserskuren och kantpressad tunnplåt, monterad och lackerad.',
      'Trappor, balkonger och bärande stål till byggen i Mellansverige.',
    ],
    summary: [
      'Plåt- och svetsverkstad med laser, två kantpressar och en svetsrobot från 2009.',
      'Licensierade svetsare är svåra att hitta, så svetsen avgör leveranstiden.',
      'Certifierade enligt EN 1090 sedan åtta år.',
    ],
  },
  {
    division: '25',
    sniCode: '25.610',
    weight: 5,
    words: ['Ytbehandling', 'Industrilack', 'Härdverkstad'],
    products: [
      'Pulverlack, våtlack och blästring upp till sex meter.',
      'Sätthärdning och seghärdning av ståldetaljer.',
    ],
    summary: [
      'Ytbehandling åt ett trettiotal kunder, nästan alla inom tio mil.',
      'Ugnarna drar mest energi i huset.',
    ],
  },
  {
    division: '24',
    sniCode: '24.510',
    weight: 8,
    words: ['Gjuteri', 'Järngjuteri', 'Precisionsgjuteri'],
    products: [
      'Gjutgods i grå- och segjärn, från ett halvt till 120 kilo.',
      'Handformat gods i små serier till pumpar och ventiler.',
      'Aluminiumgods i kokill, bearbetat och målat.',
    ],
    summary: [
      'Gjuteri sedan 1911, i dag med egen modellverkstad.',
      'Smältningen körs på natten när elen är billigast.',
      'Kassationen varierar mellan tre och nio procent beroende på gods.',
    ],
  },
  {
    division: '22',
    sniCode: '22.290',
    weight: 9,
    words: ['Plast', 'Formsprutning', 'Gummi & Plast'],
    products: [
      'Formsprutade detaljer i teknisk plast till fordon och vitvaror.',
      'Packningar och bälgar i gummi och silikon.',
      'Extruderade profiler i återvunnen plast.',
    ],
    summary: [
      'Fjorton formsprutor, den äldsta från 1994.',
      'En fjärdedel av råvaran är återvunnen, och kunderna frågar efter mer.',
      'Verktygsbytena styr planeringen.',
    ],
  },
  {
    division: '10',
    sniCode: '10.710',
    weight: 8,
    words: ['Bageri', 'Chark', 'Mejeri', 'Grönsaksförädling'],
    products: [
      'Knäckebröd och skorpor på råg från Närkeslätten.',
      'Rökta korvar och påläggschark med svenskt kött.',
      'Färsk ost, gräddfil och smaksatt yoghurt till butik och skolkök.',
    ],
    summary: [
      'Livsmedelsföretag med egen butik och leveranser till butikskedjorna.',
      'Säsongen gör att bemanningen nästan fördubblas före jul.',
      'Spårbarheten sköts på papper och i tre olika Excelfiler.',
    ],
  },
  {
    division: '11',
    sniCode: '11.050',
    weight: 2,
    words: ['Bryggeri', 'Musteri'],
    products: ['Öl på flaska och fat, åtta sorter.', 'Äppelmust, svartvinbärssaft och glögg.'],
    summary: ['Litet bryggeri med besöksverksamhet på somrarna.', 'Tappningen är flaskhalsen.'],
  },
  {
    division: '16',
    sniCode: '16.231',
    weight: 7,
    words: ['Snickeri', 'Trä', 'Såg & Hyvleri'],
    products: [
      'Fönster och dörrar i furu, måttbeställda.',
      'Takstolar och väggelement.',
      'Hyvlade trävaror och lister.',
    ],
    summary: ['Snickerifabrik där varje order är unik.', 'Hyvleriet går i ett skift, kapen i två.'],
  },
  {
    division: '28',
    sniCode: '28.990',
    weight: 8,
    words: ['Maskin', 'Hydraulik', 'Industriteknik', 'Lyftteknik'],
    products: [
      'Specialmaskiner och fixturer till bearbetande industri.',
      'Hydraulcylindrar upp till fyra meter, nya och renoverade.',
      'Lyftverktyg och vakuumok efter behov.',
    ],
    summary: ['Konstruerar, bygger och servar egna maskiner.', 'Två tredjedelar av försäljningen är export.'],
  },
  {
    division: '27',
    sniCode: '27.120',
    weight: 4,
    words: ['Elautomatik', 'Kraftelektronik'],
    products: ['Apparatskåp och ställverk för lågspänning.', 'Kablage och styrskåp till maskinbyggare.'],
    summary: [
      'Bygger skåp från enstaka till serier om femtio.',
      'Materialbristen har lagt sig, men lagret är kvar.',
    ],
  },
  {
    division: '26',
    sniCode: '26.110',
    weight: 3,
    words: ['Elektronik', 'Mätteknik'],
    products: ['Kretskort, ytmonterade och testade.', 'Givare för temperatur och vibration.'],
    summary: ['Två ytmonteringslinor och manuell slutmontering.', 'Alla kort spåras med kod.'],
  },
  {
    division: '31',
    sniCode: '31.090',
    weight: 3,
    words: ['Möbler', 'Inredning'],
    products: ['Stolar och bord i björk till offentlig miljö.', 'Butiks- och köksinredning i små serier.'],
    summary: ['Möbelsnickeri med egen formgivning.', 'Ytbehandlingen är ombyggd till vattenburen lack.'],
  },
  {
    division: '23',
    sniCode: '23.610',
    weight: 3,
    words: ['Betong', 'Stenindustri'],
    products: ['Brunnsringar, kantsten och betongtrappor.', 'Kalksten till golv och fasad.'],
    summary: ['Betongvarufabrik med egen täkt.', 'Kunderna vill veta klimatavtrycket per kvadratmeter.'],
  },
  {
    division: '17',
    sniCode: '17.210',
    weight: 2,
    words: ['Förpackning', 'Wellpapp'],
    products: ['Lådor och inredning i wellpapp.', 'Förpackningar i formpressad massa.'],
    summary: ['Levererar samma dag till industrier i närheten.', 'Stansverktygen lagras på tre ställen.'],
  },
  {
    division: '33',
    sniCode: '33.120',
    weight: 5,
    words: ['Industriservice', 'Underhåll', 'Industrimontage'],
    products: ['Service av traverser, pumpar och transportörer.', 'Renovering av verktygsmaskiner.'],
    summary: ['Åker ut till kunder i hela länet.', 'Tidrapporterna kommer in i veckan efter.'],
  },
  {
    division: '18',
    sniCode: '18.122',
    weight: 2,
    words: ['Tryckeri', 'Etikett'],
    products: ['Etiketter på rulle till livsmedel.', 'Trycksaker och skyltar.'],
    summary: ['Tryckeri som har gått från offset till digitalt.', 'Orderläggningen är fortfarande manuell.'],
  },
  {
    division: '13',
    sniCode: '13.920',
    weight: 2,
    words: ['Textil', 'Väveri'],
    products: ['Sydda skydd och kapell till maskiner.', 'Ylleplädar och möbeltyg.'],
    summary: ['Sömnad i små serier.', 'Den yngsta i fabriken är 52 år.'],
  },
  {
    division: '08',
    sniCode: '08.110',
    weight: 2,
    words: ['Bergtäkt', 'Stenbrott'],
    products: ['Krossat berg i alla fraktioner.', 'Block och skivor av kalksten.'],
    summary: ['Täkt med mobil kross och egen asfaltåtervinning.', 'Tillståndet går ut om några år.'],
  },
  {
    division: 'other',
    sniCode: '46.690',
    weight: 0,
    words: ['Industrihandel', 'Verktygshandel'],
    products: ['Skärverktyg, slipmaterial och förbrukningsvaror till verkstäder.'],
    summary: [
      'Registrerat som partihandel, men kapar, slipar och monterar i egen verkstad.',
      'Lager, slipverkstad och fyra utesäljare.',
    ],
  },
];
