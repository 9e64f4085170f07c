import { writeFileSync } from 'node:fs'
import { CONCEPTS } from '../matching/concepts/lexicon.ts'
import { spotConcepts } from '../matching/concepts/spot-concepts.ts'
import { readSets } from './eval/read-sets.ts'
import { runCommand, UsageError } from './run-command.ts'

const TABLE = 'data/reference/concept-shares.json'

await runCommand({
  usage: 'npm run learn -- DIR',
  help: `Counts in how many of the texts in the folder DIR (in the format of npm run eval, labels unread) each concept is\nnamed, and writes the shares to ${TABLE}. Common concepts weigh less than rare ones in every match.`,
  async run([folder, ...rest]) {
    if (folder === undefined || rest.length > 0) throw new UsageError('Name one folder')
    const texts = textsIn(folder)
    const counts = CONCEPTS.map(() => 0)
    for (const text of texts) {
      for (const [concept, { weight }] of spotConcepts([[text, 1]]))
        counts[concept] = (counts[concept] ?? 0) + Math.min(1, weight)
    }
    const shares = Object.fromEntries(
      CONCEPTS.map(({ id }, number) => [id, Number(((counts[number] ?? 0) / texts.length).toPrecision(3))]),
    )
    const origin = `Counted in ${texts.length} public texts: entries of charity registers and purposes of grants. Numbers only.`
    writeFileSync(TABLE, `${JSON.stringify({ origin, licence: 'MIT', shares }, null, 1)}\n`)
    console.log(`${texts.length} texts read; ${TABLE} written`)
  },
})

/** Every text of both sides, each once, without its labels. */
function textsIn(folder: string): string[] {
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
