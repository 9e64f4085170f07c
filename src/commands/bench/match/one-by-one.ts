import type { Match } from '../../../domain/match.ts'
import type { Catalogue } from '../../../matching/catalogue/catalogue.ts'
import { matchOrganisation } from '../../../matching/match.ts'
import { BENCH_NOW } from '../data/opportunities.ts'
import { type Figure, figure } from './figure.ts'
import { quantile } from './timed.ts'
import { numbers, type World } from './world.ts'

const ASKED = 300
const SHOWN = 20

/** One organisation after the other from its text, with the reasons of all that it is shown, and without. */
export function measureOneByOne(world: World, catalogue: Catalogue): Figure[] {
  const measure = (read: (match: Match) => unknown) => {
    const ms = numbers(2 * ASKED).map((number) => {
      const organisation = world.organisation(number % world.organisations)
      const start = performance.now()
      for (const match of matchOrganisation(BENCH_NOW, catalogue, organisation, SHOWN)) read(match)
      return performance.now() - start
    })
    // The first half warms up.
    return (share: number) => quantile(ms.slice(ASKED), share)
  }
  const unread = measure(({ score }) => score)
  const told = measure(({ reasons }) => reasons.length)
  return [
    figure('oneUnreadP50', 'one organisation from text, reasons unread: median', unread(0.5), 'ms'),
    figure('oneUnreadP99', 'the same: 99 in 100 are under', unread(0.99), 'ms'),
    figure('oneP50', 'one organisation from text, 20 with reasons: median', told(0.5), 'ms', 0.5),
    figure('oneP99', 'the same: 99 in 100 are under', told(0.99), 'ms', 2),
  ]
}
