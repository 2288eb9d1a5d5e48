export const edit = {
  name: 'Dit navn',
  nameHint: 'Står i historikken ved det, du ændrer. Browseren husker det.',
  save: 'Gem',
  cancel: 'Annullér',
  edit: 'Redigér',
  remove: 'Fjern',
  wrong_one: 'Ét felt skal rettes, før der kan gemmes.',
  wrong_other: '{{count}} felter skal rettes, før der kan gemmes.',
  projectPages: 'Projektets sider',
  tab: {
    case: 'Projekt',
    map: 'Gevinstkort',
    measuring: 'Målinger',
    plan: 'Plan',
    followup: 'Opfølgning',
  },
  number: 'Skriv et tal, fx 1.234,5.',
  required: 'Feltet skal udfyldes.',
  problem: {
    internal: 'Noget gik galt i Gevinst. Intet er gemt. Serverens log fortæller hvad.',
    unreachable:
      'Der er ingen forbindelse til Gevinst. Intet er gemt. Kontrollér, at programmet kører, og prøv igen.',
    'changed-meanwhile':
      'En anden har ændret det imens, så dit er ikke gemt. Se det nye i en anden fane, og ret derefter dit.',
    'already-exists': 'Navnet eller koden er brugt i forvejen. Vælg en anden.',
    'personal-number': 'Teksten rummer et CPR-nummer. Skriv den uden; intet er gemt.',
    'warehouse-busy': 'Et andet program skriver til databasen. Vent lidt, og prøv igen.',
    'forbidden-origin': 'Kun Gevinsts egne sider kan ændre data. Genindlæs siden, og prøv igen.',
  },
  calendar: {
    title: 'Opfølgning i din kalender',
    hint: 'Abonnér på adressen i Outlook eller en anden kalender. Så står hver opfølgning dér, med påmindelse en uge før.',
    all: 'Kalenderen har alle opfølgninger, uanset ejer.',
    local:
      'Gevinst svarer kun på denne computer, så adressen virker i en kalender her, men ikke på telefonen eller i Outlook på nettet.',
    address: 'Kalenderens adresse',
    copy: 'Kopiér adressen',
    copied: 'Kopieret',
    subscribe: 'Abonnér',
    download: 'Hent som fil',
  },
};
