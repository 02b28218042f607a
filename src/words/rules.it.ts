import { kindTexts } from './kinds.ts';
import { quote, quoteBlanks } from './quote.ts';
import type { RuleTexts } from './rule-texts.ts';

const { node: kinds } = kindTexts.it;

export const italianRules: RuleTexts = {
  'code-syntax': {
    title: 'Un codice non è leggibile',
    message: ({ value, expected }) =>
      expected === undefined
        ? `Codice ${quote(value)} non valido, atteso un codice come A1.2.3.4`
        : `Codice ${quote(value)} non valido, atteso ${quote(expected)}, con cui cominciano altri codici`,
    why: "Un codice che non si legge con sicurezza non viene mai indovinato: la riga non entra nell'albero e nessuna ora può essere riportata.",
    fix: 'Scrivere il codice con una lettera e un numero seguiti da numeri separati da punti, oppure spostare il testo fuori dalla colonna del codice. Se il foglio di calcolo ha preso i codici per numeri (01.1 per 1.1), formattare la colonna come testo e riscriverli.',
  },
  'spreadsheet-code': {
    title: 'Il foglio di calcolo ha cambiato un codice',
    message: ({ value, damage, expected, count }) => {
      const what = {
        day: 'è una data, come il foglio di calcolo fa di un codice',
        power: 'è una potenza di dieci, come il foglio di calcolo fa di un codice',
        number: 'è un numero, come il foglio di calcolo fa di un codice',
        nought: 'manca di uno zero, che il foglio di calcolo toglie dai codici',
      }[damage];
      const more = count > 1 ? ` (sono così ${count} codici)` : '';
      return `${quote(value)} ${what}${expected === '' ? '' : `; atteso ${quote(expected)}`}${more}`;
    },
    why: "Il codice ora è un altro: con esso non si trova nulla, e la voce ha perso il suo posto nell'albero.",
    fix: 'Formattare come testo la colonna dei codici prima di aprirli o di scriverli, e scriverli di nuovo.',
  },
  'several-code-columns': {
    title: 'Più colonne potrebbero essere il codice',
    message: ({ column, number, others, clear }) =>
      `I codici sono stati letti dalla colonna ${quote(column)} (la ${number}ª), ${clear ? 'per quello che contiene' : 'ma il contenuto delle colonne non basta a distinguerle'}; ${others.length === 1 ? "l'altra è" : 'le altre sono'} ${others.map(quote).join(', ')}`,
    why: "Letta dall'altra colonna, la stessa tabella è un'altra mappa.",
    fix: 'Verificare che sia quella giusta; indicarla nella configurazione ("columns": { "code": ... }), oppure eliminare l\'altra colonna.',
  },
  'code-not-canonical': {
    title: 'Un codice non è scritto nella forma canonica',
    message: ({ value, code }) => `Codice scritto ${quote(value)}, atteso ${code}`,
    why: 'Il codice è stato compreso, ma gli altri programmi confrontano i codici carattere per carattere e non lo troveranno.',
    fix: 'Scrivere il codice canonico. "procmap convert --fix" lo fa per tutta la mappa.',
  },
  'duplicate-code': {
    title: 'Una voce è elencata due volte',
    message: ({ code, label }) =>
      `Seconda riga per ${code}${label === '' ? '' : ` ${quote(label)}`}, attesa una sola riga per ogni codice`,
    why: "Le ore registrate sul codice valgono per due righe, o per l'una o l'altra.",
    fix: 'Eliminare una delle righe, oppure darle il codice che le spetta.',
  },
  'conflicting-label': {
    title: 'Un codice ha due denominazioni',
    message: ({ code, label, otherLabel }) =>
      `Denominazione ${quote(label)} per ${code}, attesa ${quote(otherLabel)} come nell'altra riga`,
    why: 'Due attività hanno lo stesso codice: delle ore registrate nessuno può dire a quale attività si riferiscono.',
    fix: 'Dare a ogni attività un proprio codice, oppure uniformare le denominazioni ed eliminare una riga.',
  },
  'duplicate-id': {
    title: 'Un identificativo è di più voci',
    message: ({ id, code, otherCode }) =>
      `Identificativo ${quote(id)} di ${code} già usato per ${otherCode}, atteso uno proprio`,
    why: 'Un identificativo distingue una voce in tutte le revisioni. Se lo hanno due voci non ne distingue nessuna, e non si usa nel confronto.',
    fix: 'Dare un altro identificativo alla voce più recente; `procmap convert --mint-ids` ne assegna uno alle voci che non l’hanno.',
  },
  'id-not-lasting': {
    title: 'Gli identificativi sono numeri o codici',
    message: ({ id, why, count }) =>
      why === 'number'
        ? `Numero ${quote(id)} come identificativo${count > 1 ? ` (${count} in tutto)` : ''}, atteso uno che nessuna numerazione delle righe dia a un’altra voce`
        : `Identificativo ${quote(id)}${count > 1 ? ` (${count} in tutto)` : ''} che termina con il codice della voce, atteso uno che resti quando il codice cambia`,
    why: 'Ogni file numera le righe a modo suo, e i codici vengono riutilizzati. Tali identificativi collegherebbero voci che stanno solo allo stesso posto, perciò non si usano nel confronto.',
    fix: 'Nulla, se non devono durare. Altrimenti `procmap convert --mint-ids` ne assegna di duraturi.',
  },
  'orphan-code': {
    title: 'Manca il livello superiore di una voce',
    message: ({ code, parent, missing, count }) =>
      `${code}${count > 1 ? ` e ${count - 1 === 1 ? "un'altra voce" : `altre ${count - 1} voci`}` : ''} senza il livello superiore, attesa una riga per ${missing.length > 1 ? missing.join(', ') : parent}`,
    why: 'Probabilmente una riga della mappa è andata persa. Le voci sottostanti dipendono dal primo livello presente e il loro percorso è incompleto.',
    fix: 'Aggiungere la riga mancante con la sua denominazione, oppure correggere i codici delle voci.',
  },
  'level-mismatch': {
    title: 'Una voce ha un codice di un altro livello',
    message: ({ code, found, expected, proposed }) =>
      `Codice ${code} per una voce di livello "${kinds[found]}", è un codice di livello "${kinds[expected]}"${proposed === '' ? '' : `; atteso un codice come ${proposed}`}`,
    why: 'Le ore si registrano sulle attività. Con il codice del suo sotto-processo una attività non si distingue da esso.',
    fix: 'Dare alla voce un codice del suo livello.',
  },
  'column-mismatch': {
    title: 'Un codice sta nella colonna di un altro livello',
    message: ({ code, found, expected, count, last }) =>
      count > 1
        ? `Da ${code} a ${last} (${count} righe) nella ${column(found)}, attesi nella ${column(expected)}`
        : `${code} nella ${column(found)}, atteso nella ${column(expected)}`,
    why: "Il livello è deciso dal codice, quindi l'albero è giusto. Persone e programmi che guardano la colonna sono tratti in inganno.",
    fix: 'Spostare la cella nella sua colonna. Le cause abituali sono i salti pagina e le celle non più unite.',
  },
  'numbering-gap': {
    title: 'La numerazione ha un salto',
    message: ({ before, missing, count }) =>
      `Salto di numerazione: prima di ${before} ${count > 1 ? `attesi ${missing} (${count} codici)` : `atteso ${missing}`}`,
    why: 'Una riga può essere andata persa, come succede ai salti pagina. Le ore registrate sul suo codice non avrebbero destinazione.',
    fix: 'Confrontare con il documento originale e aggiungere la riga. Se il numero non è mai stato assegnato, abbassare la gravità della regola.',
  },
  'empty-branch': {
    title: 'Un ramo non contiene voci',
    message: ({ code, label, kind }) =>
      `${capital(kinds[kind])} ${code}${label === '' ? '' : ` ${quote(label)}`} senza voci, attesa almeno una voce al suo interno`,
    why: 'Nel ramo non si può registrare nulla; le sue righe possono essere andate perse.',
    fix: 'Aggiungere le voci sottostanti, oppure eliminare il ramo.',
  },
  'missing-label': {
    title: 'Una voce non ha denominazione',
    message: ({ code, kind }) => `${capital(kinds[kind])} ${code} senza denominazione, atteso il suo nome`,
    why: 'Nessuno può dire che cosa indichi il codice, e il contenuto non è confrontabile con un’altra revisione.',
    fix: 'Scrivere la denominazione accanto al codice.',
  },
  'label-without-code': {
    title: 'Una denominazione non ha codice nella sua riga',
    message: ({ label, code }) =>
      code === ''
        ? `Denominazione ${quote(label)} senza codice, atteso un codice nella stessa riga`
        : `Denominazione ${quote(label)} in una riga a sé, attesa accanto a ${code}, al quale è stata attribuita`,
    why: "Su una voce senza codice non si possono registrare ore; una denominazione accanto alla riga sbagliata può essere attribuita a un'altra voce.",
    fix: 'Mettere codice e denominazione nella stessa riga.',
  },
  'code-column-disagrees': {
    title: 'Due celle della stessa riga danno codici diversi',
    message: ({ code, other, column }) =>
      `Codice ${quote(other)} nella colonna ${quote(column)}, atteso ${code} come nella stessa riga`,
    why: "C'è chi registra le ore sull'uno e chi sull'altro.",
    fix: 'Uniformare le due celle.',
  },
  'type-mismatch': {
    title: 'Il tipo non è quello della voce',
    message: ({ code, found, expected }) =>
      `Tipo ${quote(found)}${code === '' ? '' : ` per ${code}`}, atteso ${expected === '' ? 'A, M o G sulle voci su cui si registrano ore' : expected}`,
    why: 'La contabilità dei costi somma le ore per tipo: A per attività e formazione, M per il coordinamento, G per la gestione generale.',
    fix: 'Correggere il tipo, oppure il codice.',
  },
  'coordination-code-mismatch': {
    title: 'Una voce di coordinamento o formazione porta il codice di un altro ramo',
    message: ({ found, expected }) => `Codice ${quote(found)} nella denominazione, atteso ${expected}`,
    why: 'Le ore di un ramo possono essere registrate su un altro.',
    fix: 'Correggere il codice nella denominazione.',
  },
  'coordination-entry-missing': {
    title: 'Un macro-processo non ha la voce di coordinamento',
    message: ({ code, expected }) =>
      `Macro-processo ${code} senza coordinamento, attesa una voce ${expected}`,
    why: 'Gli altri macro-processi la hanno: su questo non si possono registrare ore di coordinamento.',
    fix: 'Aggiungere la voce, a meno che non manchi di proposito.',
  },
  'training-entry-missing': {
    title: 'Un processo non ha la voce di formazione',
    message: ({ code, expected }) => `Processo ${code} senza formazione, attesa una voce ${expected}`,
    why: 'Gli altri processi la hanno: su questo non si possono registrare ore di formazione.',
    fix: 'Aggiungere la voce, a meno che non manchi di proposito.',
  },
  'training-label-mismatch': {
    title: 'Una voce di formazione non ha il nome del suo processo',
    message: ({ code, label, expected }) =>
      `Denominazione ${quote(label)} per ${code}, attesa ${quote(expected)}`,
    why: 'La voce di formazione serve il suo processo. Un altro nome indica un codice sbagliato o una denominazione tagliata.',
    fix: 'Dare alla voce il nome del processo, oppure correggere il codice.',
  },
  'duplicate-label': {
    title: 'Due voci hanno la stessa denominazione',
    message: ({ label, code, otherCode, scope }) =>
      `Denominazione ${quote(label)} di ${code} uguale a quella di ${otherCode}${scope === 'siblings' ? ', nello stesso ramo' : ', in un altro ramo'}; attese denominazioni che le distinguano`,
    why: 'Chi registra le ore leggendo la denominazione non distingue le due voci.',
    fix: 'Differenziare le denominazioni, oppure accorpare le voci.',
  },
  'out-of-order': {
    title: 'Una voce è fuori ordine',
    message: ({ code, after }) =>
      `${code} fuori ordine, ${after === '' ? 'atteso come primo del suo ramo' : `atteso dopo ${after}`}`,
    why: 'Una voce fuori ordine ha spesso un codice sbagliato.',
    fix: 'Verificare il codice, poi spostare la riga.',
  },
  'shifted-labels': {
    title: 'Un blocco di denominazioni è accanto ai codici sbagliati',
    message: ({ firstCode, lastCode, rows }) =>
      `Denominazioni da ${firstCode} a ${lastCode} ${Math.abs(rows)} ${Math.abs(rows) === 1 ? 'riga' : 'righe'} più ${rows < 0 ? 'in alto' : 'in basso'}; attribuite ai codici a cui spettano, attese accanto a essi`,
    why: 'Letta riga per riga, ogni voce del blocco ha la denominazione della vicina.',
    fix: 'Spostare le denominazioni accanto ai loro codici, poi verificare gli estremi del blocco.',
  },
  'encoding-damage': {
    title: 'Un testo è danneggiato da una codifica sbagliata',
    message: ({ value, damage }) =>
      ({
        mojibake: `Segni di codifica sbagliata in ${quote(value)}, attese lettere leggibili`,
        replacement: `Segnaposto di lettere perse in ${quote(value)}, attese le lettere`,
        control: `Caratteri invisibili in ${quote(value)}, atteso testo semplice`,
        undecodable: `Byte che non sono testo (${value}), atteso testo nella codifica del file`,
        guessed: `Lettere interpretate come quelle di un vecchio sistema (${value}), atteso Unicode`,
        decomposed: `Accenti separati dalle loro lettere in ${quote(value)}, attese lettere accentate`,
        'look-alike': `Lettera di un altro alfabeto che sembra latina in ${quote(value)}, attese lettere latine`,
      })[damage],
    why: 'Una denominazione danneggiata non si trova con la ricerca e si confronta male con le altre revisioni.',
    fix: 'Esportare di nuovo la mappa, in .xlsx o in CSV UTF-8, oppure correggere le lettere.',
  },
  'stray-whitespace': {
    title: 'Spazi che non si vedono',
    message: ({ value }) => `Spazi superflui in ${quoteBlanks(value)}, attesi spazi singoli tra le parole`,
    why: 'I programmi che confrontano i testi carattere per carattere li considerano diversi.',
    fix: 'Eliminare gli spazi superflui.',
  },
  'unread-row': {
    title: 'Una riga non è stata letta',
    message: ({ text }) => `Riga ${quote(text)} non letta, attesa una voce con codice o una intestazione`,
    why: "Quello che la riga dice non è nell'albero.",
    fix: 'Darle un codice e una denominazione, oppure spostarla sopra o sotto la tabella.',
  },
  'cell-without-value': {
    title: 'Una cella non ha valore',
    message: ({ value, what }) =>
      what === 'formula'
        ? `Formula ${quote(value)} senza risultato salvato, atteso un valore`
        : `Errore ${quote(value)} nella cella, atteso un valore`,
    why: 'Dal file non si può sapere che cosa la cella dovrebbe dire.',
    fix: 'Aprire il file con Excel o LibreOffice, correggere la formula o sostituirla con il suo valore, e salvare.',
  },
  'unbalanced-quote': {
    title: 'Le virgolette di una cella non tornano',
    message: () => 'Testo dopo le virgolette di chiusura, attesa la fine della cella',
    why: 'Non è certo dove finisca la cella: sue parti, o le righe successive, possono essere state lette male.',
    fix: 'Raddoppiare le virgolette che fanno parte del testo e racchiudere tra virgolette la cella intera, come fa Excel quando salva in CSV.',
  },
  'ragged-row': {
    title: 'Una riga ha più celle della sua intestazione',
    message: ({ cells, columns, text }) =>
      `${cells} celle sotto una intestazione di ${columns} in ${quote(text)}, attese non più celle che nomi`,
    why: 'Un segno che separa le celle sta dentro una di esse senza virgolette: la denominazione è tagliata, e quello che segue è nelle colonne sbagliate.',
    fix: 'Racchiudere tra virgolette la cella che contiene il segno, come fa Excel quando salva in CSV, oppure salvare il file con un altro separatore.',
  },
  'cut-text': {
    title: 'La stampa può aver tagliato un testo',
    message: ({ text }) =>
      `${quote(text)} finisce sul bordo della sua cella, atteso spazio per tutte le sue righe`,
    why: 'La riga è troppo bassa per il suo testo: i programmi lasciano fuori dal PDF, senza un segno, le righe che non ci stanno. Quello che manca non si può leggere dal file.',
    fix: 'Chiedere la cartella di lavoro da cui è stato stampato, oppure ristamparlo con righe alte quanto il testo (Altezza ottimale, Adatta altezza righe); oppure completare a mano la denominazione.',
  },
  'text-outside-map': {
    title: 'Il documento contiene altro oltre alla mappa',
    message: ({ what, text }) =>
      `${what === 'table' ? 'Tabella' : 'Testo'} accanto alla mappa, ${quote(text)}, attese tabelle fatte come dice la sua intestazione`,
    why: "Una tabella di altra forma, o un testo sotto la mappa, è stato letto come estraneo. Se contiene voci, mancano dall'albero.",
    fix: 'Niente, se non fa parte della mappa; altrimenti dare alla tabella le stesse colonne delle altre, con una intestazione.',
  },
  'marked-text': {
    title: 'Celle con un segno contro i fogli di calcolo',
    message: ({ mark, value, count }) => {
      const how = {
        formula: 'una formula di testo',
        apostrophe: 'un apostrofo davanti',
        'single-quotes': 'apici intorno',
      }[mark];
      return `${quote(value)}${count > 1 ? ` e altre ${count - 1} celle` : ''}: ${how}, atteso il solo testo, che è stato letto`;
    },
    why: 'I programmi che non conoscono il segno lo prendono per una parte del codice, e con esso non trovano nulla.',
    fix: 'Salvare di nuovo il file con i codici come testo; in .xlsx questi segni non servono.',
  },
  'repeated-sheet': {
    title: 'Un foglio ripete altri fogli',
    message: ({ name, others, count }) =>
      `Le ${count} voci che il foglio ${quote(name)} ha in comune con ${others.map(quote).join(', ')} sono due volte nella mappa, attese una volta sola`,
    why: 'Una copia rimasta nella cartella, o un foglio con tutto accanto ai singoli, raddoppia ogni sua voce. Gli altri rilievi su quel foglio sono omessi.',
    fix: 'Eliminare il foglio di troppo, o tenerlo in un file a parte.',
  },
  'sheet-without-map': {
    title: 'Un foglio non contiene una mappa',
    message: ({ name }) => `Il foglio ${quote(name)} non contiene una mappa ed è stato tralasciato`,
    why: 'Lo si dice perché non sfugga un foglio che dovrebbe contenerla.',
    fix: "Nulla, se è una copertina o sono note. Altrimenti dargli l'intestazione della mappa.",
  },
  'other-revision': {
    title: "Un foglio contiene un'altra revisione",
    message: ({ name, other, count }) =>
      `Foglio ${quote(name)} con ${count === 1 ? 'un codice che indica' : `${count} codici che indicano`} altro nel foglio ${quote(other)}, attesa una sola revisione`,
    why: 'Due revisioni sono state lette come una mappa sola. Un codice presente in entrambe significa due cose, e le ore imputate vanno a una delle due.',
    fix: "Indicare quale foglio si intende con --sheet (--old-sheet e --new-sheet quando si confrontano due mappe), oppure eliminare l'altro.",
  },
  'hidden-content': {
    title: 'È stato letto contenuto nascosto',
    message: ({ what, name, count }) =>
      count === 1
        ? `${{ sheet: 'Foglio nascosto', row: 'Riga nascosta', column: 'Colonna nascosta' }[what]} ${quote(name)}: il contenuto è stato letto come il resto`
        : `${count} ${{ sheet: 'fogli nascosti', row: 'righe nascoste', column: 'colonne nascoste' }[what]} (${name}): il contenuto è stato letto come il resto`,
    why: 'Chi guarda la cartella di lavoro non vede queste voci.',
    fix: 'Scoprire il contenuto, oppure eliminarlo se non vale più.',
  },
};

function column(header: string): string {
  return header === '' ? 'colonna senza intestazione' : `colonna ${quote(header)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
