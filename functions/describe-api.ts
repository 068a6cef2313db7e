import { openApi } from '../forms/derived/openapi.ts';
import { jsonSchemas } from '../forms/kinds/all.ts';
import { publications } from '../forms/published/index.ts';
import { httpHandler, json } from './lambda/http.ts';
import { problemDetails } from './lambda/problems.ts';
import { allOpenForms } from './submissions/open-forms.ts';

/** The first number stands in every path. What is added shows in the document itself. */
const version = '1.0.0';

/** `GET /v1/openapi.json`: this API as OpenAPI 3.1, with every form that is open here. */
export const handler = httpHandler(async () => {
  const forms = await allOpenForms(publications);
  return json(200, openApi({ version, forms, schemas: jsonSchemas, problem: problemDetails }));
});
