import { type Award, MOST_AWARDS } from '../../domain/award.ts'
import { type Funder, foldedFunderName, registerId } from '../../domain/funder.ts'

/** What one funder has paid for, as matching reads it. */
export interface FunderHistory {
  /** Its id in a register, or its folded name where no award gives such an id. */
  readonly funder: string
  /** Newest first, ties by key; at most `MOST_AWARDS`, at least one. */
  readonly awards: readonly PastAward[]
}

export interface PastAward {
  readonly title: string
  /** Empty when not said. */
  readonly purpose: string
  readonly recipientName: string
  /** In minor units of `currency`. */
  readonly amount: number
  readonly currency: string
  readonly awardedOn: Award['awardedOn']
}

/** The same for a funder of an opportunity and of an award, when both give a register's id or neither does. */
export const funderKey = (funder: Funder): string => registerId(funder) ?? foldedFunderName(funder.name)

/**
 * Groups awards by funder. A history stands under the register's id, and also under each name that
 * this id alone carries, since many calls give a name only. Awards without an id join the history of
 * that one id; where two ids share a name, they stay apart under the name.
 */
export function historiesOf(awards: readonly Award[]): ReadonlyMap<string, FunderHistory> {
  const idsByName = new Map<string, Set<string>>()
  for (const { funder } of awards) {
    const ids = mapped(idsByName, foldedFunderName(funder.name), () => new Set<string>())
    const id = registerId(funder)
    if (id !== null) ids.add(id)
  }
  const onlyId = (name: string): string | undefined => {
    const [id, another] = idsByName.get(name) ?? []
    return another === undefined ? id : undefined
  }
  const groups = Map.groupBy(awards, ({ funder }) => {
    const name = foldedFunderName(funder.name)
    return registerId(funder) ?? onlyId(name) ?? name
  })
  const histories = new Map([...groups].map(([funder, those]) => [funder, historyOf(funder, those)]))
  for (const name of idsByName.keys()) {
    const history = histories.get(onlyId(name) ?? name)
    if (history) histories.set(name, history)
  }
  return histories
}

/**
 * What the funder has paid for; undefined when that is not known. A funder with an id is never taken
 * for its namesake with another id.
 */
export function findHistory(
  histories: ReadonlyMap<string, FunderHistory>,
  funder: Funder,
): FunderHistory | undefined {
  const found = histories.get(funderKey(funder))
  if (found !== undefined || registerId(funder) === null) return found
  const name = foldedFunderName(funder.name)
  const namesake = histories.get(name)
  return namesake?.funder === name ? namesake : undefined
}

/**
 * The histories, found also by the names of funders whose calls state no id, where a name is known to
 * lead to one. A name that has a history of its own keeps it.
 *
 * @param ids - of registers, by such a name
 */
export function foundByName(
  histories: ReadonlyMap<string, FunderHistory>,
  ids: ReadonlyMap<string, string>,
): ReadonlyMap<string, FunderHistory> {
  const found = [...ids].flatMap(([name, id]) => {
    const history = histories.get(id)
    return history === undefined ? [] : [[foldedFunderName(name), history] as const]
  })
  return new Map([...found, ...histories])
}

const historyOf = (funder: string, awards: readonly Award[]): FunderHistory => ({
  funder,
  awards: [...awards].sort(newestFirst).slice(0, MOST_AWARDS).map(pastAward),
})

const newestFirst = (a: Award, b: Award): number =>
  a.awardedOn === b.awardedOn ? (a.key < b.key ? -1 : 1) : a.awardedOn < b.awardedOn ? 1 : -1

const pastAward = ({ title, purpose, recipient, amount, currency, awardedOn }: Award): PastAward => ({
  title,
  purpose,
  recipientName: recipient.name,
  amount,
  currency,
  awardedOn,
})

function mapped<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make()
  map.set(key, value)
  return value
}
