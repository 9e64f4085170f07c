import { writeFileSync } from 'node:fs'
import { learnWords } from '../matching/learning/learn-words.ts'
import { learnTopicsFrom } from '../matching/learnt.ts'
import { writeTopicTable } from '../matching/topics/topic-table.ts'
import { writeWordTable } from '../matching/words/word-table.ts'
import { labelledTexts, schemeTexts } from './learn/public-texts.ts'
import { withoutNames } from './learn/without-names.ts'
import { runCommand, UsageError } from './run-command.ts'

const TOPICS = 'data/reference/topic-table.json'
const WORDS = 'data/reference/word-table.json'

await runCommand({
  usage: 'npm run learn -- DIR',
  help: `Reads the texts in the folder DIR (in the format of npm run eval, labels unread) and writes\n${WORDS}: how rare each word is and which concepts it is near to; and\n${TOPICS}: how rare each topic is, and how much of it there is in all.\nBoth are for operators with few texts of their own.`,
  async run([folder, ...rest]) {
    if (folder === undefined || rest.length > 0) throw new UsageError('Name one folder')
    const labelled = labelledTexts(folder)
    const all = [...labelled, ...schemeTexts(folder)]
    writeTables(labelled, all)
    console.log(`${all.length} texts read; ${WORDS} and ${TOPICS} written`)
  },
})

function writeTables(labelled: readonly string[], all: readonly string[]): void {
  const words = withoutNames(learnWords(all), all)
  const facts = {
    origin: `Learnt by npm run learn from ${all.length} public texts: entries of UK charity registers (Open Government Licence v3.0), purposes of grants published in the 360Giving format (CC BY 4.0) and government grant schemes (Open Government Licence v3.0). Single words and numbers only; no text, and no names as far as capitals tell them.`,
    licence: 'MIT',
  }
  writeFileSync(WORDS, writeWordTable(words, facts))
  // Schemes of governments would tell less of what charities ask for.
  writeFileSync(TOPICS, writeTopicTable(learnTopicsFrom(words, labelled), facts))
}
