import { terminalProgress } from '../hosts/terminal-progress.ts'
import { evalFacts } from './eval/facts/eval-facts.ts'
import { foldsAsJson, judgeFolds, sayFolds } from './eval/judge-folds.ts'
import { judgeSet } from './eval/judge-set.ts'
import { type LabelledSet, SETS, type SetName } from './eval/labelled-set.ts'
import { PEER_NAMES, peersFor } from './eval/peers/peers.ts'
import { readSets } from './eval/read-sets.ts'
import { reportAsJson, sayReport } from './eval/report.ts'
import { runCommand, UsageError } from './run-command.ts'

/** Where the labels of facts are, and where the recorded notices that they are about usually stand. */
const LABELS = 'data/labels'
const SHARED = '../shared'

await runCommand({
  usage:
    'npm run eval -- DIR [--json] [--sets causes,themes,awards,names,feedback] [--peers all|none|NAMES] [--sample 40] [--ablate] [--folds 5]\n       npm run eval -- facts [DIR ...] [--json] [--list]',
  help: `Measures how well we rank, against labelled data in the folder DIR and against other search engines on the same queries.
--json    one JSON object {"sets": [...]} and nothing else
--sets    which sets, of ${SETS.join(', ')}; one that is not in DIR is left out, and said
--peers   which engines to compare with: all, none, or of ${PEER_NAMES.join(', ')}
--sample  how many queries the fuse.js engines are asked, the same ones each time; all would take minutes
--ablate  also ours without each of its parts in turn, to see what each is worth
--folds   also cross-validates the weights: queries are split into so many folds by a hash of their id, the weights of
          topics, breadth and recipients (each as shipped, a third less or half as much again) are chosen by the mean
          nDCG@10 of the sets on all folds but one, and measured on that one; a minute or more

facts     measures instead how well facts are read from prose, against the labels in ${LABELS}; their texts are looked
          for in the folders DIR (${SHARED} if none is named). --list also tells each miss and false find that may be looked at

Our engine is called as in production, with the rules for area, income, amount and date off: the labels are about
causes only. An organisation's area, income and legal form count as unknown, a call states no rule, amount or deadline,
and only the words decide. Organisations for a call are ranked by the scores of those organisations' own lists.
"Recipient type given as a field" is a second run in which a call that funds only individuals states so as a rule.

nDCG@10 has gain 2^grade - 1 over the best order of the query's own candidates. Recall and MRR count grade 2 and better
in causes and feedback, grade 1 and better elsewhere; MRR looks at the first 1,000. Ties are in order of id. Queries without a relevant
candidate are left out. ± is half a 95% interval: 1,000 bootstrap resamples of the queries, the same ones each time.`,
  options: {
    json: { type: 'boolean', default: false },
    sets: { type: 'string', default: SETS.join(',') },
    peers: { type: 'string', default: 'all' },
    sample: { type: 'string', default: '40' },
    ablate: { type: 'boolean', default: false },
    folds: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
  async run([first, ...rest], options) {
    if (first !== 'facts') return rankSets([first, ...rest], options)
    const folders = rest.length === 0 ? [SHARED] : rest
    evalFacts(LABELS, folders, { json: options['json'] === true, list: options['list'] === true })
  },
})

function rankSets(
  [folder, ...rest]: readonly (string | undefined)[],
  options: Readonly<Record<string, unknown>>,
): void {
  if (folder === undefined || rest.length > 0) throw new UsageError('Name one folder of labelled data')
  const names = chosenPeers(String(options['peers']))
  const sample = wholeSample(options['sample'])
  const ablate = options['ablate'] === true
  const progress = terminalProgress(process.stderr, Date.now)
  const { sets, absent } = readSets(folder, chosenSets(String(options['sets'])))
  const folds = wholeFolds(options['folds'], sets)
  for (const name of absent) console.error(`${name}: not in ${folder}, left out`)
  const reports = sets.map((set) => {
    const report = judgeSet(set, { peers: peersFor(set, names), sample, ablate, progress })
    if (options['json'] !== true) console.log(`${sayReport(report)}\n`)
    return report
  })
  const validated = folds === null ? null : judgeFolds(sets, folds, progress)
  if (options['json'] === true) {
    const more = validated ? { folds: foldsAsJson(validated) } : {}
    console.log(JSON.stringify({ sets: reports.map(reportAsJson), ...more }))
  } else if (validated) console.log(sayFolds(validated))
}

function chosenSets(words: string): SetName[] {
  const chosen = words.split(',')
  const strange = chosen.find((word) => !SETS.some((name) => name === word))
  if (strange !== undefined) {
    throw new UsageError(`There is no set "${strange}". The sets are: ${SETS.join(', ')}`)
  }
  return SETS.filter((name) => chosen.includes(name))
}

function chosenPeers(words: string): readonly string[] {
  if (words === 'all') return PEER_NAMES
  if (words === 'none') return []
  const chosen = words.split(',')
  const strange = chosen.find((word) => !PEER_NAMES.includes(word))
  if (strange !== undefined) {
    throw new UsageError(`There is no peer "${strange}". Say all, none, or some of: ${PEER_NAMES.join(', ')}`)
  }
  return chosen
}

function wholeSample(words: unknown): number {
  const value = Number(words)
  if (!Number.isInteger(value) || value < 20) {
    throw new UsageError('--sample must be a whole number of at least 20')
  }
  return value
}

/** @returns null when not asked for */
function wholeFolds(words: unknown, sets: readonly LabelledSet[]): number | null {
  if (words === undefined) return null
  const value = Number(words)
  if (!Number.isInteger(value) || value < 2 || value > 100) {
    throw new UsageError('--folds must be a whole number from 2 to 100')
  }
  if (sets.every(({ name }) => name === 'names')) {
    throw new UsageError('--folds is about the weights of matching, and names alone have none')
  }
  return value
}
