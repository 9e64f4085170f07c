import type { Facts } from '../base/log.ts'

/** Counts as a person reads them. @example sayFacts({ withoutAddress: 2 }) // '2 without address' */
export const sayFacts = (facts: Facts): string =>
  Object.entries(facts)
    .map(([name, value]) => `${value} ${name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)}`)
    .join(', ')
