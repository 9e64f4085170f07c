import * as z from 'zod'
import type { Instant } from '../base/date.ts'
import { penceOf } from '../base/money.ts'
import { withoutPersons } from '../base/personal-data.ts'
import { oneLine, paragraphs, summarise } from '../base/text.ts'
import { allowsCopies } from '../domain/licence.ts'
import type { OpportunityContent } from '../domain/opportunity.ts'
import type { Reading } from '../domain/source.ts'
import { BLANK } from './blank-content.ts'
import { readGrantDeadline } from './find-a-grant-deadline.ts'
import { readGrantRules } from './find-a-grant-rules.ts'
import { GrantFields, ListedGrant, TABS } from './find-a-grant-schema.ts'
import { readListRecord, sentItem } from './list-record.ts'
import { plainText } from './rich-text.ts'
import { object, text } from './shapes.ts'
import { unkeptWords } from './web/publisher.ts'
import { webAddress } from './web-address.ts'

const MOST_TITLE = 500

interface Origin {
  /** The address of the list, under which each grant has its page. */
  readonly url: string
  readonly licence: string
}

/** Turns an entry of the list, with the fields of its page where it was read, into a reading. */
export function readGrant(record: unknown, origin: Origin): Reading {
  const bad = (key: string | null, releasedAt: Instant | null, reason: string): Reading => ({
    outcome: 'bad',
    key,
    releasedAt,
    reason,
  })
  const read = readListRecord(record)
  if (read === null || typeof read.value !== 'object' || read.value === null) {
    return bad(null, null, 'The record is not an entry of the list')
  }
  const { value, readAt } = read
  if ('unchanged' in value && typeof value.unchanged === 'string') {
    return { outcome: 'unchanged', key: value.unchanged }
  }
  const sent = grantSent(record)
  const { id: key } = ListedGrant.parse(sent)
  if (key === null) return bad(null, readAt, 'The grant has no id')
  const { fault } = Entry.parse(value)
  if (fault !== null) return bad(key, readAt, `The grant ${fault}`)
  const content = readContent(GrantFields.parse(sent), readAt, origin)
  if (typeof content === 'string') return bad(key, readAt, `The grant ${content}`)
  const words = unkeptWords(readTexts(GrantFields.parse(sent), content.title).description, origin.licence)
  return { outcome: 'opportunity', key, revision: readAt, releasedAt: readAt, content, ...words }
}

/** The address of a grant's page. */
export const pageOfGrant = (list: string, label: string): string => `${list}/${encodeURIComponent(label)}`

/** The fields of a grant's entry and of its page as one. */
export function grantSent(record: unknown): unknown {
  const { listed, fields } = Entry.parse(sentItem(record))
  return { ...objectOf(listed), ...objectOf(fields) }
}

const Entry = object({ listed: z.unknown().optional(), fields: z.unknown().optional(), fault: text })

const objectOf = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})

/** The content, or what is missing for it: the end of a sentence that begins "The grant". */
function readContent(
  fields: GrantFields,
  readAt: Instant,
  { url, licence }: Origin,
): OpportunityContent | string {
  const title = withoutPersons(oneLine(fields.grantName ?? '')).slice(0, MOST_TITLE)
  if (title === '') return 'has no name'
  if (fields.grantFunder === null) return 'does not say who gives it'
  if (fields.label === null) return 'has no page for people'
  const deadline = readGrantDeadline(fields, readAt)
  if (typeof deadline === 'string') return `has ${deadline}`
  return {
    ...BLANK,
    title,
    ...(allowsCopies(licence) ? readTexts(fields, title) : { summary: title, description: title }),
    funder: { name: withoutPersons(oneLine(fields.grantFunder)), orgId: null },
    url: pageOfGrant(url, fields.label),
    applyUrl: webAddress(fields.grantWebpageUrl),
    awardMin: penceAbove(1, fields.grantMinimumAward),
    awardMax: penceAbove(0, fields.grantMaximumAward),
    fundTotal: penceAbove(0, fields.grantTotalAwardAmount),
    deadline,
    rules: readGrantRules(fields),
  }
}

function readTexts(fields: GrantFields, title: string) {
  const short = withoutPersons(paragraphs(fields.grantShortDescription ?? ''))
  const tabs = Object.entries(TABS).map(([name, heading]) => {
    const text = plainText(fields[name as keyof typeof TABS])
    return text === '' || heading === null ? text : `${heading}\n\n${text}`
  })
  const long = withoutPersons(tabs.filter((text) => text !== '').join('\n\n'))
  const summary = [short, long, title].find((text) => text !== '') ?? title
  return { summary: summarise(summary), description: long === '' ? summary : long }
}

/** Whole pounds as pence; null at or below what stands for "none". */
function penceAbove(none: number, pounds: number | null): number | null {
  const pence = pounds === null || pounds <= none ? null : penceOf(pounds)
  return pence !== null && Number.isSafeInteger(pence) ? pence : null
}
