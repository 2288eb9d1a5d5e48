import { unreadable } from './unreadable.ts';

export const told = {
  lacks_one: 'Filen mangler kolonnen {{lacking}}. Dens kolonner er: {{has}}.',
  lacks_other: 'Filen mangler kolonnerne {{lacking}}. Dens kolonner er: {{has}}.',
  unreadable,
  note: {
    'empty-list': 'Filen er en tom liste.',
    'title-row': 'Række {{row}} står over tabellen og er ikke læst.',
    'further-list': 'En liste mere begynder i linje {{line}}. Den er ikke læst.',
    'hidden-sheet': 'Arket er skjult, men læses også.',
    'hidden-rows_one': '{{n}} skjult række læses også.',
    'hidden-rows_other': '{{n}} skjulte rækker læses også.',
    'unsaved-formulas_one':
      '{{n}} celle har en formel uden resultat og tæller som tom. Åbn filen i Excel, gem den, og prøv igen.',
    'unsaved-formulas_other':
      '{{n}} celler har en formel uden resultat og tæller som tomme. Åbn filen i Excel, gem den, og prøv igen.',
    'two-row-header': 'Række {{row}} og {{next}} er læst som én overskrift: {{columns}}.',
    'merged-header': 'Overskriften har flettede celler ({{cells}}). Se efter, at kolonnerne er læst rigtigt.',
    'merged-cells': 'Af flettede celler ({{cells}}) er det kun den første, der har værdien.',
    'beside-table_one': 'Række {{row}} har celler ved siden af tabellen. De er ikke læst.',
    'beside-table_other':
      '{{n}} rækker har celler ved siden af tabellen. De er ikke læst. Den første er række {{row}}.',
    'near-codes':
      '“{{one}}” og “{{other}}” er to forskellige, selv om kun store bogstaver, mellemrum eller nuller foran skiller dem.',
    'in-doubt':
      '“{{column}}” i linje {{line}} er læst som {{cell}} procent. Skriv 50 for 50 %, og {{cell}} % med tegnet, hvis det er ment sådan.',
    'in-doubt_record':
      '“{{column}}” i post {{record}} er læst som {{cell}} procent. Skriv 50 for 50 %, og {{cell}} % med tegnet, hvis det er ment sådan.',
    'measure-misfit':
      'Gevinsten “{{benefit}}” kan ikke regnes ud med indikatoren “{{measure}}” ({{name}}, {{unit}}): der skal bruges {{needs}}. Tallene er ukendte, indtil gevinsten får en anden indikator, eller indikatoren bliver rettet.',
    'more-misfits_one': '{{n}} gevinst mere har en indikator, der ikke passer.',
    'more-misfits_other': '{{n}} gevinster mere har en indikator, der ikke passer.',
    'kept-by-hand_one':
      '{{n}} række er siden rettet i Gevinst og bliver stående, for filen siger det samme som før rettelsen.',
    'kept-by-hand_other':
      '{{n}} rækker er siden rettet i Gevinst og bliver stående, for filen siger det samme som før rettelserne.',
    'over-hand_one':
      '{{n}} række, der var rettet i Gevinst, siger nu det, som filen siger. Rettelsen kommer igen, hvis indlæsningen fortrydes.',
    'over-hand_other':
      '{{n}} rækker, der var rettet i Gevinst, siger nu det, som filen siger. Rettelserne kommer igen, hvis indlæsningen fortrydes.',
    'lacks-optional': 'Opsætningen læser {{column}} i kolonnen “{{name}}”, som filen ikke har.',
    withdrawn_one:
      '{{n}} transaktion tæller ikke længere med: den er siden prøvet igen eller slettet i kilden.',
    withdrawn_other:
      '{{n}} transaktioner tæller ikke længere med: de er siden prøvet igen eller slettet i kilden.',
    'same-file': 'Det er den samme fil som i indlæsning {{load}}, og intet har ændret sig siden.',
  },
  needs: {
    volume: 'et antal, der kan lægges sammen over tid',
    minutes: 'minutter pr. sag',
    hours: 'timer, der kan lægges sammen over tid',
    ratio: 'et forhold',
    fte: 'årsværk',
    amount: 'kroner, der kan lægges sammen over tid',
    indicator: 'en værdi på dens egen skala',
  },
};
