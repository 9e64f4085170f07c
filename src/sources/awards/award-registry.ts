import * as z from 'zod'
import { AppError } from '../../base/errors.ts'
import { parsePage } from '../list-connector.ts'
import { checkedSettings, webUrl } from '../settings.ts'
import { addressFault } from '../web/public-address.ts'
import type { AwardConnector, OfferedList } from './award-source.ts'
import { Dataset, newestFile, sayLicence } from './dataset.ts'

const Settings = z.strictObject({
  /** Prefixes (`360G-…`) or names of publishers; `all` for every one. */
  publishers: z.union([z.literal('all'), z.array(z.string().min(1))]).default([]),
  /** Identifiers of single datasets, besides. */
  datasets: z.array(z.string().min(1)).default([]),
  paceMs: z.number().nonnegative().default(2000),
})
type Settings = z.infer<typeof Settings>

/** When each dataset that has been read had last been modified, by its identifier. */
const State = z.object({ read: z.record(z.string(), z.string()) })

/** Datasets that publishers have named in 360Giving's registry, each on a site of its own. */
export const awardRegistry: AwardConnector = {
  name: '360giving-registry',
  open(entry) {
    const url = webUrl(entry)
    const settings = checkedSettings(Settings, entry)
    if (settings.publishers.length === 0 && settings.datasets.length === 0) {
      throw new AppError(
        'invalid',
        `The source ${entry.id} must name settings.publishers or settings.datasets, or all publishers`,
      )
    }
    const manners = { paceMs: settings.paceMs, throttle: [] }
    return {
      async *lists({ get, open }, state) {
        const page = await get(url, { ...manners, accept: 'application/json' })
        const all = parsePage(z.array(z.unknown()), page, entry.name, 'a list of datasets')
        const chosen = all.flatMap((item) => Dataset.safeParse(item).data ?? []).filter(isChosen(settings))
        if (chosen.length === 0)
          throw new AppError('source_unavailable', `${entry.name} has none of the datasets`)
        for (const dataset of chosen) {
          const list = listOf(dataset, async (address) => ({
            bytes: await open(address, { ...manners, accept: '*/*' }),
            mark: dataset.modified,
          }))
          if (dataset.modified === null || readOf(state)[dataset.identifier] !== dataset.modified) yield list
        }
      },
      nextRound: (state) => state,
    }
  },
}

const readOf = (state: unknown): Readonly<Record<string, string>> => State.safeParse(state).data?.read ?? {}

const isChosen =
  ({ publishers, datasets }: Settings) =>
  ({ identifier, publisher }: Dataset): boolean =>
    publishers === 'all' ||
    datasets.includes(identifier) ||
    publishers.some((name) => [publisher.prefix, publisher.name].some((own) => isAlike(own, name)))

const isAlike = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

function listOf(dataset: Dataset, fetch: (address: string) => ReturnType<OfferedList['open']>): OfferedList {
  const { identifier, modified, publisher } = dataset
  return {
    id: identifier,
    isOnOwnSite: false,
    sourceName: publisher.name,
    licence: sayLicence(dataset),
    async open() {
      const address = newestFile(dataset)
      if (address === null) throw unreadable(dataset, 'has no file to download')
      const fault = addressFault(new URL(address))
      if (fault !== null) throw unreadable(dataset, `is at an address that ${fault}`)
      return fetch(address)
    },
    after: (state) => (modified === null ? state : { read: { ...readOf(state), [identifier]: modified } }),
  }
}

const unreadable = ({ title, publisher }: Dataset, why: string) =>
  new AppError('source_unavailable', `The dataset “${title}” of ${publisher.name} ${why}`)
