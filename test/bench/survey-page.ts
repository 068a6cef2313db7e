import 'survey-core/survey-core.fontless.min.css';
import 'survey-core/i18n/swedish';
import { Model } from 'survey-core';
import { renderSurvey } from 'survey-js-ui';

// What a browser runs to show the form of SurveyJS that is written into the page, with what the link gives.
const written = document.getElementById('survey-form')?.textContent;
const place = document.getElementById('survey');
if (!written || place === null) throw new Error('expected a page with a form and a place for it');
const survey = new Model(JSON.parse(written));
survey.data = Object.fromEntries(new URLSearchParams(location.search));
// It leaves questions out of which it does not understand something, and only tells who asks.
if (survey.jsonErrors?.length) throw new Error(survey.jsonErrors.map(({ message }) => message).join('\n'));
renderSurvey(survey, place);
