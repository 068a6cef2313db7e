import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { isList } from '../forms/derived/list-page.ts';
import { fieldsOf } from '../forms/grammar/form-parts.ts';
import type { PublishedForm } from '../forms/grammar/published.ts';
import { municipalities } from '../forms/lists/municipalities.ts';
import { publications } from '../forms/published/index.ts';
import { noteAccess } from './access/log.ts';
import { now } from './lambda/clock.ts';
import { formFields, httpHandler, json, problem, type Request, type Response } from './lambda/http.ts';
import { companiesPage } from './site/companies-page.tsx';
import { problemPage } from './site/problem-page.tsx';
import { companySearch, type Found } from './submissions/companies.ts';
import { type Query, queryOf } from './submissions/company-query.ts';
import type { Company } from './submissions/company-records.ts';
import { allOpenForms, mayCorrect, openForm } from './submissions/open-forms.ts';

/** One memory of the companies for programs and people. */
const search = companySearch();

const forPrograms = httpHandler(answerProgram);
const forPeople = httpHandler(answerPerson, problemPage);

/**
 * `GET /v1/companies?search=`, and the page `/personal/foretag`, which shows a search (`GET`) and what it finds
 * (`POST`). For staff: they are there only where the form of companies is open.
 */
export async function handler(event: APIGatewayProxyEventV2, context: Context) {
  return event.routeKey === 'GET /v1/companies' ? forPrograms(event, context) : forPeople(event, context);
}

async function answerProgram({ query }: Request): Promise<Response> {
  const form = await openForm(publications, 'company');
  if (form === undefined) return problem('404.1');
  const asked = queryOf(query.get('search') ?? '');
  if (typeof asked === 'string') return problem(asked);
  const { companies, more } = await find(form, asked);
  return json(200, { companies: companies.map(toldOf), more });
}

async function answerPerson(request: Request): Promise<Response> {
  const { lang } = request;
  const form = await openForm(publications, 'company');
  if (form === undefined) return problemPage('404', lang);
  // Who only opens the page sends nothing.
  if (request.body === '') return companiesPage({ typed: '', lang });
  const fields = formFields(request);
  if ('refused' in fields) return problemPage(fields.refused, lang);
  const typed = new Map(fields.entries).get('search') ?? '';
  const asked = queryOf(typed);
  // What may be a personnummer goes on to no page, not even back to its own.
  if (asked === '422.search-personnummer') return companiesPage({ typed: '', lang }, asked);
  if (asked === '422.search') return companiesPage({ typed, lang }, asked);
  const { companies, more } = await find(form, asked);
  const forms = await formsAbout();
  const shown = companies.map((company) => ({
    ...company,
    municipality: municipalityOf(company),
    // A key of ours is no organisationsnummer.
    forms: forms.filter(({ kind }) => kind === 'company-key' || company.organisationsnummer === company.key),
  }));
  return companiesPage({ typed, lang }, { companies: shown, more });
}

/** The forms for staff that are about one company: by the field that asks for it, and its kind. */
async function formsAbout() {
  const forms = (await allOpenForms(publications)).filter((form) => mayCorrect(form) && !isList(form));
  return forms.flatMap((form) => {
    const [, field] = fieldsOf(form).find(([name]) => name === form.company) ?? [];
    const { company } = form;
    return field === undefined || company === undefined || form.keys !== undefined
      ? []
      : [{ form, company, kind: field.kind }];
  });
}

/** Finds companies; that a name is read which is about a person is noted before it is shown. */
async function find(form: PublishedForm, query: Query): Promise<Found> {
  const found = await search(form, query);
  const people = found.companies.filter(({ isAboutPerson }) => isAboutPerson);
  const note = { at: now(), who: 'local', what: 'search', form: form.id } as const;
  await Promise.all(people.map(({ root }) => noteAccess({ ...note, root_id: root })));
  return found;
}

function toldOf(company: Company) {
  const { root, key, earlierKeys, organisationsnummer, name, municipality, isAboutPerson } = company;
  return {
    root_id: root,
    company_key: key,
    earlier_keys: earlierKeys.length === 0 ? undefined : earlierKeys,
    organisationsnummer,
    company_name: name,
    municipality_code: municipality,
    municipality: municipalityOf(company),
    sole_trader: isAboutPerson,
  };
}

function municipalityOf({ municipality }: Company) {
  const { sv, en } = municipalities.options.find(({ code }) => code === municipality) ?? {
    sv: municipality,
    en: municipality,
  };
  return { sv, en };
}
