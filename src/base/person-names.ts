/** Words that are never part of a person's name: a phrase that has one names a team, a place or a firm. */
const NOT_A_NAME = new Set(
  (
    'all any ask at call dear by for if in no of on our please see speak the they this to via we you your ' +
    'academy admin adult advice agency application association authority bid bids board borough building business ' +
    'buyer care centre central charity children city clinical college commercial commissioner commissioners ' +
    'commissioning community company contract contracts corporate council county customer delta department details ' +
    'desk development digital director district east education email england enquiries environment estates executive ' +
    'facilities family finance finder fire first foundation framework fund funding governance government grants ' +
    'group head health help helpdesk highways home hospital housing hub human information integrated ltd limited ' +
    'line local london manager management mail ministry money national network nhs north notice number office ' +
    'officer online organisation parish partnership partnerships phone place planning plc point police portal ' +
    'procurement programme project property public purchasing register regional regulations resources royal scheme ' +
    'school scotland secretary secure service services site social society sourcing south street strategic supplier ' +
    'suppliers support system team technical telephone tender tendering tenders town transport trust unit university ' +
    'volunteer volunteering wales website west works north-east north-west south-east south-west'
  ).split(' '),
)

const TITLE = '(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Revd?)\\.?[ \\u00a0]+)'
const WORD = "\\p{Lu}[\\p{L}'’-]+"
const INITIALS = "(?:\\p{Lu}(?:\\.|(?![\\p{L}'’]))[ \\u00a0]*){0,4}"
const FULL = `${TITLE}?${INITIALS}${WORD}(?:[ \\u00a0]+${INITIALS}${WORD}){1,2}`
const ANY = `${TITLE}?${INITIALS}${WORD}(?:[ \\u00a0]+${INITIALS}${WORD}){0,2}`
const MORE = `(?:(?:,|,?[ \\u00a0]+(?:and|or|&))[ \\u00a0]+${FULL})*`

/** Each finds words that announce a name, as its first group, and the name, as its second. */
const ANNOUNCED: readonly RegExp[] = [
  new RegExp(
    `((?:[Cc]ontact|CONTACT)(?:[ \\u00a0](?:[Nn]ame|NAME|[Pp]erson|PERSON|[Oo]fficer|OFFICER|[Ll]ead))?[ \\u00a0]*[:–-]\\s{0,3})(${ANY}${MORE})`,
    'gu',
  ),
  new RegExp(
    `((?:[Oo]fficer|[Mm]anager|[Bb]uyer|[Ll]ead|[Cc]ommissioner|[Nn]ame)[ \\u00a0]*:\\s{0,3})(${FULL})`,
    'gu',
  ),
  new RegExp(
    `(\\b(?:[Cc]ontact|CONTACT|[Ee]mail|[Cc]all|[Rr]ing|[Tt]elephone)[ \\u00a0]+)(${FULL}${MORE})`,
    'gu',
  ),
  new RegExp(
    `((?:[Ff]or the attention of|FOR THE ATTENTION OF|F\\.?A\\.?O\\.?|[Aa]ttn\\.?|ATTN|[Aa]ddressed to)[ \\u00a0]*:?[ \\u00a0]*)(${ANY}${MORE})`,
    'gu',
  ),
  new RegExp(`(\\b)(${TITLE.replace('|Dr|', '|')}${WORD}(?:[ \\u00a0]+${WORD})?)`, 'gu'),
  new RegExp(
    `(^|[^\\p{L}])(${FULL})(?=[ \\u00a0]*[,:(–-]*[ \\u00a0]*\\[(?:e-mail|telephone) removed\\])`,
    'gu',
  ),
]

/** @param emails - addresses of persons, whose names are taken out wherever they stand */
export function withoutNames(text: string, emails: readonly string[]): string {
  const cleared = ANNOUNCED.reduce((rest, pattern) => rest.replace(pattern, withoutName), text)
  return emails.flatMap(nameIn).reduce((rest, name) => rest.replace(name, '[name removed]'), cleared)
}

/** Capital letters begin sentences too: such words before a name stay, `Ask Jane Smith`. */
function withoutName(whole: string, before: string, phrase: string): string {
  const words = phrase.split(/(?<=[\s\u00a0])/)
  const first = words.findIndex((word) => !isOther(word))
  if (first < 0 || words.slice(first).some(isOther)) return whole
  return `${before}${words.slice(0, first).join('')}[name removed]`
}

/** Finds the name that `jane.smith@…` gives away; empty when the address has no two words. */
function nameIn(email: string): RegExp[] {
  const [first, last, ...rest] = (email.split('@')[0] ?? '').split(/[._]/)
  if (!first || !last || rest.length > 0) return []
  if (!/^\p{L}{2,}$/u.test(first) || !/^[\p{L}'-]{2,}$/u.test(last)) return []
  return [new RegExp(`(?<![\\p{L}@.])${first}[ \\u00a0]+${last}(?![\\p{L}@])`, 'giu')]
}

function isOther(word: string): boolean {
  const bare = word.toLowerCase().replace(/[^\p{L}-]/gu, '')
  return NOT_A_NAME.has(bare)
}
