/** A ward of a council, as an imported file names it. */
export interface Ward {
  /** GSS code: `E05011950`. */
  readonly code: string
  /** As the file has it, without the word “ward”. */
  readonly name: string
  /** GSS code of the council in which it lies. */
  readonly authority: string
}

/** Electoral wards and divisions of England, Wales, Scotland and Northern Ireland. */
const WARD = /^(?:E05|W05|S13|N08)\d{6}$/

/** Whether it has the form of a GSS code of a ward, whether or not there is one. */
export const isWardCode = (text: string): boolean => WARD.test(text)

/** A ward as it stands among the areas of an opportunity or organisation. */
export interface WardPlace {
  readonly code: string
  /** Null as long as no imported file says in which council the ward lies. */
  readonly placed: Pick<Ward, 'name' | 'authority'> | null
}

const WARD_PLACE = /^((?:E05|W05|S13|N08)\d{6})(?:@([A-Z]\d{8}):(.*))?$/

/**
 * The ward with what is known of it, as one text: who reads it later needs no file and no database.
 *
 * @example placedWard({ code: 'E05011950', name: 'Filton', authority: 'E06000025' }) // 'E05011950@E06000025:Filton'
 */
export const placedWard = ({ code, name, authority }: Ward): string => `${code}@${authority}:${name}`

/** Undefined for what is no ward. */
export function parseWard(text: string): WardPlace | undefined {
  const [, code, authority, name] = WARD_PLACE.exec(text) ?? []
  if (code === undefined) return undefined
  return { code, placed: authority === undefined ? null : { authority, name: name ?? '' } }
}
