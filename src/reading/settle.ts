import { doubted, type Field, type Finding, isSure, LISTS } from './finding.ts'
import { settleDeadlines } from './settle-deadlines.ts'

/** Brings together what several clauses say of one field. */
export function settle(found: readonly Finding[]): readonly Finding[] {
  const fields = [...new Set(found.map(({ field }) => field))]
  return fields.flatMap((field) =>
    settleField(field, once(found.filter((one) => one.field === field)), found),
  )
}

function settleField(field: Field, found: readonly Finding[], all: readonly Finding[]): readonly Finding[] {
  if (field === 'deadline') return settleDeadlines(found, all)
  if (field === 'awardMin' || field === 'awardMax') return settleAward(field, found, all)
  if (LISTS.has(field) || found.filter(isSure).length < 2) return found
  // Two values of one field: which is meant for whom is not for us to say.
  return found.map(doubted)
}

/** Each value once, as it was said most surely. */
function once(found: readonly Finding[]): readonly Finding[] {
  const kept = new Map<string, Finding>()
  for (const finding of found) {
    const key = JSON.stringify(finding.value)
    const other = kept.get(key)
    if (other === undefined || (!isSure(other) && isSure(finding))) kept.set(key, finding)
  }
  return [...kept.values()]
}

type Amount = Extract<Finding, { field: 'awardMin' | 'awardMax' }>

/**
 * The least or the most over all streams of a call, when they are told apart by their size or in one
 * sentence. Where sentences differ for no reason that can be read, nothing is sure.
 */
function settleAward(
  field: Amount['field'],
  found: readonly Finding[],
  all: readonly Finding[],
): readonly Finding[] {
  const amounts = all.filter((one): one is Amount => one.field === 'awardMin' || one.field === 'awardMax')
  const sure = amounts.filter((one) => one.field === field && isSure(one))
  const explicit = sure.filter(({ quote }) => EXPLICIT.test(quote))
  const rivals = explicit.length > 0 ? explicit : sure
  const best = field === 'awardMin' ? least(rivals) : most(rivals)
  const isDoubtful =
    (isMixed(rivals) && !areStreams(rivals)) || isOpen(field, best, amounts, explicit.length > 0)
  return found.flatMap((one) => {
    if (!isSure(one)) return [one]
    if (one.value !== best) return isDoubtful ? [doubted(one)] : []
    return [isDoubtful ? doubted(one) : one]
  })
}

/** "The maximum grant is £5,000" is said of every stream. */
const EXPLICIT = /\b(?:maximum|minimum) (?:grant|award|amount|value)/i
const SIZED = /\b(?:small(?:er)?|medium|larger?|major|minor|micro|main|standard)\b/i

const least = (amounts: readonly Amount[]): number => Math.min(...amounts.map(({ value }) => value))
const most = (amounts: readonly Amount[]): number => Math.max(...amounts.map(({ value }) => value))

const isMixed = (amounts: readonly Amount[]): boolean =>
  new Set(amounts.map(({ quote }) => quote)).size > 1 && new Set(amounts.map(({ value }) => value)).size > 1

const areStreams = (amounts: readonly Amount[]): boolean => amounts.every(({ quote }) => SIZED.test(quote))

/** Whether another stream goes on where this one ends, so that its end is not that of the call. */
function isOpen(
  field: Amount['field'],
  best: number,
  amounts: readonly Amount[],
  isExplicit: boolean,
): boolean {
  const own = amounts.find((one) => one.field === field && one.value === best)
  const others = amounts.filter((one) => one.field !== field && one.quote !== own?.quote)
  if (field === 'awardMax') return !isExplicit && others.some(({ value }) => value >= best)
  return (
    amounts.some((one) => one.field === 'awardMax' && one.value < best) ||
    others.some(({ value }) => value <= best)
  )
}
