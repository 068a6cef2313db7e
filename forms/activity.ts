import { anyDay } from './blocks/any-day.ts';
import { clockTime } from './blocks/clock-time.ts';
import { projectOfIt } from './blocks/project.ts';
import { all, is, isNot, missing, some } from './grammar/conditions.ts';
import { form, section, step } from './grammar/form.ts';
import { choice } from './kinds/choice.ts';
import { choices } from './kinds/choices.ts';
import { code } from './kinds/code.ts';
import { date } from './kinds/date.ts';
import { integer } from './kinds/integer.ts';
import { longText } from './kinds/long-text.ts';
import { money } from './kinds/money.ts';
import { organisationsnummer } from './kinds/organisationsnummer.ts';
import { reference } from './kinds/reference.ts';
import { rows } from './kinds/rows.ts';
import { text } from './kinds/text.ts';
import { yesNo } from './kinds/yes-no.ts';
import { activityAidTreatments } from './lists/activity-aid-treatments.ts';
import { activityModes } from './lists/activity-modes.ts';
import { activityStatuses } from './lists/activity-statuses.ts';
import { activityTypes } from './lists/activity-types.ts';
import { attendanceModes } from './lists/attendance-modes.ts';
import { focusAreas } from './lists/focus-areas.ts';
import { municipalities } from './lists/municipalities.ts';
import { photoPolicies } from './lists/photo-policies.ts';
import { supportActors } from './lists/support-actors.ts';
import { sustainabilityDimensions } from './lists/sustainability-dimensions.ts';
import { targetGroups } from './lists/target-groups.ts';
import { endsAfterStart } from './rules/ends-after-start.ts';
import { notAfter } from './rules/not-after.ts';
import { notTogether } from './rules/not-together.ts';

const noNames = { sv: 'Skriv inga personnamn.', en: 'Do not enter names of persons.' };

const isNetworkMeeting = some(
  is('activity_type', 'topic_network'),
  is('activity_type', 'women_in_industry_network'),
);
const wasHeld = is('status', 'held');

/**
 * An activity for several companies, or for people outside industry. Six answers are enough to plan one; without a
 * status it counts in nothing, and once it was held the form asks what only then is known. Who took part stands in
 * participant lists, which name the activity.
 */
export const activity = form({
  id: 'activity',
  title: { sv: 'Aktivitet', en: 'Activity' },
  intro: {
    sv: 'Fyll i det första steget när aktiviteten planeras. Resten kan vänta; det som kan lämnas tomt är märkt.',
    en: 'Fill in the first step when the activity is planned. The rest can wait; what can be left blank is marked.',
  },
  send: { staff: ['industrial_developer', 'project_manager'] },
  activityDate: 'start_date',
  next: 'participants',
  shards: [{ from: '2021-01', count: 1 }],
  sections: [
    step(
      { sv: 'Aktiviteten', en: 'The activity' },
      {
        activity_type: choice(activityTypes, {
          label: { sv: 'Vilken typ av aktivitet är det?', en: 'What type of activity is it?' },
          short: { sv: 'Typ av aktivitet', en: 'Type of activity' },
          wanted: 'required',
          missing: { sv: 'Välj vilken typ av aktivitet det är.', en: 'Choose what type of activity it is.' },
          zone: 'analytic',
        }),
        title: text({
          label: { sv: 'Rubrik', en: 'Title' },
          hint: {
            sv: 'Så som den står i inbjudan, till exempel Korta ställtiderna.',
            en: 'As in the invitation, for example Shorter set-up times.',
          },
          wanted: 'required',
          missing: { sv: 'Skriv aktivitetens rubrik.', en: 'Enter the title of the activity.' },
          max: 150,
          zone: 'confidential',
        }),
        start_date: date({
          label: { sv: 'Vilken dag är den?', en: 'On which day is it?' },
          short: { sv: 'Startdatum', en: 'Start date' },
          wanted: 'required',
          missing: { sv: 'Ange vilken dag aktiviteten är.', en: 'Enter the day of the activity.' },
          ...anyDay,
          happened: wasHeld,
          zone: 'analytic',
        }),
        end_date: date({
          label: { sv: 'Sista dag', en: 'Last day' },
          wanted: 'optional',
          ...anyDay,
          hint: {
            sv: 'Bara om aktiviteten slutar en annan dag än den börjar.',
            en: 'Only if the activity ends on another day than it starts.',
          },
          zone: 'analytic',
        }),
        start_time: code({
          label: { sv: 'När börjar den?', en: 'When does it start?' },
          short: { sv: 'Starttid', en: 'Start time' },
          hint: { sv: 'Till exempel 09:00.', en: 'For example 09:00.' },
          wanted: 'neededToCount',
          missing: { sv: 'Ange när aktiviteten börjar.', en: 'Enter when the activity starts.' },
          ...clockTime,
          zone: 'analytic',
        }),
        end_time: code({
          label: { sv: 'När slutar den?', en: 'When does it end?' },
          short: { sv: 'Sluttid', en: 'End time' },
          hint: { sv: 'Till exempel 12:00.', en: 'For example 12:00.' },
          wanted: 'neededToCount',
          missing: { sv: 'Ange när aktiviteten slutar.', en: 'Enter when the activity ends.' },
          ...clockTime,
          zone: 'analytic',
        }),
        mode: choice(activityModes, {
          label: { sv: 'Hur träffas ni?', en: 'How do you meet?' },
          short: { sv: 'Aktivitetens form', en: 'Form of the activity' },
          wanted: 'required',
          missing: { sv: 'Välj hur ni träffas.', en: 'Choose how you meet.' },
          zone: 'analytic',
        }),
        municipality_code: choice(municipalities, {
          label: { sv: 'I vilken kommun?', en: 'In which municipality?' },
          short: { sv: 'Kommun', en: 'Municipality' },
          wanted: 'required',
          missing: { sv: 'Välj i vilken kommun ni träffas.', en: 'Choose the municipality where you meet.' },
          shownWhen: isNot('mode', 'digital'),
          zone: 'analytic',
        }),
        focus_areas: choices(focusAreas, {
          label: { sv: 'Vilka fokusområden gäller den?', en: 'Which focus areas is it about?' },
          short: { sv: 'Fokusområden', en: 'Focus areas' },
          hint: {
            sv: 'Välj ett eller flera. ”Övergripande eller annat” är bara för Kvinna i industrin och seminarier för personer utanför industrin.',
            en: 'Choose one or more. “Across them all, or other” is only for Kvinna i industrin and seminars for people outside industry.',
          },
          wanted: 'required',
          missing: { sv: 'Välj minst ett fokusområde.', en: 'Choose at least one focus area.' },
          zone: 'analytic',
        }),
        status: choice(activityStatuses, {
          label: {
            sv: 'Är den planerad, genomförd eller inställd?',
            en: 'Is it planned, held or cancelled?',
          },
          short: { sv: 'Status', en: 'Status' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Välj om aktiviteten är planerad, genomförd eller inställd.',
            en: 'Choose whether the activity is planned, held or cancelled.',
          },
          zone: 'analytic',
        }),
        ...projectOfIt,
      },
    ),
    step(
      { sv: 'Innehåll och målgrupp', en: 'Content and target group' },
      {
        description: longText({
          label: { sv: 'Beskrivning', en: 'Description' },
          hint: noNames,
          wanted: 'optional',
          max: 1000,
          zone: 'confidential',
        }),
        target_group: choices(targetGroups, {
          label: { sv: 'Vilka är den till för?', en: 'Whom is it for?' },
          short: { sv: 'Målgrupp', en: 'Target group' },
          hint: { sv: 'Välj en eller flera.', en: 'Choose one or more.' },
          wanted: 'neededToCount',
          missing: { sv: 'Välj minst en målgrupp.', en: 'Choose at least one target group.' },
          zone: 'analytic',
        }),
        sustainability_tags: choices(sustainabilityDimensions, {
          label: {
            sv: 'Vilka hållbarhetsdimensioner tar den upp?',
            en: 'Which dimensions of sustainability does it take up?',
          },
          short: { sv: 'Hållbarhet', en: 'Sustainability' },
          wanted: 'optional',
          zone: 'analytic',
        }),
        co_organisers: choices(supportActors, {
          label: {
            sv: 'Vilka arrangerar den tillsammans med er?',
            en: 'Who organises it together with you?',
          },
          short: { sv: 'Medarrangörer', en: 'Co-organisers' },
          wanted: 'optional',
          zone: 'analytic',
        }),
      },
    ),
    section(
      { sv: 'Nätverket', en: 'The network' },
      {
        network_id: reference('network', {
          label: { sv: 'Vilket nätverk?', en: 'Which network?' },
          short: { sv: 'Nätverk', en: 'Network' },
          hint: {
            sv: 'Lämna tomt om nätverket inte är registrerat.',
            en: 'Leave this empty if the network has not been registered.',
          },
          wanted: 'neededToCount',
          missing: { sv: 'Välj nätverk.', en: 'Choose a network.' },
          shownWhen: isNetworkMeeting,
          zone: 'analytic',
        }),
        network_name: text({
          label: { sv: 'Nätverkets namn', en: 'Name of the network' },
          hint: {
            sv: 'Bara tills nätverket är registrerat.',
            en: 'Only until the network has been registered.',
          },
          wanted: 'optional',
          shownWhen: all(isNetworkMeeting, missing('network_id')),
          max: 150,
          zone: 'confidential',
        }),
        network_role_or_question: text({
          label: {
            sv: 'Vilken roll eller fråga samlas träffen kring?',
            en: 'Which role or question does the meeting gather around?',
          },
          short: { sv: 'Roll eller fråga', en: 'Role or question' },
          hint: {
            sv: 'Lämna tomt om det är densamma som för nätverket.',
            en: 'Leave empty if it is the same as the network’s.',
          },
          wanted: 'optional',
          shownWhen: isNetworkMeeting,
          max: 150,
          zone: 'confidential',
        }),
        based_on: text({
          label: { sv: 'Vilket koncept bygger träffen på?', en: 'Which concept is the meeting based on?' },
          short: { sv: 'Koncept som träffen bygger på', en: 'Concept that the meeting is based on' },
          hint: {
            sv: 'Lämna tomt om det är MITC Kvinna i industrin.',
            en: 'Leave empty if it is MITC Kvinna i industrin.',
          },
          wanted: 'optional',
          shownWhen: is('activity_type', 'women_in_industry_network'),
          max: 150,
          zone: 'confidential',
        }),
      },
    ),
    section(
      { sv: 'Experter', en: 'Experts' },
      {
        experts: rows({
          label: { sv: 'Vilka experter är med?', en: 'Which experts take part?' },
          short: { sv: 'Experter', en: 'Experts' },
          wanted: 'optional',
          rowTitle: { sv: 'Expert', en: 'Expert' },
          addRow: { sv: 'Lägg till en expert', en: 'Add an expert' },
          max: 20,
          zone: 'analytic',
          fields: {
            name: text({
              label: { sv: 'Namn', en: 'Name' },
              hint: {
                sv: 'Berätta för personen att vi sparar namnet.',
                en: 'Tell the person that we keep the name.',
              },
              wanted: 'optional',
              max: 100,
              zone: 'personal',
            }),
            org: text({
              label: { sv: 'Organisation', en: 'Organisation' },
              wanted: 'required',
              missing: { sv: 'Skriv expertens organisation.', en: 'Enter the organisation of the expert.' },
              max: 150,
              // It may be a sole trader, whose name is a person's; nothing is asked that would tell.
              zone: 'personal',
            }),
            organisationsnummer: organisationsnummer({
              label: {
                sv: 'Organisationens organisationsnummer',
                en: 'Organisationsnummer (Swedish company number) of the organisation',
              },
              short: { sv: 'Organisationsnummer', en: 'Organisationsnummer' },
              hint: {
                sv: 'Tio siffror, till exempel 556036-0793. Lämna tomt för en enskild firma.',
                en: 'Ten digits, for example 556036-0793. Leave empty for a sole trader.',
              },
              wanted: 'optional',
              zone: 'analytic',
            }),
            topic: text({
              label: { sv: 'Ämne', en: 'Topic' },
              hint: noNames,
              wanted: 'optional',
              max: 150,
              zone: 'confidential',
            }),
          },
        }),
      },
    ),
    step(
      { sv: 'Anmälan och stöd', en: 'Sign-up and support' },
      {
        registration_count: integer({
          label: { sv: 'Hur många är anmälda?', en: 'How many have signed up?' },
          short: { sv: 'Antal anmälda', en: 'Number signed up' },
          wanted: 'neededToCount',
          missing: { sv: 'Ange hur många som är anmälda.', en: 'Enter how many have signed up.' },
          min: 0,
          max: 10_000,
          zone: 'analytic',
        }),
        attendance_mode: choice(attendanceModes, {
          label: { sv: 'Hur noterar ni vilka som kom?', en: 'How do you note who came?' },
          short: { sv: 'Så registreras närvaro', en: 'How attendance is taken' },
          hint: {
            sv: 'Välj det sätt som kräver minst personuppgifter. Kommer barn eller ungdomar: bara antal.',
            en: 'Choose the way that takes the least personal information. If children or young people come: numbers only.',
          },
          wanted: 'neededToCount',
          missing: { sv: 'Välj hur ni noterar vilka som kom.', en: 'Choose how you note who came.' },
          zone: 'analytic',
        }),
        aid_treatment: choice(activityAidTreatments, {
          label: { sv: 'Är det statsstöd till företagen?', en: 'Is it state aid to the companies?' },
          short: { sv: 'Statsstöd', en: 'State aid' },
          wanted: 'neededToCount',
          missing: { sv: 'Välj om det är statsstöd.', en: 'Choose whether it is state aid.' },
          zone: 'analytic',
        }),
        seat_cost_per_company_sek: money({
          label: {
            sv: 'Vad är en plats värd för varje företag som deltar?',
            en: 'What is a seat worth to each company that takes part?',
          },
          short: { sv: 'Värde per deltagande företag', en: 'Value per participating company' },
          wanted: 'optional',
          shownWhen: some(is('aid_treatment', 'de_minimis'), is('aid_treatment', 'gber')),
          min: 0,
          max: 1_000_000,
          zone: 'analytic',
        }),
        accessibility_ok: yesNo({
          label: {
            sv: 'Är lokalen och de digitala verktygen tillgängliga för alla?',
            en: 'Are the venue and the digital tools accessible to all?',
          },
          short: { sv: 'Tillgänglighet', en: 'Accessibility' },
          wanted: 'optional',
          zone: 'analytic',
        }),
        photo_policy: choice(photoPolicies, {
          label: { sv: 'Tas det foton?', en: 'Are photos taken?' },
          short: { sv: 'Foton', en: 'Photos' },
          wanted: 'neededToCount',
          missing: { sv: 'Välj om det tas foton.', en: 'Choose whether photos are taken.' },
          zone: 'analytic',
        }),
      },
    ),
    step(
      { sv: 'När aktiviteten är genomförd', en: 'When the activity has been held' },
      {
        speakers_women: integer({
          label: {
            sv: 'Antal kvinnor bland talare och förebilder',
            en: 'Number of women among speakers and role models',
          },
          short: { sv: 'Talare och förebilder, kvinnor', en: 'Speakers and role models, women' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Ange antal kvinnor bland talare och förebilder. Skriv 0 om det inte var någon.',
            en: 'Enter the number of women among speakers and role models. Enter 0 if there were none.',
          },
          shownWhen: wasHeld,
          min: 0,
          max: 1000,
          zone: 'analytic',
        }),
        speakers_men: integer({
          label: {
            sv: 'Antal män bland talare och förebilder',
            en: 'Number of men among speakers and role models',
          },
          short: { sv: 'Talare och förebilder, män', en: 'Speakers and role models, men' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Ange antal män bland talare och förebilder. Skriv 0 om det inte var någon.',
            en: 'Enter the number of men among speakers and role models. Enter 0 if there were none.',
          },
          shownWhen: wasHeld,
          min: 0,
          max: 1000,
          zone: 'analytic',
        }),
        speakers_undisclosed: integer({
          label: {
            sv: 'Antal övriga bland talare och förebilder (annat alternativ eller vill inte uppge kön)',
            en: 'Number of others among speakers and role models (another option or prefer not to say)',
          },
          short: { sv: 'Talare och förebilder, övriga', en: 'Speakers and role models, others' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Ange antal övriga bland talare och förebilder. Skriv 0 om det inte var någon.',
            en: 'Enter the number of others among speakers and role models. Enter 0 if there were none.',
          },
          shownWhen: wasHeld,
          min: 0,
          max: 1000,
          zone: 'analytic',
        }),
        eu_info_given: yesNo({
          label: {
            sv: 'Fick deltagarna veta att EU är med och finansierar?',
            en: 'Were the participants told that the EU co-funds the activity?',
          },
          short: { sv: 'Information om EU-finansieringen', en: 'Information on the EU funding' },
          wanted: 'neededToCount',
          missing: {
            sv: 'Svara om deltagarna fick veta att EU är med och finansierar.',
            en: 'Answer whether the participants were told of the EU funding.',
          },
          shownWhen: wasHeld,
          zone: 'analytic',
        }),
      },
    ),
  ],
  rules: [
    notAfter('start_date', 'end_date', 'end_date', {
      sv: 'Ange en sista dag som inte är före den första.',
      en: 'Enter a last day that is not before the first.',
    }),
    endsAfterStart(
      { firstDay: 'start_date', startTime: 'start_time', lastDay: 'end_date', endTime: 'end_time' },
      'end_time',
      {
        sv: 'Ange en sluttid som är senare än starttiden, eller den sista dagen om aktiviteten slutar en annan dag.',
        en: 'Enter an end time that is later than the start time, or the last day if the activity ends on another day.',
      },
    ),
    // Among people outside industry there may be children: nobody is named, and nobody's company asked.
    notTogether(
      [
        { field: 'activity_type', values: ['outside_industry_seminar'] },
        { field: 'attendance_mode', values: ['per_person', 'per_company_counts'] },
      ],
      'attendance_mode',
      {
        sv: 'Välj ”Bara antal, utan företag och namn”: bland personer utanför industrin kan det finnas barn.',
        en: 'Choose “Numbers only, without companies and names”: there may be children among people outside industry.',
      },
    ),
    notTogether(
      [
        {
          field: 'activity_type',
          values: ['inspiration_seminar', 'topic_network', 'workshop', 'other'],
        },
        { field: 'focus_areas', values: ['cross_cutting'] },
      ],
      'focus_areas',
      {
        sv: 'Välj bland de tre fokusområdena. ”Övergripande eller annat” är bara för Kvinna i industrin och seminarier för personer utanför industrin.',
        en: 'Choose among the three focus areas. “Across them all, or other” is only for Kvinna i industrin and seminars for people outside industry.',
      },
    ),
  ],
});
