import { AppError } from '../base/errors.ts'
import { listWords } from '../base/text.ts'
import type { SourceEntry } from '../domain/source.ts'
import { awardConnectors } from './awards/index.ts'
import { commonGrants } from './common-grants.ts'
import { feed } from './feed/feed.ts'
import { file } from './file.ts'
import { findAGrant } from './find-a-grant.ts'
import { govukSearch } from './govuk-search.ts'
import { grantsGov } from './grants-gov.ts'
import { ocds } from './ocds.ts'
import { pages } from './pages/pages.ts'
import { sedia } from './sedia.ts'
import type { Connector, SourceReader } from './source.ts'

/** Every kind of source of opportunities that we can read. */
export const connectors: readonly Connector[] = [
  ocds,
  findAGrant,
  commonGrants,
  govukSearch,
  grantsGov,
  sedia,
  feed,
  pages,
  file,
]

/**
 * Which readers of records these are. Raise it whenever one of them, or what `catalogue` makes of their readings,
 * makes something else of the same record: what has not changed since is then read again.
 */
export const READERS = 1

/** @throws AppError `invalid` for a connector that we do not have or that reads awards, or an address or settings that it cannot use */
export function openSource(entry: SourceEntry): SourceReader {
  const connector = connectors.find(({ name }) => name === entry.connector)
  if (connector) return connector.open(entry)
  const known = listWords([...connectors, ...awardConnectors].map(({ name }) => name))
  throw new AppError(
    'invalid',
    `The source ${entry.id} has the connector “${entry.connector}”. We have ${known}`,
  )
}
