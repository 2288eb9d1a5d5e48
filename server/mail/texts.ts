import { day, month } from './format.ts';

const few = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} og ${names.at(-1)}`;
const benefits = (n: number) => (n === 1 ? '1 gevinst' : `${n} gevinster`);
const projects = (n: number) => (n === 1 ? '1 projekt' : `${n} projekter`);

/** What the mails say. */
export const texts = {
  greeting: (names: readonly string[]) => (names.length === 0 ? 'Hej' : `Hej ${few(names)}`),
  more: (n: number) => `… og ${n} mere.`,

  reminder: {
    subject: (n: number) => `${benefits(n)} skal følges op`,
    intro: (n: number) => `Du står som ejer af ${benefits(n)}, der skal følges op.`,
    heading: { overdue: 'Skulle være fulgt op', due: 'Følges op i dag', soon: 'Følges snart op' },
    project: (name: string) => `Projekt: ${name}`,
    due: {
      overdue: (due: string) => `Skulle være fulgt op ${day(due)}`,
      due: (due: string) => `Følges op i dag, ${day(due)}`,
      soon: (due: string) => `Følges op senest ${day(due)}`,
    },
    mine: 'Se alle dine gevinster',
    mineOf: (owner: string) => `Se alle gevinster, som ${owner} ejer`,
    done: 'Når du har fulgt op, så skriv det på gevinstens kort. Så hører du ikke mere om den opfølgning.',
    stop: 'Du får mailen, fordi din adresse står på gevinsterne i Gevinst. Er du ikke ejer længere, eller vil du ikke have mailen, så sig det til digitaliseringschefen, der kan rette det på kortet.',
  },

  digest: {
    subject: (m: string) => `Gevinstopfølgning for ${month(m)}`,
    intro: (m: string, n: number) => `Her er gevinsterne i ${month(m)} og status for ${projects(n)}.`,
    none: 'Der er endnu ingen projekter i Gevinst.',
    inMonth: (m: string) => `I ${month(m)}`,
    toDate: (m: string) => `I alt til og med ${month(m)}`,
    figure: {
      gains: 'Gevinst',
      costs: 'Omkostninger',
      net: 'Netto',
      roi: 'Afkast',
      hours: 'Frigjorte timer',
    },
    noCosts: 'ingen registreret',
    onlyInAll: 'opgøres kun i alt',
    unknown: (why: string | null) => (why === null ? 'ukendt' : `ukendt: ${why}`),
    incomplete: (n: number) =>
      `${projects(n)} mangler målinger i måneden. Gevinsten dér er ikke talt med, så tallene kan være for lave.`,
    expected: 'Tallene rummer forventede beløb, der endnu ikke er målt.',
    done: {
      title: (m: string) => `Fulgt op i ${month(m)}`,
      none: 'Ingen gevinster blev fulgt op.',
      row: (d: string, status: string | null) => `${day(d)}: ${status ?? 'status er ikke angivet'}`,
    },
    status: {
      on_track: 'på rette vej',
      behind: 'bagud',
      realised: 'realiseret',
      partly: 'delvist realiseret',
      not_realised: 'ikke realiseret',
    } as Record<string, string>,
    overdue: {
      title: 'Skulle have været fulgt op',
      none: 'Ingen opfølgninger er overskredet.',
      row: (due: string, owner: string | null) => `Senest ${day(due)}. Ejer: ${owner ?? 'ikke angivet'}`,
    },
    behind: {
      title: 'Bagud for mål',
      none: 'Ingen gevinster er bagud for deres mål.',
      row: (after: string, target: string, due: string) => `${after}, mål ${target} senest ${day(due)}`,
    },
    even: {
      title: (m: string) => `Tjent hjem i ${month(m)}`,
      none: 'Ingen projekter blev tjent hjem.',
      row: 'Gevinsterne har nu dækket omkostningerne.',
    },
    report: {
      title: 'Realiseringsrapport er på tide',
      none: 'Ingen projekter har været i drift i netop et år.',
      row: (live: string) => `I drift ${day(live)}, et år i denne måned`,
    },
    unaddressed: {
      title: 'Mangler mailadresse',
      row: (n: number, owners: readonly string[]) =>
        `${n === 1 ? '1 opfølgning har' : `${n} opfølgninger har`} ingen gyldig mailadresse på ejeren: ${few(owners)}. Skriv adressen på gevinstens kort.`,
      nobody: 'gevinster uden ejer',
    },
    overview: 'Se overblikket i Gevinst',
    stop: 'Du får mailen en gang om måneden, fordi din adresse er sat op til det på serveren (DIGEST_TO).',
  },

  calendar: {
    name: (owner: string | undefined) => (owner ? `Gevinstopfølgning for ${owner}` : 'Gevinstopfølgning'),
    event: (benefit: string) => `Følg op: ${benefit}`,
    owner: (owner: string | null) => `Ejer: ${owner ?? 'ikke angivet'}`,
  },
};
