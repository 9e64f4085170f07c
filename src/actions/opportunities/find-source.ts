import { AppError } from '../../base/errors.ts'
import type { SourceEntry } from '../../domain/source.ts'
import type { Registry } from '../../runtime.ts'

/** The source with that id. @throws AppError `not_found` naming all that there are */
export function findSource({ sources }: Registry, id: string): SourceEntry {
  const source = sources.find((it) => it.id === id)
  if (source) return source
  const ids = sources.map((it) => it.id).join(', ')
  throw new AppError(
    'not_found',
    id === '' ? `Name one of the sources: ${ids}` : `There is no source ${id}. The sources are: ${ids}`,
  )
}
