import { prepareCatalogue } from '../../../matching/match.ts'
import { applicantOf } from '../../../matching/profile/applicant.ts'
import { rankingOf } from '../../../matching/rank/rank.ts'
import { peersFor } from '../../eval/peers/peers.ts'
import { rankedIds } from '../../eval/scored.ts'
import { BENCH_NOW } from '../data/opportunities.ts'
import { type Figure, figure } from './figure.ts'
import { timed } from './timed.ts'
import { numbers, opportunityText, organisationText, type World } from './world.ts'

/** Opportunities and organisations at most. */
const SIZE = 1_000
const SHOWN = 20
/** How many times faster we must be, and how many organisations the peer is asked for. */
const PEERS: Readonly<Record<string, { readonly goal: number; readonly asked: number }>> = {
  'fuse-by-word': { goal: 10_000, asked: 8 },
  minisearch: { goal: 200, asked: 50 },
  fts5: { goal: 30, asked: 300 },
}

/** Ours from text to a list of 20, against search engines on the same texts. Slow ones are asked for a sample. */
export async function measureAgainstPeers(world: World): Promise<Figure[]> {
  const opportunities = numbers(Math.min(SIZE, world.opportunities)).map((it) => world.opportunity(it))
  const organisations = numbers(Math.min(SIZE, world.organisations)).map((it) => world.organisation(it))
  const catalogue = prepareCatalogue(world.learnt, opportunities)
  const rank = rankingOf(BENCH_NOW, catalogue)
  // Peers give ids and scores, and so do we here: reasons are measured one by one.
  const matchAll = () =>
    organisations.map((it) =>
      rank(applicantOf(world.learnt, it), SHOWN).map(({ slot, units }) => ({
        id: catalogue.ids[slot],
        units,
      })),
    )
  // The first round warms up, as the peers' index and first queries do.
  matchAll()
  const ours = (1_000 * (await timed(matchAll)).cpu) / organisations.length
  const candidates = opportunities.map((it) => ({ id: it.id, title: it.title, text: opportunityText(it) }))
  const figures = [figure('ours1000', 'ours, text to list of 20, 1,000 opportunities', ours, 'ms')]
  for (const peer of peersFor({ name: 'causes' }, Object.keys(PEERS))) {
    const { goal, asked } = PEERS[peer.name] ?? { goal: 1, asked: 1 }
    const search = peer.index(candidates)
    const texts = organisations.slice(0, asked).map(organisationText)
    rankedIds(search(texts[0] ?? ''))
    const { cpu } = await timed(() => texts.map((text) => rankedIds(search(text)).slice(0, SHOWN)))
    const each = (1_000 * cpu) / texts.length
    figures.push(
      figure(peer.name, `${peer.says} (${texts.length} asked)`, each, 'ms'),
      figure(`${peer.name}Ratio`, `${peer.name}: times slower than ours`, each / ours, '×', {
        atLeast: goal,
      }),
    )
  }
  return figures
}
