import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestProduct, uuidv7 } from './local-product.ts';
import { type InProcess, startInProcess } from './planted/in-process.ts';
import { itemsOf } from './planted/records.ts';
import { companyForm, nameOf, organisationsnummerOf, registerMany } from './registered-companies.ts';
import { itemsIn } from './serve.ts';

let product: InProcess;
beforeAll(async () => {
  product = await startInProcess();
});
afterAll(() => product?.stop());

const { companySearch } = await import('../functions/submissions/companies.ts');
const { queryOf } = await import('../functions/submissions/company-query.ts');
const { store } = await import('../functions/submissions/table.ts');
const { accessesOn } = await import('../functions/access/log.ts');

const inOrebro = { municipality_code: '1880' };
const withoutNumber = { ...inOrebro, organisationsnummer_missing_reason: 'unknown' };
const soleTrader = { ...inOrebro, organisationsnummer_missing_reason: 'sole_trader' };

/** Sends answers under an id; gives the status. */
async function attempt(id: string, answers: object, supersedes?: string, url = product.url): Promise<number> {
  const response = await fetch(`${url}/v1/forms/company/submissions/${id}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, supersedes, answers }),
  });
  return response.status;
}

/** Sends answers, again when it is told to, as a client does; gives the id. */
async function send(answers: object, supersedes?: string): Promise<string> {
  const id = uuidv7();
  for (;;) {
    const status = await attempt(id, answers, supersedes);
    if (status === 201) return id;
    if (status !== 503) throw new Error(`expected a company to be kept, got ${status}`);
  }
}

const named = (company_name: string, organisationsnummer?: string) =>
  organisationsnummer === undefined
    ? { ...withoutNumber, company_name }
    : { ...inOrebro, company_name, organisationsnummer };

interface Told {
  readonly root_id: string;
  readonly company_key: string;
  readonly earlier_keys?: readonly string[];
  readonly company_name?: string;
}

async function ask(search: string, url = product.url) {
  const response = await fetch(`${url}/v1/companies?search=${encodeURIComponent(search)}`);
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

async function found(search: string): Promise<{ companies: readonly Told[]; more: boolean }> {
  const { status, text } = await ask(search);
  if (status !== 200) throw new Error(`expected companies, got ${status}: ${text}`);
  return JSON.parse(text);
}

const rootsFor = async (search: string) => (await found(search)).companies.map(({ root_id }) => root_id);
const namesFor = async (search: string) =>
  (await found(search)).companies.map(({ company_name }) => company_name);
async function keyFor(root: string): Promise<string> {
  const [item] = await itemsOf(product.env, [root]);
  return String(item?.company_key);
}

describe('a registered company', () => {
  test('is found by the beginning of its name, with and without marks, and by its number, and is told in full', async () => {
    const answers = named('Örebro Ångström & Smide AB', '556036-0793');
    const root = await send(answers);
    const told = {
      root_id: root,
      company_key: '556036-0793',
      organisationsnummer: '556036-0793',
      company_name: 'Örebro Ångström & Smide AB',
      municipality_code: '1880',
      municipality: { sv: 'Örebro', en: 'Örebro' },
      sole_trader: false,
    };
    for (const search of [
      'Örebro Ång',
      'orebro angstrom',
      'smide ANGS',
      '556036-0793',
      '5560360793',
      '556036 07',
      ' 5560360 ',
    ]) {
      expect([search, await found(search)]).toEqual([search, { companies: [told], more: false }]);
    }
    expect(await rootsFor('ngström')).toEqual([]);
    expect(await rootsFor('örebro angstrom hb')).toEqual([]);
  });

  test('is found the moment it is kept, and by its new name the moment it is corrected, not by the old one', async () => {
    for (let round = 0; round < 5; round += 1) {
      const root = await send(named(`Nyfödda Bageriet ${round}`));
      expect(await rootsFor(`nyfödda bageriet ${round}`)).toEqual([root]);
      await send(named(`Omdöpta Bageriet ${round}`), root);
      expect(await rootsFor(`omdöpta bageriet ${round}`)).toEqual([root]);
      expect(await rootsFor(`nyfödda bageriet ${round}`)).toEqual([]);
    }
  });

  test('without a number is found by its key, and by every key that it had', async () => {
    const root = await send(named('Nyckelharpan'));
    const key = await keyFor(root);
    for (const search of [key, key.toLowerCase(), key.replace('-', ''), key.replace('-', ' ')]) {
      expect([search, await rootsFor(search)]).toEqual([search, [root]]);
    }
    expect(await rootsFor('EF-')).toContain(root);
    const second = await send(named('Nyckelharpan AB', '556016-0680'), root);
    await send(named('Nyckelharpan i Örebro AB', '556016-0680'), second);
    for (const search of [key, '556016-0680', 'nyckelharpan i']) {
      expect((await found(search)).companies).toMatchObject([
        { root_id: root, company_key: '556016-0680', earlier_keys: [key] },
      ]);
    }
  });

  test('that fits better comes first; of one name, those of each municipality in turn', async () => {
    const registered = ['Väst Plåt', 'Plåt', 'Plåtslagaren', 'Plåt Åsa', 'Plåt Zeta'];
    for (const name of registered) await send(named(name));
    expect(await namesFor('plåt')).toEqual(['Plåt', 'Plåt Zeta', 'Plåt Åsa', 'Plåtslagaren', 'Väst Plåt']);

    const [one, other] = [
      await send({ ...named('Tvillingen'), municipality_code: '1881' }),
      await send(named('Tvillingen')),
    ];
    expect((await found('tvillingen')).companies).toMatchObject([
      { root_id: other, company_key: await keyFor(other), municipality: { sv: 'Örebro' } },
      { root_id: one, company_key: await keyFor(one), municipality: { sv: 'Kumla' } },
    ]);
  });

  test('whose whole key was typed comes before those whose key or name begins so', async () => {
    const root = await send(named('Sjuan'));
    const key = await keyFor(root);
    const like = await send(named(`${key} och ${key.slice(0, -1)}`));
    expect(await rootsFor(key)).toEqual([root, like]);
  });
});

describe('a company that was entered twice', () => {
  test('is found by what both records are called by, as the one that stays', async () => {
    const [stays, goes, went] = [
      await send(named('Stannar Mek')),
      await send(named('Försvinner Mek')),
      await send(named('Försvann Mek')),
    ];
    await send({ ...named('Försvann Mek'), merged_into: goes }, went);
    await send({ ...named('Försvinner Mek'), merged_into: stays }, goes);
    for (const search of ['försvinner', 'försvann', await keyFor(goes), await keyFor(went), 'stannar']) {
      expect([search, await namesFor(search)]).toEqual([search, ['Stannar Mek']]);
    }
    // It fits three times, and is one company.
    expect(await rootsFor('mek')).toEqual([stays]);
  });
});

describe('a forgotten company', () => {
  const erase = (submission: string) => product.forget({ what: 'erase', form: 'company', submission });

  test('is gone at once, and who gets its number is found by it', async () => {
    const root = await send(named('Glömda Verkstaden', '556074-7569'));
    const current = await send(named('Glömda Verkstan', '556074-7569'), root);
    expect(await rootsFor('glömda')).toEqual([root]);
    await erase(current);
    for (const search of ['glömda', '556074-7569']) expect(await rootsFor(search)).toEqual([]);
    const next = await send(named('Minnesgoda Verkstaden', '556074-7569'));
    expect(await rootsFor('556074-7569')).toEqual([next]);
  });

  test('leads nowhere where another was merged into it', async () => {
    const stays = await send(named('Målet'));
    const goes = await send(named('Omvägen'));
    await send({ ...named('Omvägen'), merged_into: stays }, goes);
    expect(await rootsFor('omvägen')).toEqual([stays]);
    await erase(stays);
    expect(await rootsFor('omvägen')).toEqual([]);
  });

  test('is gone with every correction that came at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      const root = await send(named(`Kapplöpning ${round}`));
      const late = Array.from({ length: 3 }, () => attempt(uuidv7(), named(`Kapplöpare ${round}`), root));
      await Promise.all([erase(root), ...late]);
      expect(await rootsFor('kapplöp')).toEqual([]);
      const items = (await itemsIn(product.env)).filter(
        ({ root_id, answers }) => root_id === root && answers,
      );
      expect(items).toEqual([]);
    }
  });

  test('that is a redacted sole trader is found by key only, without its name', async () => {
    const root = await send({ ...soleTrader, company_name: 'Signe Öbergs Snickeri' });
    const key = await keyFor(root);
    expect(await rootsFor('signe öberg')).toEqual([root]);
    await product.forget({ what: 'redact', form: 'company', submission: root, words: ['Signe Öberg'] });
    expect(await rootsFor('signe')).toEqual([]);
    const { companies } = await found(key);
    expect(companies).toMatchObject([{ root_id: root, company_key: key, sole_trader: true }]);
    expect(companies[0]).not.toHaveProperty('company_name');
  });
});

describe('what a search leaves behind', () => {
  const day = () => new Date().toISOString().slice(0, 10);

  test('is a note for every person whose name it showed, and none for companies', async () => {
    const person = await send({ ...soleTrader, company_name: 'Läsbar Läsare' });
    const company = await send(named('Läsbar Bokhandel'));
    expect((await found('läsbar')).companies).toHaveLength(2);
    const notes = (await accessesOn(day())).filter(({ root_id }) =>
      [person, company].includes(root_id ?? ''),
    );
    expect(notes).toEqual([
      { at: expect.any(Number), who: 'local', what: 'search', form: 'company', root_id: person },
    ]);
  });

  test('is nothing of what may be a personnummer: it is refused, and stands in no log or answer', async () => {
    const before = (await itemsIn(product.env)).length;
    for (const search of ['640823-3234', '19640823 3234', 'Anna 6408233234']) {
      const { status, type, text } = await ask(search);
      expect([status, type]).toEqual([422, 'application/problem+json']);
      expect(JSON.parse(text)).toMatchObject({ code: '422.search-personnummer' });
      expect(text).not.toMatch(/640823|3234/);
    }
    expect((await itemsIn(product.env)).length).toBe(before);
    const log = readFileSync(join(product.dataDir, 'functions.log'), 'utf8');
    expect(log).toContain('"route":"GET /v1/companies","requestId"');
    expect(log).not.toContain('640823');
  });

  test('is no word of any search in a log', async () => {
    await ask('hemligtnamn');
    const log = readFileSync(join(product.dataDir, 'functions.log'), 'utf8');
    expect(log).not.toContain('hemligtnamn');
  });

  test.each(['', ' ', 'x', 'x'.repeat(101)])('is a refusal when %j was asked', async (search) => {
    const { status, text } = await ask(search);
    expect([status, JSON.parse(text).code]).toEqual([422, '422.search']);
  });
});

test('where the clock stands still, a correction is found though it has the time of what it corrects', async () => {
  const moment = '2026-09-10T12:00:00Z';
  const still = await startTestProduct({ CLOCK: moment });
  try {
    const [first, second] = [uuidv7(Date.parse(moment)), uuidv7(Date.parse(moment))];
    const search = async (typed: string) => JSON.parse((await ask(typed, still.url)).text).companies;
    expect(await attempt(first, named('Stillestånd', '556036-0793'), undefined, still.url)).toBe(201);
    expect(await search('stillestånd')).toMatchObject([{ root_id: first }]);
    expect(await attempt(second, named('Rörelse', '556036-0793'), first, still.url)).toBe(201);
    expect(await search('rörelse')).toMatchObject([{ root_id: first }]);
  } finally {
    await still.stop();
  }
});

describe('where staff forms are not open', () => {
  test('there is no search, no page and no link to it', async () => {
    const open = await startTestProduct({ SENDERS: 'public' });
    try {
      const { status, text } = await ask('Saab', open.url);
      expect([status, JSON.parse(text).code]).toEqual([404, '404.1']);
      for (const path of ['/personal/foretag', '/en/personal/foretag']) {
        expect((await fetch(`${open.url}${path}`)).status).toBe(404);
        const body = new URLSearchParams({ search: 'Saab' });
        expect((await fetch(`${open.url}${path}`, { method: 'POST', body })).status).toBe(404);
      }
      expect(await (await fetch(open.url)).text()).not.toContain('/personal/foretag');
    } finally {
      await open.stop();
    }
    expect(await (await fetch(product.url)).text()).toContain('href="/personal/foretag"');
  });
});

describe('among five thousand companies', () => {
  const many = 5000;
  const hourMs = 60 * 60 * 1000;
  const months = 24;
  let calls: string[] = [];
  let beforeCall: (what: string) => void | Promise<void> = () => {};
  afterEach(() => {
    beforeCall = () => {};
  });

  beforeAll(async () => {
    const start = Date.now() - months * 30 * 24 * hourMs;
    const at = (number: number) => start + number * ((months * 30 * 24 * hourMs) / many) - hourMs;
    await registerMany(product.env, { count: many, at });
    for (const whose of ['an export', 'somebody waiting'] as const) {
      store(whose).client.middlewareStack.add(
        (next, { commandName = '' }) =>
          async (args) => {
            const what = commandName.replace(/Command$/, '');
            calls.push(what);
            await beforeCall(what);
            return next(args);
          },
        { step: 'initialize', name: 'countCalls' },
      );
    }
  }, 60_000);

  /** What a search finds, and the calls it took. */
  async function counted(search: ReturnType<typeof companySearch>, typed: string) {
    const query = queryOf(typed);
    if (typeof query === 'string') throw new Error(`expected a query, got ${query}`);
    calls = [];
    const { companies, more } = await search(companyForm, query);
    const count = (name: string) => calls.filter((each) => each === name).length;
    return {
      names: companies.map(({ name }) => name),
      roots: companies.map(({ root }) => root),
      more,
      queries: count('Query'),
      gets: count('GetItem'),
      others: calls.filter((each) => !['Query', 'GetItem'].includes(each)),
    };
  }

  test('the first search reads each month once, later ones what was written since and what they show', async () => {
    const search = companySearch();
    const first = await counted(search, organisationsnummerOf(1234));
    expect(first).toMatchObject({ names: [nameOf(1234)], more: false, others: [] });
    // Pages of claims, and of each of the months; of what is new above, some lies in two months.
    expect(first.queries).toBeLessThan(many / 500 + 2 * (months + 3));
    expect(first.gets).toBe(1);

    const common = { more: true, queries: 1, gets: 20, others: [] };
    const byName = await counted(search, 'svets');
    expect(byName).toMatchObject(common);
    expect(byName.names).toHaveLength(20);
    const byNumber = await counted(search, '55700');
    expect(byNumber).toMatchObject(common);
    const alone = { ...common, names: [nameOf(4999)], more: false, gets: 1 };
    expect(await counted(search, nameOf(4999))).toMatchObject(alone);
    expect(await counted(search, 'finns inte')).toMatchObject({ names: [], queries: 1, gets: 0 });
  });

  test('a change is read once, by each process that searches', async () => {
    const search = companySearch();
    await counted(search, 'svets');
    await send(named('Alldeles Ny'));
    // Whoever is new is read twice: to know it, and to show it.
    expect(await counted(search, 'alldeles ny')).toMatchObject({
      names: ['Alldeles Ny'],
      queries: 1,
      gets: 2,
    });
    expect(await counted(search, 'alldeles ny')).toMatchObject({
      names: ['Alldeles Ny'],
      queries: 1,
      gets: 1,
    });
  });

  test('many at once share one look at the table, and each sees what was kept before it asked', async () => {
    const search = companySearch();
    const asked = Array.from({ length: 20 }, () => counted(search, 'inget sådant'));
    await Promise.all(asked);
    const whole = calls.filter((each) => each === 'Query').length;
    const alone = await counted(companySearch(), 'inget sådant');
    expect(whole).toBe(alone.queries);

    await send(named('Före Tiden'));
    const { promise: goOn, resolve: letGo } = Promise.withResolvers<void>();
    const { promise: looking, resolve: looks } = Promise.withResolvers<void>();
    beforeCall = async (what) => {
      if (what !== 'GetItem') return;
      // It knows what changed, and is about to read that.
      looks();
      await goOn;
    };
    const early = counted(search, 'under tiden');
    await looking;
    await send(named('Under Tiden'));
    const late = counted(search, 'under tiden');
    letGo();
    expect([(await early).names, (await late).names]).toEqual([[], ['Under Tiden']]);
  });

  test('hundreds that are registered together are read once', async () => {
    const search = companySearch();
    await counted(search, 'svets');
    await registerMany(product.env, { from: many, count: 300, at: () => Date.now() });
    const once = await counted(search, nameOf(many + 299));
    expect(once).toMatchObject({ names: [nameOf(many + 299)], gets: 1 });
    expect(once.queries).toBeLessThan(10);
    expect(await counted(search, nameOf(many + 1))).toMatchObject({
      names: [nameOf(many + 1)],
      queries: 1,
      gets: 1,
    });
  });

  test('what is forgotten is no longer known either', async () => {
    const search = companySearch();
    const roots = [
      await send({ ...soleTrader, company_name: 'Vera Minnes Ateljé' }),
      await send({ ...soleTrader, company_name: 'Vera Minnes Butik' }),
    ];
    expect((await counted(search, 'vera minne')).gets).toBeGreaterThan(1);
    const [redacted = '', erased = ''] = roots;
    await product.forget({ what: 'redact', form: 'company', submission: redacted, words: ['Vera Minne'] });
    await product.forget({ what: 'erase', form: 'company', submission: erased });
    expect((await counted(search, 'vera minne')).names).toEqual([]);
    // Nothing is known any more that would have to be read to be passed over.
    expect(await counted(search, 'vera minne')).toMatchObject({ names: [], queries: 1, gets: 0 });
  });

  test('neither is what somebody else got the number of', async () => {
    const search = companySearch();
    const root = await send(named('Vera Var', '556056-6258'));
    expect((await counted(search, 'vera var')).roots).toEqual([root]);
    await product.forget({ what: 'erase', form: 'company', submission: root });
    const next = await send(named('Efterträdaren', '556056-6258'));
    expect((await counted(search, '556056-6258')).roots).toEqual([next]);
    expect(await counted(search, 'vera var')).toMatchObject({ names: [], queries: 1, gets: 0 });
  });

  test('a write that took a minute from its stamp to its end is seen', async () => {
    const search = companySearch();
    await counted(search, 'svets');
    const number = many + 900;
    await registerMany(product.env, { from: number, count: 1, at: () => Date.now() - 60_000 });
    expect((await counted(search, organisationsnummerOf(number))).names).toEqual([nameOf(number)]);
  });

  test('what happens to a company while it is looked for is seen', async () => {
    const search = companySearch();
    const [erased, corrected, fitting, merged, stays] = [
      await send(named('Hastig Borta')),
      await send(named('Hastig Omdöpt')),
      await send(named('Hastig Rättad')),
      await send(named('Hastig Dubblett')),
      await send(named('Hastig Kvar')),
    ];
    await counted(search, 'hastig');
    let happened: Promise<void> | undefined;
    async function happen(): Promise<void> {
      await product.forget({ what: 'erase', form: 'company', submission: erased });
      await send(named('Långsam'), corrected);
      await send(named('Hastig och Rättad'), fitting);
      await send({ ...named('Hastig Dubblett'), merged_into: stays }, merged);
    }
    beforeCall = async (what) => {
      if (what !== 'GetItem') return;
      happened ??= happen();
      await happened;
    };
    expect((await counted(search, 'hastig')).names).toEqual(['Hastig Kvar', 'Hastig och Rättad']);
  });

  test('a look that failed is made again', async () => {
    const search = companySearch();
    for (const failing of ['Query', 'GetItem']) {
      const root = await send(named(`Efter ${failing}`));
      beforeCall = (what) => {
        if (what === failing) throw new Error('so the test wants it');
      };
      const failed = counted(search, `efter ${failing}`);
      await expect(failed).rejects.toThrow('so the test wants it');
      beforeCall = () => {};
      expect((await counted(search, `efter ${failing}`)).roots).toEqual([root]);
    }
  });

  test('a correction whose id is older than every record is read too', async () => {
    const root = await send(named('Gammal Klocka'));
    const old = uuidv7(Date.parse('2021-02-01'));
    expect(await attempt(old, named('Rättad Klocka'), root)).toBe(201);
    expect((await counted(companySearch(), 'rättad klocka')).names).toEqual(['Rättad Klocka']);
  });

  test('no export has seen a claim', async () => {
    expect(await product.exported()).toMatchObject({ shortfalls: [] });
    expect(await product.everywhere()).not.toContain('unique#');
  });
});
