/** A column in the words of those who fill it in: what it is, and how an example of it looks. */
export type ColumnGuide = readonly [what: string, example: string | number | Date];

export interface TableGuide {
  about: string;
  columns: Readonly<Record<string, ColumnGuide>>;
}

function day(text: string): Date {
  return new Date(`${text}Z`);
}

const EMAIL = 'anne.holm@kommune.example';

/** What the sheets and columns of the template are, in plain Danish, with one row of an example that fits together. */
export const GUIDE: Readonly<Record<string, TableGuide>> = {
  departments: {
    about: 'Kommunens afdelinger og forvaltninger. Kan udelades.',
    columns: {
      department: ['Afdelingens kode. Den bruges i arket Projekter.', 'SOC'],
      name: ['Afdelingens navn.', 'Social og Sundhed'],
      municipality: ['Kommunens navn eller kode.', 'Vejle'],
      parent: ['Koden på den afdeling, som afdelingen hører under.', ''],
    },
  },
  rates: {
    about: 'Hvad en time koster, og hvor mange timer et årsværk er. En ny sats får sin egen række.',
    columns: {
      rate: ['Satsens kode. Den bruges i arket Gevinster.', 'HK'],
      valid_from: ['Den første dag, satsen gælder.', day('2025-01-01')],
      hourly_kr: ['Hvad en time koster, i kroner.', 346.67],
      hours_per_fte: ['Hvor mange effektive timer et årsværk er.', 1480],
      source: ['Hvor tallet kommer fra.', 'Lønkontoret, budget 2025'],
    },
  },
  projects: {
    about: 'Indsatserne: ét projekt i hver række.',
    columns: {
      project: ['Projektets kode. Den bruges i de andre ark.', 'P1'],
      name: ['Projektets navn.', 'Helbredstillæg med robot'],
      municipality: ['Kommunens navn eller kode.', 'Vejle'],
      department: ['Afdelingens kode fra arket Afdelinger.', 'SOC'],
      field: ['Fagområdet.', 'Ældre og sundhed'],
      technology: ['Teknologien.', 'RPA'],
      stage: ['Hvor langt projektet er. Vælg på listen.', 'I drift'],
      started: ['Dagen, projektet gik i gang.', day('2024-09-01')],
      live: ['Dagen, løsningen kom i drift.', day('2025-01-01')],
      ended: ['Den sidste dag, hvis projektet er slut.', ''],
      owner: ['Den, der har ansvaret for projektet.', 'Anne Holm'],
      owner_email: ['Ejerens e-mail.', EMAIL],
      contact: ['Den, man kan spørge.', 'Digitaliseringsafdelingen'],
      goal: ['Målet, som projektet skal bidrage til.', 'Kortere ventetid for borgerne'],
      summary: ['Projektet fortalt i et par sætninger.', 'En robot opretter sagerne og henter oplysninger.'],
    },
  },
  robots: {
    about: 'Robotterne, og hvilket projekt hver af dem hører til. Kan udelades.',
    columns: {
      robot: ['Robottens kode.', 'R1'],
      project: ['Projektets kode.', 'P1'],
      name: ['Robottens navn.', 'Helbredstillæg'],
      platform: ['Det, robotten kører på.', 'UiPath'],
      queue: [
        'Navnet på køen eller processen i robotplatformen, præcis som den skriver det.',
        'Helbredstillaeg_Queue',
      ],
      live: ['Dagen, robotten kom i drift.', day('2025-01-01')],
      retired: ['Den sidste dag, robotten kørte.', ''],
    },
  },
  measures: {
    about: 'Det, der måles. Selve tallene står i Målinger, eller i Før-måling og Efter-måling.',
    columns: {
      measure: ['Indikatorens kode. Den bruges i de andre ark.', 'MIN'],
      project: ['Projektets kode.', 'P1'],
      name: ['Indikatorens navn.', 'Minutter pr. ansøgning'],
      unit: ['Enheden, for eksempel minutter, kr. eller %.', 'minutter'],
      kind: [
        'Flow: tal, der lægges sammen over tid (sager, timer, kroner). Niveau: tal, der gælder, indtil der måles igen.',
        'Niveau',
      ],
      better: ['Er det bedst, at tallet er højere eller lavere?', 'Lavere'],
      source: ['Hvor tallene kommer fra.', 'Tidsstudie'],
      how: ['Hvordan der måles.', 'Stopur på 40 ansøgninger'],
    },
  },
  measurements: {
    about: 'De målte tal. Før-måling og Efter-måling er en enklere måde at skrive de samme tal på.',
    columns: {
      measure: ['Indikatorens kode fra arket Indikatorer, eller dens navn, når kun én hedder sådan.', 'MIN'],
      phase: [
        'Før: sådan var det uden projektet. Efter: sådan blev det. Sparet: forskellen, når den er målt direkte.',
        'Før',
      ],
      from: ['Den første dag, tallet gælder.', day('2024-11-01')],
      to: ['Den sidste dag, tallet gælder. Kan være tom.', ''],
      per: ['Kun for flow: er tallet pr. dag, uge, måned eller år, eller for hele perioden?', ''],
      value: ['Tallet.', 12],
      low: ['Det lave skøn, hvis tallet er usikkert.', 10],
      high: ['Det høje skøn, hvis tallet er usikkert.', 14],
      n: ['Hvor mange der er talt, målt eller spurgt.', 40],
      basis: ['Er tallet målt (faktisk) eller forventet? Tom betyder faktisk.', 'Faktisk'],
      note: ['Bemærkning.', 'Målt over to uger'],
    },
  },
  benefits: {
    about: 'Gevinsterne, og hvordan hver af dem regnes ud.',
    columns: {
      benefit: ['Gevinstens kode.', 'G1'],
      project: ['Projektets kode.', 'P1'],
      name: ['Gevinstens navn.', 'Kortere sagsbehandling'],
      type: ['Slags gevinst. Vælg på listen.', 'Produktivitet'],
      method: [
        'Hvordan gevinsten regnes ud. Den afgør, hvilke af de næste kolonner der skal udfyldes.',
        'Pr. sag',
      ],
      volume: ['Pr. sag: indikatoren med antal sager, eller robot: og robottens kode.', 'robot:R1'],
      minutes: ['Pr. sag: indikatoren med minutter pr. sag.', 'MIN'],
      hours: ['Timer eller forhold: indikatoren med timer.', ''],
      ratio: ['Forhold: indikatoren med forholdet.', ''],
      fte: ['Årsværk: indikatoren med årsværk.', ''],
      amount: ['Beløb: indikatoren med kroner.', ''],
      indicator: ['Indikator: den indikator, der viser gevinsten.', ''],
      rate: ['Satsens kode fra arket Satser. Uden sats vises timerne uden kroner.', 'HK'],
      from: ['Den første dag, gevinsten tæller. Tom betyder fra første måling.', day('2025-01-01')],
      to: ['Den sidste dag, gevinsten tæller.', ''],
      cashable: ['Er gevinsten taget ud af et budget?', 'Nej'],
      attribution: ['Hvor stor en del af gevinsten der skyldes projektet, i procent. 50 betyder 50 %.', 100],
      owner: ['Den, der har ansvaret for gevinsten.', 'Anne Holm'],
      owner_email: ['Ejerens e-mail.', EMAIL],
      confidence: ['Hvor sikre tallene er.', 'Middel'],
      change: ['Hvad medarbejderne gør anderledes.', 'Ansøgninger oprettes ikke længere i hånden'],
    },
  },
  targets: {
    about: 'Hvad en indikator skal nå, og hvornår.',
    columns: {
      measure: ['Indikatorens kode.', 'MIN'],
      due: ['Den dag, målet skal være nået.', day('2025-12-31')],
      value: ['Målet.', 4],
      low: ['Det laveste, der er godt nok.', ''],
      high: ['Det højeste, der er godt nok.', 5],
    },
  },
  costs: {
    about: 'Hvad projektet koster.',
    columns: {
      project: ['Projektets kode.', 'P1'],
      from: ['Den første dag, eller dagen for en engangsudgift.', day('2025-01-01')],
      to: ['Den sidste dag. Tom betyder, at udgiften fortsætter.', day('2025-12-31')],
      per: ['Er beløbet engangs, pr. måned, pr. år eller for hele perioden?', 'Måned'],
      amount_kr: ['Beløbet i kroner.', 5000],
      category: ['Slags udgift. Vælg på listen.', 'Licenser'],
      basis: ['Er beløbet faktisk eller forventet?', 'Faktisk'],
      internal: ['Er det kommunens egne timer?', 'Nej'],
      payer: ['Hvem der betaler.', 'Velfærdspuljen'],
      note: ['Bemærkning.', 'Robotlicens'],
    },
  },
  risks: {
    about: 'Det, der kan gøre projektet dyrere.',
    columns: {
      project: ['Projektets kode.', 'P1'],
      risk: ['Hvad der kan ske.', 'Fagsystemet får ny brugerflade'],
      probability: ['Hvor sandsynligt det er, i procent. 20 betyder 20 %.', 20],
      consequence_kr: ['Hvad det i så fald koster, i kroner.', 40000],
    },
  },
  links: {
    about: 'Pilene i gevinstkortet: fra løsning over ændringer og gevinster til mål. Kan udelades.',
    columns: {
      from: ['Det, pilen går fra: en kode eller en kort tekst.', 'G1'],
      to: ['Det, pilen går til: en kode eller en kort tekst.', 'Kortere ventetid for borgerne'],
    },
  },
  followups: {
    about: 'Hvornår en gevinst skal følges op, og hvordan det gik.',
    columns: {
      benefit: ['Gevinstens kode.', 'G1'],
      due: ['Den dag, der skal følges op.', day('2025-06-30')],
      done: ['Den dag, der blev fulgt op.', day('2025-06-24')],
      status: ['Hvordan det går. Vælg på listen.', 'På sporet'],
      note: ['Bemærkning.', 'Robotten klarer ni ud af ti ansøgninger'],
    },
  },
  runs: {
    about: 'Robottens transaktioner. De hentes oftest fra robotplatformen og skrives ikke i hånden.',
    columns: {
      robot: ['Robottens kode.', 'R1'],
      transaction: [
        'Transaktionens nummer i robotplatformen. Det gemmes ikke, og må ikke være et CPR-nummer.',
        'T-0001',
      ],
      started: ['Hvornår den begyndte.', day('2025-03-03T08:15')],
      ended: ['Hvornår den sluttede.', day('2025-03-03T08:17')],
      status: ['Hvordan det gik. Vælg på listen.', 'Gennemført'],
      items: ['Hvor mange sager den klarede. Tom betyder én.', 1],
      reason: ['Hvorfor det ikke lykkedes.', ''],
    },
  },
};
