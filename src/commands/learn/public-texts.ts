import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { readJsonLines } from '../eval/lines.ts'
import { readSets } from '../eval/read-sets.ts'

const Scheme = z.object({ title: z.string(), description: z.string() })

/** The texts of both sides of the labelled sets in a folder, each once, without their labels. */
export function labelledTexts(folder: string): string[] {
  const { sets } = readSets(folder, ['causes', 'awards', 'themes'])
  return [
    ...new Set(
      sets.flatMap((set) =>
        'organisations' in set
          ? [
              ...set.organisations.map(({ name, description, objects }) =>
                [name, description, objects].join('\n'),
              ),
              ...set.opportunities.map(({ title, description, eligibility }) =>
                [title, description, eligibility].join('\n'),
              ),
            ]
          : [],
      ),
    ),
  ]
}

/** The texts of the government's grant schemes in a folder, each once; none when it has no such file. */
export function schemeTexts(folder: string): string[] {
  const file = 'gov_schemes.jsonl'
  if (!existsSync(join(folder, file))) return []
  const schemes = readJsonLines(folder, file, Scheme)
  return [...new Set(schemes.map(({ title, description }) => [title, description].join('\n')))]
}
