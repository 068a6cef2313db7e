import { versionCode } from './blocks/version-code.ts';
import { form, section } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { code } from './kinds/code.ts';
import { date } from './kinds/date.ts';
import { approverRoles } from './lists/approver-roles.ts';
import { deliverableKinds } from './lists/deliverable-kinds.ts';
import { projects } from './lists/projects.ts';

/** Something that a project has to have made, and when it was ready. A new version is a record of its own. */
export const deliverable = form({
  id: 'deliverable',
  title: { sv: 'Leverans', en: 'Deliverable' },
  intro: {
    sv: 'Fyll i ett formulär för varje färdig version av det som projektet ska leverera.',
    en: 'Fill in one form for each finished version of what the project has to deliver.',
  },
  send: { staff: ['communication', 'project_manager'] },
  activityDate: 'date',
  unique: ['project', 'kind', 'version'],
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    section(
      { sv: 'Leveransen', en: 'The deliverable' },
      {
        project: choice(projects, {
          label: { sv: 'Vilket projekt?', en: 'Which project?' },
          short: { sv: 'Projekt', en: 'Project' },
          wanted: 'required',
          missing: { sv: 'Välj projekt.', en: 'Choose a project.' },
          zone: 'analytic',
        }),
        kind: choice(deliverableKinds, {
          label: { sv: 'Vad är det som har levererats?', en: 'What has been delivered?' },
          short: { sv: 'Leverans', en: 'Deliverable' },
          wanted: 'required',
          missing: { sv: 'Välj vad som har levererats.', en: 'Choose what has been delivered.' },
          zone: 'analytic',
        }),
        version: code({
          label: { sv: 'Version', en: 'Version' },
          hint: { sv: 'Till exempel 2026-1.', en: 'For example 2026-1.' },
          wanted: 'optional',
          ...versionCode,
          zone: 'analytic',
        }),
        date: date({
          label: { sv: 'Vilken dag blev den färdig?', en: 'On which day was it ready?' },
          short: { sv: 'Datum', en: 'Date' },
          hint: {
            sv: 'År-månad-dag, till exempel 2026-09-10.',
            en: 'Year-month-day, for example 2026-09-10.',
          },
          wanted: 'required',
          missing: { sv: 'Ange vilken dag den blev färdig.', en: 'Enter the day on which it was ready.' },
          earliest: '2021-01-01',
          latest: '2099-12-31',
          happened: true,
          zone: 'analytic',
        }),
        approver_role: choice(approverRoles, {
          label: { sv: 'Vem har godkänt den?', en: 'Who has approved it?' },
          short: { sv: 'Godkänd av', en: 'Approved by' },
          hint: {
            sv: 'Lämna tomt tills den är godkänd.',
            en: 'Leave this empty until it has been approved.',
          },
          wanted: 'optional',
          zone: 'analytic',
        }),
      },
    ),
  ],
  rules: [],
});
