import { createHmac } from 'node:crypto'

/** The same id gives the same hash on this installation; without its key nobody can tell which id it was. */
export const hiddenId = (key: string, id: string): string =>
  `O${createHmac('sha256', key).update(id).digest('hex').slice(0, 16)}`
