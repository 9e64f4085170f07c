import * as z from 'zod'
import { roleMailbox, withoutPersons } from '../base/personal-data.ts'
import { paragraphs, summarise } from '../base/text.ts'
import type { OpportunityContent } from '../domain/opportunity.ts'
import { BadCell, moneyCell, requiredCell, spanOf, textCell, yesCell } from './file-cells.ts'
import type { Column, Row } from './file-columns.ts'
import { readFileDeadline } from './file-deadline.ts'
import { lotsCell } from './file-lots.ts'
import { readRules } from './file-rules.ts'
import { beneficiariesCell, cpvCell, kindCell, themesCell, vcseCell, wordCell } from './file-words.ts'

const Ended = z.enum(['awarded', 'withdrawn', 'closed_early'])
const MOST_TITLE = 500

/** What a row says. @throws BadCell for the first cell that cannot be read */
export function readRow(row: Row): OpportunityContent {
  const title = withoutPersons(requiredCell(row, 'title')).slice(0, MOST_TITLE)
  const description = withoutPersons(paragraphs(textCell(row, 'description') ?? ''))
  const summary = withoutPersons(textCell(row, 'summary') ?? summarise(description))
  return {
    title,
    summary,
    description: description === '' ? summary : description,
    kind: kindCell(row),
    funder: { name: requiredCell(row, 'funder'), orgId: orgIdCell(row) },
    programme: textCell(row, 'programme'),
    url: addressFrom(requiredCell(row, 'url'), 'url'),
    applyUrl: addressCell(row, 'apply_url'),
    contactEmail: mailboxCell(row),
    ...spanOf(moneyCell, row, ['award_min', 'award_max'], (awardMin, awardMax) => ({ awardMin, awardMax })),
    fundTotal: moneyCell(row, 'fund_total'),
    currency: currencyCell(row),
    deadline: readFileDeadline(row),
    forecast: yesCell(row, 'forecast'),
    ended: wordCell(row, 'ended', Ended),
    themes: themesCell(row),
    beneficiaries: beneficiariesCell(row, 'beneficiaries'),
    cpv: cpvCell(row),
    vcseSignals: vcseCell(row),
    lots: lotsCell(row),
    rules: readRules(row),
  }
}

function currencyCell(row: Row): string {
  const code = (textCell(row, 'currency') ?? 'GBP').toUpperCase()
  if (!/^[A-Z]{3}$/.test(code)) throw new BadCell('currency', `is not a code like GBP: ${code}`)
  return code
}

function orgIdCell(row: Row): string | null {
  const id = textCell(row, 'funder_id')
  if (id !== null && !/^[A-Z0-9]+(?:-[A-Z0-9]+)?-\S+$/i.test(id)) {
    throw new BadCell('funder_id', `is not an id like GB-CHC-1234567: ${id}`)
  }
  return id
}

function addressCell(row: Row, column: Column): string | null {
  const text = textCell(row, column)
  return text === null ? null : addressFrom(text, column)
}

function addressFrom(text: string, column: Column): string {
  if (!z.httpUrl().safeParse(text).success) {
    throw new BadCell(column, `is not an address like https://fund.example/apply: ${text}`)
  }
  return text
}

/** A person's own address is left out without a word: it is not a fault of the list. */
function mailboxCell(row: Row): string | null {
  const text = textCell(row, 'contact_email')
  if (text === null) return null
  if (!z.email().safeParse(text).success) throw new BadCell('contact_email', 'is not an e-mail address')
  return roleMailbox(text)
}
