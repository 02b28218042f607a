/**
 * All numbers of the method that were set by hand, by step. What is learnt stands in `model.json`.
 *
 * Where they come from: bounds of cost were set on maps of 10,000 and 100,000 entries (`npm run bench:scale`); the rest was
 * set by hand on the reference links, mostly before the weights were learnt around it, and each stands where it was set
 * then. `npm run bench:numbers` halves and doubles one after the other and says what that does to the links: who changes one
 * measures it so.
 */
export const NUMBERS = {
  view: {
    /** Levels are taken to have shifted when that puts this many times as many labels on the same level. */
    shifted: 1.5,
    /** A level on which so many have entries below them holds headings; files that lost rows leave some bare. */
    headings: 3 / 4,
    /** A run of this many terms that so many labels share word for word is a set phrase, whose terms tell this part. */
    phraseLength: 3,
    phraseLabels: 3,
    phraseTells: 1 / 3,
    /** Words that name the same matter count for less than forms of one word. */
    related: 0.7,
    /** Terms are compared with those that begin alike, in buckets of up to this many: a bound of cost. */
    termBucket: 48,
    /** What a term tells is halved with every level it stands above the entry, up to so many. */
    perLevel: 1 / 2,
    levels: 3,
  },
  similarity: {
    /** Terms shorter than this, or with digits, are either equal or different. */
    minLength: 4,
    /** Below this similarity two terms are different words. */
    minTerm: 0.7,
    /** Shorter words with an edit between them are mostly two words (`libri`, `libero`); so are longer ones with more edits. */
    oneEdit: 6,
    twoEdits: 8,
  },
  candidates: {
    /** Kept per entry and direction: the most similar, and those that share most, however broad their label. */
    bySimilarity: 8,
    byShared: 4,
    /** All that tie with the last candidate are kept, unless they are more than this many times too many. */
    ties: 4,
    /**
     * So many entries are looked at for one, those with the rarest of its terms first; where common terms were left out so,
     * this many times as many as are wanted are looked at again with them. Bounds of cost: real maps stay below the first.
     */
    looks: 2048,
    secondLook: 4,
    /** Entries with the same label or code are compared where no more than this many have it; registers repeat codes. */
    namesakes: 4,
    sameCode: 40,
    /** Entries under corresponding parents are compared whatever their labels, in families up to this size; so are cousins. */
    family: 40,
    cousins: 60,
  },
  compare: {
    /** A family's links weigh as if this much were attested elsewhere, so that one child does not speak for all. */
    doubt: 1,
    /** What is believed of a branch before anything is seen, how many entries the branch above counts for, and the limit. */
    localPrior: 0.5,
    localPriorWeight: 3,
    localLimit: 0.02,
  },
  infer: {
    /** Partners mostly stay after the third round. */
    rounds: 5,
    /** Labels alone settle a link from this probability on; such links tell how far codes can be trusted. */
    anchor: 0.8,
    /** A pair less likely than this is not used to tell how its surroundings correspond. */
    roundLink: 0.3,
    /** Joins are weighed this often, each time with what the time before has found. */
    joinTurns: 3,
    /** Scores this far apart are as far apart as can be. */
    scoreLimit: 6,
    /** How often an entry with a plausible candidate joins one, and for how many such entries that counts. */
    mergeRate: 0.6,
    splitRate: 0.4,
    rateWeight: 10,
    rateTurns: 20,
    /** Entries whose candidates together are no likelier than this say nothing of the rate. */
    plausible: 0.05,
  },
  decide: {
    /** A link is made when it is more likely than not: what the word says, not a choice. */
    link: 0.5,
    /** A join is also made when it stands out from the next best by this factor, and is no less likely than this. */
    standsOut: 2,
    minChosen: 1 / 3,
    /** A part of an enumeration is named by a label that has this much of it, and is not by one that has less than that. */
    named: 0.9,
    notNamed: 0.4,
    /** A clause of its label names the other entry from this measure on. */
    clause: 0.5,
    /** An entry with a candidate this likely is not said to be dropped. */
    open: 0.15,
    /** Candidates that are shown: so many, none less likely than this. */
    candidates: 5,
    minCandidate: 0.01,
    /**
     * From these probabilities on a link may be applied unseen: one to one, where one of the labels has half of the other,
     * or whatever the labels; or where an entry is merged into one that was reworded and has most of its label. On links
     * held back (docs/quality.md) not one in a thousand so likely was wrong; other merges and splits are, now and then.
     */
    certainHalf: 0.93,
    certainAny: 0.995,
    certainMerged: 0.97,
    half: 0.5,
    most: 0.8,
    /** Labels of which neither has more of the other than this are about different things, whatever their place says. */
    strange: 0.15,
    /**
     * Further targets that are usual for each old entry that goes on: that of the two chamber maps, whose entries were
     * judged. A pair of maps with more divides more, and each of its entries may go elsewhere by as much more likely.
     */
    usualSplitRate: 0.14,
    /** A part this large of an old entry's links makes it correspond to the new one, or of a new one that has no other. */
    flowShare: 1 / 3,
    /** A structure link found by where entries went: how sure it is at least, and what a whole flow adds. Not calibrated. */
    flowLeast: 0.6,
    flowGain: 0.3,
    /** A process that goes to several targets takes its training with it, but which of them is a guess. */
    severalTargets: 0.7,
  },
  tell: {
    /** Pieces of evidence that moved the balance by less than this share are not worth a reader's time. */
    least: 0.02,
    /** Log-odds beyond this are as good as sure. */
    sure: 12,
  },
};
