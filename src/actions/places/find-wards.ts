import type { Database } from '../../db/database.ts'
import { foldedWardName, listWards, listWardsNamed } from '../../db/wards.ts'
import type { NamedAreas } from '../../domain/areas/forms.ts'
import { readAreaOrWard, wardMentioned } from '../../domain/areas/read-ward.ts'
import type { Ward } from '../../domain/ward.ts'

/** Finds the wards that a text mentions, among those that were looked up. */
export type WardsOf = (text: string) => readonly Ward[]

/** Looks up all wards that any of the texts mentions, in two questions. */
export async function findWards(db: Pick<Database, 'query'>, texts: readonly string[]): Promise<WardsOf> {
  const mentions = new Map(
    texts.flatMap((text) => {
      const mention = wardMentioned(text)
      return mention === null ? [] : [[text, mention] as const]
    }),
  )
  if (mentions.size === 0) return () => []
  const all = [...mentions.values()]
  const codes = all.flatMap(({ code }) => (code === null ? [] : [code]))
  const names = all.flatMap(({ code, name }) => (code === null && foldedWardName(name) !== '' ? [name] : []))
  const byCode = codes.length === 0 ? new Map<string, Ward>() : await listWards(db, codes)
  const named = names.length === 0 ? [] : await listWardsNamed(db, [...new Set(names)])
  const byName = Map.groupBy(named, ({ name }) => foldedWardName(name))
  return (text) => {
    const mention = mentions.get(text)
    if (mention === undefined) return []
    if (mention.code === null) return byName.get(foldedWardName(mention.name)) ?? []
    const ward = byCode.get(mention.code)
    return ward === undefined ? [] : [ward]
  }
}

/** What somebody means who types the name of an area, wards that were imported included. */
export async function readAnyArea(db: Pick<Database, 'query'>, text: string): Promise<NamedAreas> {
  const wardsOf = await findWards(db, [text])
  return readAreaOrWard(text, wardsOf(text))
}
