import type { ListedMatch } from '../../../domain/match-list.ts'
import type { OpportunityId } from '../../../domain/opportunity.ts'
import type { Catalogue } from '../../../matching/catalogue/catalogue.ts'
import { prepareCatalogue } from '../../../matching/match.ts'
import { type Lists, NOTHING } from '../../../matching/rank/lists.ts'
import type { PackedSeekers } from '../../../matching/rank/packed-seekers.ts'
import { type Ranking, rankingOf } from '../../../matching/rank/rank.ts'
import { unpackSeekers } from '../../../matching/rank/unpack-seekers.ts'
import { rankIn, unitsIn, worthOf } from '../../../matching/rank/worth.ts'
import { BENCH_NOW } from '../data/opportunities.ts'
import { type Figure, figure } from './figure.ts'
import { KEPT, leastToRenew, renewList, SHOWN } from './renew-list.ts'
import { timed } from './timed.ts'
import type { World } from './world.ts'
import { measureWriting, WRITTEN } from './writing.ts'

/** One opportunity in so many changes in a night, and one list in so many is checked. */
const CHANGED = 100
const CHECKED = 500

/** A night: some opportunities change, and every list is renewed by ranking only these. */
export async function measureNight(
  world: World,
  before: Catalogue,
  seekers: PackedSeekers,
  lists: Lists,
): Promise<Figure[]> {
  const changed = before.opportunities.filter((_, slot) => slot % CHANGED === 7)
  const isChanged = new Set(changed.map(({ id }) => id))
  const renewed = changed.map(({ id }) => world.opportunity(Number(id.slice(-7)), 2))
  const after = prepareCatalogue(world.learnt, [
    ...before.opportunities.filter(({ id }) => !isChanged.has(id)),
    ...renewed,
  ])
  const old = worthsOf(before, lists)
  const seekerAt = unpackSeekers(seekers)
  const rankAll = rankingOf(BENCH_NOW, after)
  const all = worthsFrom(rankAll, after.ranks)
  let again = 0
  const renew = (number: number, some: Worths, changedRanks: Uint8Array) => {
    const known = old(number)
    const seeker = seekerAt(number)
    const list = renewList(
      known,
      (worth) => changedRanks[rankIn(worth)] === 1,
      some(seeker, leastToRenew(known)),
    )
    if (list) return list
    again += 1
    return all(seeker)
  }
  let kept = 0
  const rewritten: { readonly old: Float64Array; readonly list: Float64Array }[] = []
  const { result: sample, cpu } = await timed(() => {
    const catalogue = prepareCatalogue(world.learnt, renewed)
    const ranks = ranksIn(after, catalogue)
    const marks = Uint8Array.from({ length: after.ids.length }, (_, rank) => (ranks.includes(rank) ? 1 : 0))
    const some = worthsFrom(rankingOf(BENCH_NOW, catalogue), ranks)
    const checked = new Map<number, Float64Array>()
    for (let number = 0; number < world.organisations; number += 1) {
      const list = renew(number, some, marks)
      kept += list.length
      if (number < WRITTEN) rewritten.push({ old: old(number), list })
      if (number % CHECKED === 0) checked.set(number, list.slice(0, SHOWN))
    }
    return checked
  })
  const wrong = [...sample].filter(
    ([number, list]) => list.join() !== all(seekerAt(number)).subarray(0, SHOWN).join(),
  )
  const listed = listedFrom(after)
  const written = rewritten.map((it) => ({ before: listed(it.old), after: listed(it.list) }))
  return [
    ...(await measureWriting(world, [before, after], written)),
    figure(
      'nightCpu',
      `a night, ${renewed.length} opportunities changed: all lists`,
      cpu,
      's CPU',
      world.organisations / 170_000,
    ),
    figure('nightAgain', 'organisations that had to be ranked afresh', again, ''),
    figure('nightKept', 'places kept for an organisation', kept / world.organisations, ''),
    figure('nightWrong', `lists of ${sample.size} that differ from a full rematch`, wrong.length, '', 0),
  ]
}

/** The matches that worths stand for; whether each may be applied for is not known of them, and all count as eligible. */
function listedFrom({ ids, ranks }: Catalogue): (worths: Float64Array) => ListedMatch[] {
  const byRank: OpportunityId[] = []
  for (const [slot, id] of ids.entries()) byRank[ranks[slot] ?? 0] = id
  return (worths) =>
    Array.from(worths).flatMap((worth) => {
      const opportunityId = byRank[rankIn(worth)]
      return opportunityId ? [{ opportunityId, units: unitsIn(worth), verdict: 'eligible' as const }] : []
    })
}

type Worths = (seeker: Parameters<Ranking>[0], least?: number) => Float64Array

const worthsFrom =
  (rank: Ranking, ranks: Int32Array): Worths =>
  (seeker, least) =>
    Float64Array.from(rank(seeker, KEPT, least), ({ slot, units }) => worthOf(units, ranks[slot] ?? 0))

/** The kept lists as worths, by number of organisation. */
function worthsOf({ ranks }: Catalogue, { most, slots, units }: Lists): (number: number) => Float64Array {
  const worths = Float64Array.from(slots, (slot, at) =>
    slot === NOTHING ? Number.NEGATIVE_INFINITY : worthOf(units[at] ?? 0, ranks[slot] ?? 0),
  )
  return (number) => {
    let end = (number + 1) * most
    while (end > number * most && slots[end - 1] === NOTHING) end -= 1
    return worths.subarray(number * most, end)
  }
}

/** The rank that each opportunity of a part has in the whole. */
function ranksIn(whole: Catalogue, part: Catalogue): Int32Array {
  const ranks = new Map(whole.ids.map((id, slot) => [id, whole.ranks[slot] ?? 0]))
  return Int32Array.from(part.ids, (id) => ranks.get(id) ?? 0)
}
