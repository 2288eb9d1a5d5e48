/**
 * A small municipality worked out by hand. Robot R1 does 600 applications a month that took 10 minutes and take 4
 * (60 hours a month, × 400 kr = 24,000 kr) from January to June 2024; the project costs 100,000 kr once in January and
 * 2,000 kr a month in licences.
 * To June 2024: costs 112,000, gains 144,000, net 32,000, ROI 28.6 %, 360 hours. Net by month end: −78,000, −56,000,
 * −34,000, −12,000, 10,000, 32,000: break-even in May, four months after the first cost.
 */
export const EXAMPLE: Record<string, string> = {
  departments: `
    department;name;municipality;parent
    adm;Administration;Vejle;
    yd;Ydelse;Vejle;adm`,
  rates: `
    rate;valid_from;hourly_kr;hours_per_fte;source
    std;2020-01-01;400;1500;Budget 2024`,
  projects: `
    project;name;municipality;department;field;technology;stage;started;live;owner;summary
    P1;Ansøgninger om helbredstillæg;Vejle;yd;Social;RPA;operation;2023-10-01;2024-01-01;Anne Holm;En robot læser ansøgningerne.
    P2;Tilfredse borgere;Aarhus;;Ældre;App;development;2024-02-01;;Bo Dahl;`,
  robots: `
    robot;project;name;platform;queue;live
    R1;P1;Helbredstillæg;UiPath;HELB;2024-01-01`,
  measures: `
    measure;project;name;unit;kind;better;source
    min1;P1;Minutter pr. ansøgning;minutter;level;lower;Tidsstudie
    tilf;P2;Tilfredshed;%;level;higher;Spørgeskema`,
  measurements: `
    measure;phase;from;to;per;value;n;basis;note
    min1;before;2023-10-01;;;10;40;actual;
    min1;after;2024-01-01;;;4;40;actual;
    tilf;before;2024-02-01;;;60;25;actual;
    tilf;after;2024-05-01;;;70;32;actual;`,
  benefits: `
    benefit;project;name;type;method;volume;minutes;indicator;rate;cashable;owner
    B1;P1;Kortere sagsbehandling;productivity;per_item;robot:R1;min1;;std;no;Anne Holm
    B2;P2;Flere tilfredse borgere;quality;indicator;;;tilf;;;Bo Dahl`,
  targets: `
    measure;due;value
    tilf;2024-06-30;80`,
  costs: `
    project;from;to;per;amount_kr;category;basis;payer
    P1;2024-01;;once;100.000,00;project_resources;actual;
    P1;2024-01;2024-06;month;2000;licences;actual;Puljen
    P2;2024-02;;once;50000;acquisition;actual;`,
  followups: `
    benefit;due;done;status;note
    B1;2024-04-01;2024-04-03;on_track;Som ventet
    B2;2024-07-01;;;`,
  runs: exampleRuns(),
};

/** 600 successes in each of six months, and in each month six business exceptions that free no time. */
function exampleRuns(): string {
  const lines = ['robot;transaction;started;ended;status;items;reason'];
  for (let month = 1; month <= 6; month++) {
    for (let i = 0; i < 606; i++) {
      const day = String(1 + (i % 28)).padStart(2, '0');
      const at = `2024-0${month}-${day}T${String(8 + (i % 8)).padStart(2, '0')}:00`;
      const failed = i >= 600;
      const outcome = failed ? 'business_exception;1;Bilag mangler' : 'success;1;';
      lines.push(`R1;T-${month}-${i};${at}:00;${at}:30;${outcome}`);
    }
  }
  return lines.join('\n');
}
