import { companyKeyOfIt } from './blocks/company.ts';
import { is, some } from './grammar/conditions.ts';
import { requiredWhen } from './grammar/field.ts';
import { form, section } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { code } from './kinds/code.ts';
import { date } from './kinds/date.ts';
import { longText } from './kinds/long-text.ts';
import { approvalVerdicts } from './lists/approval-verdicts.ts';
import { projects } from './lists/projects.ts';
import { longEnough } from './rules/long-enough.ts';

/**
 * The last step before a company counts towards the goal of a project: somebody else than whoever worked with it has looked
 * at it. A company is judged once by each version of a rule; another verdict later is a correction.
 */
export const approval = form({
  id: 'approval',
  title: { sv: 'Godkännande av ett företag', en: 'Approval of a company' },
  intro: {
    sv: 'Här beslutar projektledaren om ett företag ska räknas i projektets mål. Den som beslutar ska inte själv ha arbetat med företaget.',
    en: 'Here the project manager decides whether a company counts towards the goal of the project. Whoever decides must not have worked with the company.',
  },
  send: { staff: ['project_manager'] },
  activityDate: 'decided_on',
  company: 'company_key',
  unique: ['project', 'company_key', 'rule_version'],
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section(
      { sv: 'Vad beslutet gäller', en: 'What the decision is about' },
      {
        ...companyKeyOfIt,
        project: choice(projects, {
          label: { sv: 'Vilket projekt?', en: 'Which project?' },
          short: { sv: 'Projekt', en: 'Project' },
          wanted: 'required',
          missing: { sv: 'Välj projekt.', en: 'Choose a project.' },
          zone: 'analytic',
        }),
        rule_version: code({
          label: { sv: 'Vilken version av regeln gäller?', en: 'Which version of the rule applies?' },
          short: { sv: 'Regelns version', en: 'Version of the rule' },
          hint: {
            sv: 'Regeln som säger när ett företag räknas, till exempel SC-1.0.',
            en: 'The rule that says when a company counts, for example SC-1.0.',
          },
          wanted: 'required',
          missing: { sv: 'Ange regelns version.', en: 'Enter the version of the rule.' },
          pattern: '[A-Z]{2,4}-[0-9]{1,3}\\.[0-9]{1,3}',
          format: {
            sv: 'Skriv regelns namn och version, till exempel SC-1.0.',
            en: 'Enter the name and version of the rule, for example SC-1.0.',
          },
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Beslutet', en: 'The decision' },
      {
        verdict: choice(approvalVerdicts, {
          label: { sv: 'Godkänns företaget?', en: 'Is the company approved?' },
          short: { sv: 'Beslut', en: 'Decision' },
          wanted: 'required',
          missing: { sv: 'Välj om företaget godkänns.', en: 'Choose whether the company is approved.' },
          zone: 'analytic',
        }),
        decided_on: date({
          label: { sv: 'Beslutsdatum', en: 'Date of the decision' },
          hint: {
            sv: 'År-månad-dag, till exempel 2026-09-10.',
            en: 'Year-month-day, for example 2026-09-10.',
          },
          wanted: 'required',
          missing: { sv: 'Ange beslutsdatum.', en: 'Enter the date of the decision.' },
          earliest: '2021-01-01',
          latest: '2099-12-31',
          happened: true,
          zone: 'analytic',
        }),
        reason: longText({
          label: { sv: 'Motivering', en: 'Reason' },
          hint: {
            sv: 'Behövs när företaget inte godkänns, eller godkänns trots att det inte tillhör målgruppen, då med minst 20 tecken. Skriv inga personuppgifter.',
            en: 'Needed when the company is not approved, or is approved although it is not in the target group, then with at least 20 characters. Do not include personal information.',
          },
          wanted: requiredWhen(some(is('verdict', 'approved_override'), is('verdict', 'not_approved'))),
          missing: { sv: 'Skriv en motivering.', en: 'Enter a reason.' },
          max: 1000,
          zone: 'confidential',
        }),
      },
    ),
  ],
  rules: [
    longEnough(
      'reason',
      20,
      { field: 'verdict', values: ['approved_override'] },
      {
        sv: 'Skriv en motivering på minst 20 tecken, som säger varför företaget ändå ska räknas.',
        en: 'Enter a reason of at least 20 characters that says why the company is to count all the same.',
      },
    ),
  ],
});
