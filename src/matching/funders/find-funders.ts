import { findNames } from '../../base/names/find-names.ts'
import { indexNames, type NameIndex } from '../../base/names/name-index.ts'
import { foldedFunderName, type KnownFunder } from '../../domain/funder.ts'
import { councilNames, FUNDER_WORDING, lastingFunderName, otherFunderNames } from './known-names.ts'

/** Funders read once, to be found by what people type. */
export interface FunderIndex {
  readonly funders: ReadonlyMap<string, KnownFunder>
  readonly names: NameIndex
  /** By folded name, and by id in capitals. */
  readonly exact: ReadonlyMap<string, readonly KnownFunder[]>
}

/** What was read of a typed name. */
export interface FunderReading {
  /** Whether they have just this name or id, or are known to be called so; otherwise theirs are like it. */
  readonly isExact: boolean
  /** Likeliest first, ties by id; empty when none has a name like it. */
  readonly funders: readonly KnownFunder[]
  /** Whether more are as likely: only so many are read. */
  readonly isCut: boolean
}

/** Below this a name is alike in nothing but a common word. */
const LEAST_LIKENESS = 0.5
/** What another funder must have of the likeness of the likest, to be as likely meant. */
const AS_LIKELY = 0.8
/** "Council" is in thousands of names. */
const MOST = 100

/** @param funders - in any order */
export function prepareFunders(funders: readonly KnownFunder[]): FunderIndex {
  const keyed = funders.flatMap((funder) => exactKeys(funder).map((key) => ({ key, funder })))
  return {
    funders: new Map(funders.map((funder) => [funder.id, funder])),
    names: indexNames(
      funders.map(({ id, name }) => ({
        id,
        name,
        otherNames: [...otherFunderNames(name), ...councilNames(name)],
      })),
      FUNDER_WORDING,
    ),
    exact: new Map(
      [...Map.groupBy(keyed, ({ key }) => key)].map(([key, those]) => [
        key,
        those.map(({ funder }) => funder),
      ]),
    ),
  }
}

function exactKeys({ id, name, orgId }: KnownFunder): string[] {
  const names = [...otherFunderNames(name), ...councilNames(name)].map(foldedFunderName)
  return [...new Set([...idKeys(id), ...idKeys(orgId ?? ''), lastingFunderName(name), ...names])]
}

const idKeys = (id: string): string[] => (id === '' ? [] : [`id ${id.trim().toUpperCase()}`])

/** The funders that somebody means who types that name or id: all that have just it, else those with names like it. */
export function readFunder(index: FunderIndex, typed: string): FunderReading {
  const known = [...idKeys(typed), lastingFunderName(typed), ...councilNames(typed).map(foldedFunderName)]
  const exact = known.map((key) => index.exact.get(key)).find((funders) => funders !== undefined)
  if (exact) return { isExact: true, funders: exact, isCut: false }
  const found = alike(index, typed, MOST + 1)
  const same = found.filter(({ likeness }) => likeness === 1).map(({ funder }) => funder)
  if (same.length > 0) return { isExact: true, funders: same, isCut: false }
  const enough = (found[0]?.likeness ?? 0) * AS_LIKELY
  const funders = found.filter(({ likeness }) => likeness >= enough).map(({ funder }) => funder)
  return { isExact: false, funders: funders.slice(0, MOST), isCut: funders.length > MOST }
}

/**
 * Funders for a look-up while somebody types: what `readFunder` reads, then those with like names.
 *
 * @param limit - at least 1
 */
export function findFunders(index: FunderIndex, typed: string, limit: number): readonly KnownFunder[] {
  const { funders } = readFunder(index, typed)
  const others = alike(index, typed, limit + funders.length).map(({ funder }) => funder)
  return [...new Set([...funders, ...others])].slice(0, limit)
}

function alike(
  index: FunderIndex,
  typed: string,
  limit: number,
): { funder: KnownFunder; likeness: number }[] {
  return findNames(index.names, typed, limit).flatMap(({ id, score }) => {
    const funder = index.funders.get(id)
    return funder && score >= LEAST_LIKENESS ? [{ funder, likeness: score }] : []
  })
}
