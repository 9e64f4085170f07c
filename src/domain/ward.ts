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
