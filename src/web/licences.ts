interface Licence {
  readonly name: string
  /** Null when there is no page to point to. */
  readonly url: string | null
}

/** The licences that sources carry, by the short name in the registry. */
export const LICENCES: Readonly<Record<string, Licence>> = {
  'OGL-UK-3.0': {
    name: 'Open Government Licence v3.0',
    url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  },
  'CC-BY-4.0': {
    name: 'Creative Commons Attribution 4.0 International',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
  'CC-BY-SA-4.0': {
    name: 'Creative Commons Attribution-ShareAlike 4.0 International',
    url: 'https://creativecommons.org/licenses/by-sa/4.0/',
  },
  'CC0-1.0': {
    name: 'Creative Commons Zero 1.0 (public domain)',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
  'ODC-BY-1.0': {
    name: 'Open Data Commons Attribution Licence 1.0',
    url: 'https://opendatacommons.org/licenses/by/1-0/',
  },
  'PDDL-1.0': {
    name: 'Open Data Commons Public Domain Dedication 1.0',
    url: 'https://opendatacommons.org/licenses/pddl/1-0/',
  },
}

/** The licence in words; one that the list does not know is said as the registry says it. */
export const licenceNamed = (shortName: string): Licence =>
  LICENCES[shortName] ?? { name: shortName, url: null }
