import type { Language } from './words.ts';

/** German words for saying less, or more, than happened. */
export const german: Language = {
  lists: {
    kunden:
      '(nutzer|nutzern|benutzer|benutzern|kunden|konten|anwender|anwendern|teilnehmer|anfragen|mails|nutzerinnen|kundinnen)',
    stoerung:
      '(störung|störungen|problem|probleme|problemen|ausfall|ausfälle|unterbrechung|unterbrechungen|verzögerung|verzögerungen|beeinträchtigung|beeinträchtigungen|einschränkung|einschränkungen|fehler)',
  },
  table: [
    {
      kind: 'minimising',
      phrases: [
        '(eine|einer|einen)? (kleine|kleiner|kleinen|geringe|geringen|begrenzte|begrenzten) (anzahl|teil|zahl|gruppe)',
        '(einige|einigen|manche|wenige|wenigen|einzelne|einzelnen|bestimmte|vereinzelte) .? $kunden',
        '(kurze|kurzer|kurzen|kurzzeitige|kurzzeitigen|kleine|kleinere|kleineren|geringfügige|geringfügigen|leichte|leichten|vereinzelte) .? $stoerung',
        '(kurzzeitig|vereinzelt|sporadisch|geringfügig|vorübergehend)',
      ],
      write: 'Wie viele, wie lange, wie oft; oder dass Sie es noch nicht wissen.',
      unless: 'quantity',
    },
    {
      kind: 'evading',
      phrases: [
        '(kann|kann|konnte|könnte|können|konnten) es .+? zu .? .? $stoerung',
        '(möglicherweise|eventuell|unter umständen|gegebenenfalls)',
      ],
      write: 'Was nicht ging, und für wie viele; oder dass Sie es noch nicht wissen.',
      unless: 'quantity',
    },
    {
      kind: 'evading',
      phrases: [
        '(unannehmlichkeiten|unannehmlichkeit)',
        '(für|um) (ihr|euer|dein|das)? (verständnis|geduld)',
        'für (ihre|eure|deine|die) geduld',
        '(wurden|sind) fehler (gemacht|passiert|unterlaufen)',
        '(entschuldigen|entschuldigung|verzeihung|leid) .? falls',
        'falls .+? (unannehmlichkeiten|probleme)',
        'rein vorsorglich',
        'nehmen .+? (sehr|äußerst) ernst',
      ],
      write: 'Was es für Kunden hieß, dass es Ihnen leidtut, und was Sie tun.',
    },
    {
      kind: 'rationalising',
      phrases: [
        '(beispiellos|beispiellose|beispiellosen|unvorhersehbar|unvorhersehbare|unvorhersehbaren|unvorhergesehene|unvorhergesehenen|unvorhergesehener)',
        'außerhalb (unserer|unseres) (kontrolle|einflusses|macht|einflussbereichs)',
        '(höhere|höherer) gewalt',
        'streng genommen',
        'trotz (aller|unserer|größter) .?',
        'verkettung (unglücklicher|von)',
      ],
      write: 'Was es vorhergesehen hätte, und warum Sie das nicht hatten.',
    },
    {
      kind: 'blaming',
      phrases: [
        '(menschliches|menschlichem|menschlichen) (versagen|fehler)',
        '(bedienfehler|anwenderfehler|benutzerfehler)',
        '(ein|unser|der) (mitarbeiter|techniker|entwickler|administrator|kollege|praktikant) (hat|hatte|vergaß|übersah)',
        '(unser|unserem|unseres|unseren) (externer|externen)? (dienstleister|anbieter|provider|hoster|lieferant|dienstleisters|anbieters|providers|hosters) .?',
        '(externen|externer) (dienstleister|dienstleisters|anbieter|anbieters|provider|providers)',
      ],
      write: 'Was hier versagte, und was gefehlt hat, um es abzufangen.',
    },
    {
      kind: 'patronising',
      phrases: [
        '(selbstverständlich|natürlich|offensichtlich|bekanntlich)',
        'wie (sie|ihr|du) (sicher|sicherlich|ja|bestimmt)? (wissen|wisst|weißt)',
        '(keine|kein) (sorge|grund zur sorge)',
      ],
      write: 'Den Satz ohne das Wort.',
    },
    {
      kind: 'hedged',
      phrases: [
        '(entschuldigen|entschuldigung|leid|bedauern) .+? (aber|jedoch|allerdings|obwohl|dennoch)',
      ],
      write: 'Die Entschuldigung, und einen Punkt.',
    },
    {
      kind: 'vague',
      phrases: [
        '(schnellstmöglich|baldmöglichst|schnellstmögliche|zeitnah|demnächst|umgehend|alsbald)',
        'so (schnell|bald) (wie|als) möglich',
        'in (kürze|bälde)',
        'in (den)? (nächsten|kommenden) (tagen|wochen|stunden)',
      ],
      write: 'Bis wann; oder wann Sie mehr sagen.',
      unless: 'time',
    },
    {
      kind: 'overdone',
      phrases: [
        '(unermüdlich|fieberhaft|weltklasse|branchenführend|branchenführende|erstklassig|erstklassige|einzigartig|einzigartige)',
        '(oberste|höchste|höchster|oberster) priorität',
        'rund um die uhr',
        'mit hochdruck',
        '(freuen|freut) uns .+? (mitteilen|mitzuteilen|verkünden|bekanntzugeben)',
      ],
      write: 'Was Sie getan haben, in einfachen Worten.',
    },
    {
      kind: 'jargon',
      phrases: [
        '(kubernetes|k8s|etcd|kafka|redis|postgres|mysql|elasticsearch|terraform|nginx|haproxy|pod|pods|oom|failover|deadlock|quorum|vpc|bgp|p99|5xx|runbook)',
        'race condition',
      ],
      write: 'Was es für Kunden ist.',
    },
  ],
  takesBack:
    /\b(entschuldig\p{L}*|leid|bedauern)\b[^.!?]*[.!?](?:(?!\n\s*\n)\s)+(Aber|Allerdings|Jedoch|Dennoch|Trotzdem)(?= )/giu,
  averts: /\b(?:vermeid\w+|verhinder\w+|verringer\w+|vorbeug\w+|seltener)\b/i,
  negations: /^(?:nicht|nie|niemals|kein|keine|keinen|keiner|keinem|ohne|weder|nichts)$/i,
  reports:
    /\b(?:wir|sie|er|seite|meldung|mail) (?:\w+ ){0,3}(?:schrieb(?:en)?|sagte[n]?|meldete[n]?|behauptete[n]?|nannte[n]?)\b|\b(?:geschrieben|gesagt|gemeldet|behauptet)\b/i,
  numbers:
    /^(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|fünfzig|hundert|tausend|dutzend|hälfte|drittel|viertel|alle|jede[rsnm]?)$/i,
  codes:
    /^(?:http|fehler|code|status|version|v|port|zeile|ticket|tls|in|seit|bis|um|ab|am|stufe)$/i,
  dates:
    /^(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|uhr|utc|mez|mesz)$/i,
};
