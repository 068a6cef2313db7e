interface Words {
  readonly sv: string;
  readonly en: string;
}

interface Registered {
  readonly status: number;
  /** What happened, the same for every occurrence. */
  readonly title: Words;
  /** What to do about it. */
  readonly detail: Words;
}

/** A page is sent by its own buttons; one that cannot be read was put together by something else. */
const unreadablePage = {
  title: { sv: 'Sidan gick inte att läsa', en: 'The page could not be read' },
  detail: {
    sv: 'Gå tillbaka till formuläret och skicka det igen därifrån.',
    en: 'Go back to the form and send it again from there.',
  },
};

/**
 * Everything foreseeable that a caller is told, by its stable code. The number before the dot is the HTTP
 * status; programs branch on the code, people read the words. A published code never changes its meaning.
 */
export const problems = {
  '400': {
    status: 400,
    title: { sv: 'Begäran går inte att läsa', en: 'The request cannot be read' },
    detail: {
      sv: 'Skicka JSON med version (ett heltal) och answers (ett objekt enligt formulärets JSON Schema).',
      en: 'Send JSON with version (a whole number) and answers (an object as the form’s JSON Schema says).',
    },
  },
  '400.batch': {
    status: 400,
    title: { sv: 'Listan går inte att läsa', en: 'The list cannot be read' },
    detail: {
      sv: 'Skicka { "submissions": [ … ] } med 1 till 100 inskick, vart och ett med id, version och answers.',
      en: 'Send { "submissions": [ … ] } with 1 to 100 submissions, each with id, version and answers.',
    },
  },
  '400.page': {
    status: 400,
    ...unreadablePage,
  },
  '403': {
    status: 403,
    title: { sv: 'Den här adressen är stängd', en: 'This address is closed' },
    detail: { sv: 'Använd tjänstens egen adress.', en: 'Use the address of the service itself.' },
  },
  '404': {
    status: 404,
    title: { sv: 'Sidan finns inte', en: 'There is no such page' },
    detail: { sv: 'Kontrollera adressen.', en: 'Check the address.' },
  },
  '404.1': {
    status: 404,
    title: { sv: 'Formuläret finns inte', en: 'There is no such form' },
    detail: {
      sv: 'Kontrollera adressen, eller se formulären på /v1/forms.',
      en: 'Check the address, or see the forms at /v1/forms.',
    },
  },
  '404.2': {
    status: 404,
    title: { sv: 'Formuläret har ingen sådan version', en: 'The form has no such version' },
    detail: {
      sv: 'Ange en version som är publicerad och inte ersatt sedan mer än 400 dagar; /v1/forms visar den gällande.',
      en: 'Name a version that is published and was not replaced over 400 days ago; /v1/forms shows the current one.',
    },
  },
  '403.correct': {
    status: 403,
    title: { sv: 'Svaret kan inte rättas', en: 'The answer cannot be corrected' },
    detail: {
      sv: 'Formuläret rättas inte av den som har skickat det. Kontakta projektet.',
      en: 'This form is not corrected by whoever sent it. Contact the project.',
    },
  },
  '404.3': {
    status: 404,
    title: { sv: 'Det som ska rättas finns inte', en: 'There is nothing to correct' },
    detail: {
      sv: 'Kontrollera länken. Program anger i supersedes ett inskick av samma formulär som har tagits emot.',
      en: 'Check the link. Programs name in supersedes a submission of the same form that was received.',
    },
  },
  '404.4': {
    status: 404,
    title: { sv: 'Posten finns inte', en: 'There is no such record' },
    detail: {
      sv: 'Ange id för postens första inskick.',
      en: 'Name the id of the first submission of the record.',
    },
  },
  '409.1': {
    status: 409,
    title: {
      sv: 'Ett annat svar har redan tagits emot med samma id',
      en: 'Another answer with the same id has already been received',
    },
    detail: {
      sv: 'Det första svaret är kvar. Skicka det nya med ett nytt id.',
      en: 'The first answer is kept. Send the new one with a new id.',
    },
  },
  '409.2': {
    status: 409,
    title: { sv: 'Det finns en nyare rättelse', en: 'There is a newer correction' },
    detail: {
      sv: 'Läs den gällande versionen (current) och rätta den.',
      en: 'Read the current version (current) and correct that one.',
    },
  },
  '409.4': {
    status: 409,
    title: { sv: 'Posten finns redan', en: 'The record is already there' },
    detail: {
      sv: 'En gällande post har samma uppgifter (current). Rätta den i stället.',
      en: 'A current record has the same details (current). Correct that one instead.',
    },
  },
  '410': {
    status: 410,
    title: { sv: 'Svaret är raderat', en: 'The answer has been erased' },
    detail: { sv: 'Det kan inte skickas igen.', en: 'It cannot be sent again.' },
  },
  '413': {
    status: 413,
    title: { sv: 'Begäran är för stor', en: 'The request is too large' },
    detail: { sv: 'Skicka högst 256 kB åt gången.', en: 'Send at most 256 kB at a time.' },
  },
  '415': {
    status: 415,
    title: { sv: 'Fel innehållstyp', en: 'The wrong content type' },
    detail: {
      sv: 'Skicka med Content-Type: application/json.',
      en: 'Send with Content-Type: application/json.',
    },
  },
  '415.page': {
    status: 415,
    ...unreadablePage,
  },
  '422': {
    status: 422,
    title: { sv: 'Svaren behöver rättas', en: 'The answers need correcting' },
    detail: {
      sv: 'Rätta det som står under problems och skicka igen.',
      en: 'Correct what is listed under problems and send again.',
    },
  },
  '422.id': {
    status: 422,
    title: { sv: 'Id:t är inte en UUIDv7', en: 'The id is not a UUIDv7' },
    detail: {
      sv: 'Gör ett nytt id av typen UUIDv7, med små bokstäver.',
      en: 'Make a new id of the type UUIDv7, in lower case.',
    },
  },
  '422.id-day': {
    status: 422,
    title: { sv: 'Id:t säger mer än dagen', en: 'The id tells more than the day' },
    detail: {
      sv: 'Formuläret är anonymt. Gör ett id vars tid är dygnets början (UTC) och vars rest är slump.',
      en: 'The form is anonymous. Make an id whose time is the start of the day (UTC) and whose rest is random.',
    },
  },
  '422.id-time': {
    status: 422,
    title: { sv: 'Id:t har en orimlig tid', en: 'The id has an unlikely time' },
    detail: {
      sv: 'Id:ts tid ska ligga mellan 2021-01-01 och ett dygn framåt. Ställ klockan och gör ett nytt id.',
      en: 'The time of the id must lie between 2021-01-01 and a day ahead. Set the clock and make a new id.',
    },
  },
  '422.search': {
    status: 422,
    title: { sv: 'Sökningen är för kort eller för lång', en: 'The search is too short or too long' },
    detail: { sv: 'Skriv 2 till 100 tecken.', en: 'Enter 2 to 100 characters.' },
  },
  '422.search-personnummer': {
    status: 422,
    title: {
      sv: 'Sökningen ser ut som ett personnummer',
      en: 'The search looks like a personal identity number',
    },
    detail: { sv: 'Sök på namnet eller EF-nyckeln.', en: 'Search for the name or the EF key.' },
  },
  '500': {
    status: 500,
    title: { sv: 'Något gick fel hos oss', en: 'Something went wrong on our side' },
    detail: {
      sv: 'Försök igen. Samma svar sparas aldrig två gånger.',
      en: 'Try again. The same answer is never kept twice.',
    },
  },
  '503': {
    status: 503,
    title: { sv: 'Vi kan inte spara just nu', en: 'We cannot keep answers right now' },
    detail: {
      sv: 'Försök igen om en stund. Samma svar sparas aldrig två gånger.',
      en: 'Try again in a while. The same answer is never kept twice.',
    },
  },
} as const satisfies Record<string, Registered>;

export type HttpProblemCode = keyof typeof problems;

/** One wrong answer, as the form’s grammar tells it. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
  readonly message: Words;
}

/** A problem as RFC 9457 has it: English for programs’ logs, both languages for people in `message`. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: HttpProblemCode;
  readonly message: Words;
  readonly problems?: readonly FieldProblem[];
  /** With 409.2 and 409.4: the submission that is current, or the record that is there. */
  readonly current?: string;
}

/** The problem with this code, and the answers it is about. */
export function problemDetails(
  code: HttpProblemCode,
  fields: readonly FieldProblem[] = [],
  current?: string,
): ProblemDetails {
  const { status, title, detail } = problems[code];
  return {
    type: `urn:starkare-industri:problem:${code}`,
    title: title.en,
    status,
    detail: detail.en,
    code,
    message: { sv: `${title.sv}. ${detail.sv}`, en: `${title.en}. ${detail.en}` },
    ...(fields.length > 0 && { problems: fields }),
    ...(current !== undefined && { current }),
  };
}
