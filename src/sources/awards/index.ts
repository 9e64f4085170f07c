import { AppError } from '../../base/errors.ts'
import type { SourceEntry } from '../../domain/source.ts'
import { awardApi } from './award-api.ts'
import { awardFile } from './award-file.ts'
import { awardRegistry } from './award-registry.ts'
import type { AwardConnector, AwardReader } from './award-source.ts'

/** Every kind of source of past awards that we can read. */
export const awardConnectors: readonly AwardConnector[] = [awardFile, awardRegistry, awardApi]

/** Whether the source has past awards; any other has opportunities. */
export const isAwardSource = ({ connector }: SourceEntry): boolean =>
  awardConnectors.some(({ name }) => name === connector)

/** @throws AppError `invalid` when it is no source of awards, or its address or settings cannot be used */
export function openAwardSource(entry: SourceEntry): AwardReader {
  const connector = awardConnectors.find(({ name }) => name === entry.connector)
  if (connector) return connector.open(entry)
  throw new AppError('invalid', `The source ${entry.id} has opportunities, not awards`)
}
