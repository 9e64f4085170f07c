/**
 * American spellings and their British ones: whole words in lower case, and the first pattern that fits
 * counts. What both sides of the sea write ("laboratory", "honorary", "meter", "storage") is left alone.
 */
const RULES: readonly (readonly [american: RegExp, spelling: string])[] = [
  [
    /^(?!(?:belize|devizes|assizes)$|(?:cap|down|mid|over|re|right|up)siz)(.{3,})iz(e[ds]?|ers?|ing|able|ations?|ational)$/,
    '$1is$2',
  ],
  [/^(.+[aeo]l)yz(e[ds]?|ers?|ing)$/, '$1ys$2'],
  [
    /^((?:dis|un|multi)?(?:arm|behavi|clam|col|endeav|fav|flav|harb|hon|hum|lab|neighb|od|parl|ranc|rum|sav|splend|tum|val|vap|vig))or(s|ed|ing|ers?|y|ful|less|ably|able|al|ally|ites?|hoods?|ly)?$/,
    '$1our$2',
  ],
  [
    /^((?:epi)?cent|theat|amphitheat|fib|lit|(?:kilo|centi|milli)met|calib|lust|somb|spect|sab|meag)er(s?)$/,
    '$1re$2',
  ],
  [/^center(ed|ing)$/, 'centr$1'],
  [/^((?:an|cat)al|dial|epil|monol|prol|travel)og(s?)$/, '$1ogue$2'],
  [/^program(s?)$/, 'programme$1'],
  [
    /^(cancel|channel|counsel|duel|fuel|label|level|libel|marvel|model|panel|quarrel|signal|travel|tunnel)(ed|ing|ers?|ors?|ous)$/,
    '$1l$2',
  ],
  [/^woolen(s?)$/, 'woollen$1'],
  [/^jewelry$/, 'jewellery'],
  [/^(enro|fulfi|insta)llments?$/, '$1lment'],
  [/^(enro|fulfi)ll(s?)$/, '$1l$2'],
  [/^(ski|wi)llful(ly|ness)?$/, '$1lful$2'],
  [/^(def|off|pret|lic)ense(s|d|less)?$/, '$1ence$2'],
  [/^licensing$/, 'licencing'],
  [/^practis(e[ds]?|ing)$/, 'practic$1'],
  [/^(p|orthop)edi(at.+|cs?)$/, '$1aedi$2'],
  [/^(an|leuk|isch|hypoglyc)emi(as?|c)$/, '$1aemi$2'],
  [/^archeo(log.+)$/, 'archaeo$1'],
  [/^anesthe(.+)$/, 'anaesthe$1'],
  [/^gynecolog(.+)$/, 'gynaecolog$1'],
  [/^hemo(phili.+|globin|dialysis)$/, 'haemo$1'],
  [/^celiacs?$/, 'coeliac'],
  [/^gray(s?)$/, 'grey$1'],
  [/^mom(s|my|mies)?$/, 'mum$1'],
  [/^pajamas$/, 'pyjamas'],
  [/^plow(s|ed|ing)?$/, 'plough$1'],
  [/^aging$/, 'ageing'],
  [/^(judg|acknowledg)ment(s?)$/, '$1ement$2'],
  [/^cozy$/, 'cosy'],
  [/^skeptic(.*)$/, 'sceptic$1'],
  [/^artifact(s?)$/, 'artefact$1'],
  [/^aluminum$/, 'aluminium'],
  [/^airplane(s?)$/, 'aeroplane$1'],
]

/** Any of them: most words are spelt the same on both sides of the sea, which one look tells. */
const ANY_RULE = new RegExp(RULES.map(([american]) => american.source).join('|'))

/** Whether a word in lower case is spelt as only Americans do. */
export const isAmerican = (word: string): boolean => ANY_RULE.test(word)

/** A word as it is spelt in Britain. @example british('counseling') // 'counselling' */
export function british(word: string): string {
  const rule = isAmerican(word) ? RULES.find(([american]) => american.test(word)) : undefined
  return rule === undefined ? word : word.replace(...rule)
}
