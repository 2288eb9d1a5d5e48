import type { Unreadable } from '../../../server/contract/unreadable.ts';

/** Why a file cannot be read. */
export const unreadable: Readonly<Record<Unreadable, string>> = {
  'not-there': 'Filen er der ikke længere.',
  'not-a-file': 'Det er en mappe eller en enhed, ikke en fil.',
  'not-allowed': 'Gevinst har ikke lov til at læse filen.',
  'bad-name': 'Filens navn er for langt, eller det er en genvej, der peger på sig selv.',
  'bad-disk': 'Disken kan ikke læse filen.',
  'became-shorter': 'Filen blev kortere, mens den blev læst. Prøv igen, når den er skrevet færdig.',
  empty: 'Filen er tom.',
  'no-table': 'Der er ingen tabel i filen.',
  'no-such-table': '“{{name}}” er ikke i filen. Den har {{names}}.',
  'which-table':
    'Filen har flere tabeller, og opsætningen siger ikke, hvilken den er til. Filen har {{names}}.',
  'no-rows': 'Filen har en overskrift og ingen rækker, så intet fortæller, hvad kolonnerne indeholder.',
  'old-excel':
    'Det er en gammel Excel-projektmappe (.xls) eller en med adgangskode. Åbn den i Excel, og gem den som .xlsx uden adgangskode.',
  'other-kind':
    'Filen er af en anden slags. Brug CSV (“CSV UTF-8” i Excel), en Excel-projektmappe (.xlsx), JSON, Arrow eller Parquet.',
  'other-database':
    'Det er en SQLite-database med tabellerne: {{tables}}. Af databaser læses OpenOrchestrators (tabellen Queues) og Automation Servers (tabellen workitem). Gem den tabel, du vil have ind, som CSV, og indlæs den.',
  'own-warehouse': 'Det er en database fra Gevinst selv. Indlæs i stedet de filer, den er lavet af.',
  'web-page':
    'Det er en webside (HTML), uanset hvad filen hedder. Har den en tabel, så åbn den i Excel, og gem den som .xlsx. Er det en side til at logge ind på, så hent filen igen.',
  'xml-file':
    'Det er en XML-fil, uanset hvad filen hedder. Har den en tabel, så åbn den i Excel, og gem den som .xlsx.',
  'no-workbook':
    'Filen hedder som en Excel-projektmappe, men er ikke en. Hent den igen, eller åbn den i Excel, og gem den som .xlsx.',
  'not-text': 'Filen er ikke tekst: der er NUL-tegn i overskriften.',
  'cut-off': 'Filen holder op i linje {{line}}, før den er færdig. Hent den igen.',
  'open-quote':
    'Anførselstegnet i linje {{line}} bliver aldrig afsluttet. Sæt det, der mangler, og prøv igen.',
  'long-row': 'Rækken i linje {{line}} er længere end en million tegn. Mangler der et anførselstegn?',
  'long-line': 'Linje {{line}} er længere end 16 millioner tegn.',
  separator:
    'Linje {{line}} siger, at “{{declared}}” skiller felterne. Brug semikolon, komma eller tabulator.',
  'other-separator':
    'Linje {{line}} siger, at “{{declared}}” skiller felterne, men opsætningen siger “{{said}}”.',
  'no-header': 'Filen har ingen overskrift efter linjen med “sep=”.',
  'bad-header': 'Overskriften i linje {{line}} kan ikke læses. Se efter, om et anførselstegn mangler.',
  'column-twice': 'Kolonnerne “{{one}}” og “{{other}}” betyder begge {{column}}. Behold den ene.',
  'many-columns': 'Filen har mere end {{most}} kolonner.',
  'month-first':
    '“{{value}}” i kolonnen “{{column}}” har måneden først, så dage til og med den 12. ville blive taget for måneder. Brug datoer som 2026-03-31, eller sæt selv kolonnerne sammen.',
  'no-list': 'Filen har ingen liste af poster. Den skal se ud som [{…}, …] eller {"value": [{…}, …]}.',
  'after-end': 'Filen går videre i linje {{line}}, efter at den er slut. Hent den igen.',
  'deep-nesting': 'Linje {{line}} har mere end {{most}} parenteser inden i hinanden.',
  'wrong-bracket': 'En parentes i linje {{line}} passer ikke til den, der er åbnet. Hent filen igen.',
  'large-record': 'Posten i linje {{line}} fylder mere end 16 MB. Filen skal være en liste af poster.',
  damaged: 'Filen er ødelagt eller kun hentet halvt. Hent den igen.',
  'damaged-entry': '“{{entry}}” i arkivet er ødelagt. Hent filen igen.',
  'damaged-workbook':
    'Projektmappen er ødelagt. Åbn den i Excel, som måske kan reparere den, og gem den igen.',
  'arrow-column': 'Filen har en kolonne af en slags, der ikke kan læses. Gem den som Parquet eller CSV.',
  password: '“{{entry}}” i arkivet har en adgangskode. Pak arkivet ud først.',
  packing:
    'Arkivet er pakket på en måde, der ikke kan læses. Pak det ud først, eller pak det som almindelig ZIP.',
  'name-outside': 'Et navn i arkivet fører ud af arkivets egen mappe, så det er ikke pakket ud.',
  'nested-archive': '“{{entry}}” er et arkiv inden i et andet. Pak det ud først.',
  'many-entries': 'Arkivet har mere end {{most}} filer.',
  'large-entry': '“{{entry}}” fylder mere end 512 MB i arkivet. Pak det ud først.',
  'large-unpacked':
    'Arkivet fylder mere end 4 GB, når det er pakket ud. Pak det ud, og indlæs filerne hver for sig.',
  'times-its-size':
    'Filen fylder mere end {{times}} gange så meget, når den er pakket ud. Pak den selv ud, hvis det er, som det skal være.',
  'much-text': 'Projektmappen har mere end 256 millioner tegn.',
};
