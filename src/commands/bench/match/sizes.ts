import type { Catalogue } from '../../../matching/catalogue/catalogue.ts'
import { readSnapshot, writeSnapshot } from '../../../matching/catalogue/snapshot.ts'
import type { PackedSeekers } from '../../../matching/rank/packed-seekers.ts'
import { type Figure, figure } from './figure.ts'
import { timed } from './timed.ts'

/** Memory of what is kept, and what it takes to load it. */
export async function measureSizes(catalogue: Catalogue, seekers: PackedSeekers): Promise<Figure[]> {
  const { index, shared, ranks, places, terms, times } = catalogue
  const arrays = [...Object.values(index), shared, ranks, places.numbers, terms.numbers, times.numbers]
  const { profiles, places: _, told: __, ...facts } = seekers
  const count = seekers.forms.length
  const snapshot = writeSnapshot(catalogue)
  const loaded = await timed(() => readSnapshot(snapshot))
  return [
    figure('bytesOpportunity', 'an opportunity in the index', bytesOf(arrays) / shared.length, 'B', 1_300),
    figure('bytesProfile', 'a stored profile', bytesOf(Object.values(profiles)) / count, 'B', 260),
    figure(
      'bytesFacts',
      'the facts of an organisation beside it',
      bytesOf(Object.values(facts)) / count,
      'B',
    ),
    figure('snapshotBytes', 'the snapshot of the catalogue', snapshot.length / 2 ** 20, 'MB'),
    figure('snapshotLoad', 'loading it', 1_000 * loaded.wall, 'ms', 50),
  ]
}

const bytesOf = (arrays: readonly { readonly byteLength: number }[]): number =>
  arrays.reduce((sum, { byteLength }) => sum + byteLength, 0)
