import * as z from 'zod'

/*
 * Records as they come: a part of the wrong shape reads as absent, so that a stray null or list never
 * costs a record. What must be there is checked by who needs it.
 */

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An object with these parts; an empty one when it is something else. */
export const object = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess((value) => (isObject(value) ? value : {}), z.object(shape))

/** A list of objects; what else stands in it is left out. */
export const list = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (Array.isArray(value) ? value.filter(isObject) : []), z.array(item))

/** A list of texts; one text alone is a list of it. */
export const texts = z.preprocess(
  (value) => (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string'),
  z.array(z.string()),
)

/** Null when absent, empty or not a text. */
export const text = z.string().trim().min(1).nullable().catch(null)

/** An id may come as a number. */
export const id = z
  .union([z.string().trim().min(1), z.number().transform(String)])
  .nullable()
  .catch(null)

/** At least 0; a number may come as a text with commas. */
export const number = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? Number(value.replaceAll(',', '')) : value),
  z.number().nonnegative().nullable().catch(null),
)
