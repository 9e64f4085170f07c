import * as z from 'zod'

const Text = z.string().nullish()
const Distribution = z.object({ downloadURL: Text, modified: Text, issued: Text })

function dayOf({ modified, issued }: z.infer<typeof Distribution>): string {
  return modified ?? issued ?? ''
}

/** A dataset in 360Giving's registry, as far as it is read. */
export const Dataset = z
  .object({
    identifier: z.string().min(1),
    title: z.string().default(''),
    license: Text,
    license_name: Text,
    modified: Text,
    issued: Text,
    publisher: z.object({ name: z.string().min(1), prefix: z.string().default('') }),
    distribution: z.array(Distribution).default([]),
  })
  .transform(({ modified, issued, ...rest }) => ({
    ...rest,
    /** When it was last changed, or else its newest file; null when the registry says neither. */
    modified: modified ?? issued ?? (rest.distribution.map(dayOf).sort().at(-1) || null),
  }))
export type Dataset = z.infer<typeof Dataset>

/** The address of its newest file, the first of those that are as new; null when it has none. */
export function newestFile({ distribution }: Dataset): string | null {
  const files = distribution.filter(({ downloadURL }) => URL.canParse(downloadURL ?? ''))
  const newest = files.reduce<(typeof files)[number] | null>(
    (best, file) => (best === null || dayOf(file) > dayOf(best) ? file : best),
    null,
  )
  return newest?.downloadURL ?? null
}

/** Where licences stand, and their SPDX ids. */
const LICENCES: readonly (readonly [RegExp, string])[] = [
  [/creativecommons\.org\/publicdomain\/zero\/1\.0/i, 'CC0-1.0'],
  [/creativecommons\.org\/licenses\/by\/4\.0/i, 'CC-BY-4.0'],
  [/creativecommons\.org\/licenses\/by\/3\.0/i, 'CC-BY-3.0'],
  [/creativecommons\.org\/licenses\/by-sa\/4\.0/i, 'CC-BY-SA-4.0'],
  [/creativecommons\.org\/licenses\/by-sa\/3\.0/i, 'CC-BY-SA-3.0'],
  [/open-government-licence\/version\/3/i, 'OGL-UK-3.0'],
  [/open-government-licence\/version\/2/i, 'OGL-UK-2.0'],
  [/opendatacommons\.org\/licenses\/pddl/i, 'PDDL-1.0'],
  [/opendatacommons\.org\/licenses\/by/i, 'ODC-BY-1.0'],
]

/** The licence by its SPDX id, or else as the registry calls it; null when it says none. */
export function sayLicence({ license, license_name }: Dataset): string | null {
  const known = LICENCES.find(([address]) => address.test(license ?? ''))?.[1]
  const called = (license_name ?? '').trim() || (license ?? '').trim()
  return known ?? (called === '' ? null : called)
}
