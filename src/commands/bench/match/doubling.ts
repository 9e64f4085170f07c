import type { Catalogue } from '../../../matching/catalogue/catalogue.ts'
import { prepareCatalogue } from '../../../matching/match.ts'
import type { PackedSeekers } from '../../../matching/rank/packed-seekers.ts'
import { rankingOf } from '../../../matching/rank/rank.ts'
import { unpackSeekers } from '../../../matching/rank/unpack-seekers.ts'
import { BENCH_NOW } from '../data/opportunities.ts'
import { type Figure, figure } from './figure.ts'
import { timed } from './timed.ts'

const MOST = 20_000
const SHOWN = 20
const ROUNDS = 3

/** How the time grows with twice as many of either: 1 is in proportion. */
export async function measureDoubling(catalogue: Catalogue, seekers: PackedSeekers): Promise<Figure[]> {
  const count = Math.min(MOST, seekers.forms.length)
  const half = prepareCatalogue(
    catalogue.learnt,
    catalogue.opportunities.filter((_, slot) => slot % 2 === 0),
  )
  const base = await quickest(catalogue, seekers, count >> 1)
  const organisations = await quickest(catalogue, seekers, count)
  const halved = await quickest(half, seekers, count)
  return [
    figure(
      'exponentOrganisations',
      'twice the organisations: exponent',
      Math.log2(organisations / base),
      '',
      1.05,
    ),
    figure(
      'exponentOpportunities',
      'twice the opportunities: exponent',
      Math.log2(organisations / halved),
      '',
      1.05,
    ),
  ]
}

async function quickest(catalogue: Catalogue, seekers: PackedSeekers, count: number): Promise<number> {
  const rank = rankingOf(BENCH_NOW, catalogue)
  const seekerAt = unpackSeekers(seekers)
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round += 1) {
    const { cpu } = await timed(() => {
      for (let number = 0; number < count; number += 1) rank(seekerAt(number), SHOWN)
    })
    least = Math.min(least, cpu)
  }
  return least
}
