import type { Instant } from '../../base/date.ts'
import { roleMailbox, withoutPersons } from '../../base/personal-data.ts'
import { slug, summarise } from '../../base/text.ts'
import { placesNamed } from '../../domain/areas/places.ts'
import { closesAt } from '../../domain/deadline.ts'
import { stated, UNKNOWN } from '../../domain/fact.ts'
import { allowsCopies } from '../../domain/licence.ts'
import type { OpportunityContent } from '../../domain/opportunity.ts'
import type { Rules } from '../../domain/rules.ts'
import type { SourceEntry } from '../../domain/source.ts'
import { pageAddress } from '../web/address.ts'
import { publishedContent } from '../web/publisher.ts'
import { readDeadlineWords } from './deadline-words.ts'
import { readAward, readSum } from './money-words.ts'
import type { Fields } from './page-fields.ts'
import type { PagesSettings } from './pages-settings.ts'

const MOST_AREA = 200
const MOST_NAME = 200

/**
 * What the texts of a page say, by strict readers: what they cannot read for sure stays unknown. Words
 * are kept only where the licence of the source lets anybody copy them.
 *
 * @param readAt - when they stood there
 * @returns null without a title
 */
export function contentOf(
  url: string,
  fields: Fields,
  readAt: Instant,
  { licence }: SourceEntry,
  settings: PagesSettings,
): OpportunityContent | null {
  const { title = [], opens = [], closes = [], status = [], area = [], applyUrl = [], email = [] } = fields
  const bare = publishedContent(settings, title[0] ?? null, textOf(fields), url, licence)
  if (bare === null) return null
  const deadline = readDeadlineWords(opens, closes)
  const state = stateOf(status, settings)
  return {
    ...bare,
    summary: shortText(fields, licence) ?? bare.summary,
    funder: first(fields.funder, (name) => ({ name: named(name), orgId: null })) ?? bare.funder,
    programme: first(fields.programme, named),
    applyUrl: applyUrlOf(applyUrl, url),
    contactEmail: mailboxOf(email),
    ...awardOf(fields),
    fundTotal: first(fields.fundTotal, readSum),
    deadline,
    forecast: state === 'forecast',
    ended: state === 'closed' && !isOver(deadline, readAt) ? 'closed_early' : null,
    rules: { ...bare.rules, areas: areasOf(area, bare.rules.areas, settings) },
  }
}

/** All that a page says of its opportunity. */
export function textOf({ summary, description, eligibility }: Fields): string {
  const parts = [description?.[0] ?? summary?.[0], eligibility?.[0]]
  return parts.filter((part) => part !== undefined).join('\n\n')
}

const shortText = ({ summary }: Fields, licence: string): string | null =>
  allowsCopies(licence) ? first(summary, (text) => withoutPersons(summarise(text))) : null

const named = (text: string): string => withoutPersons(text).slice(0, MOST_NAME)

/** What the reader makes of the first text of which it makes anything; null when there is none. */
const first = <T>(texts: readonly string[] | undefined, read: (text: string) => T | null): T | null =>
  (texts ?? []).reduce<T | null>((found, text) => found ?? read(text), null)

/** Ends that contradict each other are both left out. */
function awardOf({ award, awardMin, awardMax }: Fields): Pick<OpportunityContent, 'awardMin' | 'awardMax'> {
  const said = first(award, readAward)
  const min = first(awardMin, (text) => readSum(text) ?? readAward(text)?.min ?? null) ?? said?.min ?? null
  const max = first(awardMax, (text) => readSum(text) ?? readAward(text)?.max ?? null) ?? said?.max ?? null
  const isContrary = min !== null && max !== null && min > max
  return isContrary ? { awardMin: null, awardMax: null } : { awardMin: min, awardMax: max }
}

function stateOf(texts: readonly string[], { words }: PagesSettings): 'open' | 'forecast' | 'closed' | null {
  const said = texts.map(slug)
  const states = ['open', 'forecast', 'closed'] as const
  return states.find((state) => said.some((text) => words[state].includes(text))) ?? null
}

/** Whether every round had ended when the page was read: then it closed when it was to. */
const isOver = ({ rounds, zone }: OpportunityContent['deadline'], readAt: Instant): boolean =>
  rounds.length > 0 &&
  rounds.every((round) => {
    const end = closesAt(round, zone)
    return end !== null && end <= readAt
  })

/** Where a page names areas that we do not know, it is not known where. */
function areasOf(texts: readonly string[], usual: Rules['areas'], { words }: PagesSettings): Rules['areas'] {
  if (texts.length === 0) return usual
  const codes = first(texts, (text) => {
    const called = Object.entries(words.areas).find(([name]) => slug(name) === slug(text))?.[1]
    const places = called ?? placesNamed(text.slice(0, MOST_AREA))
    return places.length === 0 ? null : places
  })
  return codes === null ? UNKNOWN : stated(codes)
}

function applyUrlOf(links: readonly string[], url: string): string | null {
  const address = first(links, (link) => pageAddress(link, url))
  return address === url ? null : address
}

const mailboxOf = (links: readonly string[]): string | null =>
  first(links, (link) => roleMailbox(link.replace(/^mailto:/i, '').replace(/\?.*$/, '')))
