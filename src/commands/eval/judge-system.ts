import { bootstrapInterval, meanOf } from './interval.ts'
import type { LabelledSet, Query } from './labelled-set.ts'
import { MEASURES, type Measured, type MeasureName, measureList } from './measures.ts'

/** How well one system did on one set. */
export interface Judged {
  readonly says: string
  /** Queries asked. */
  readonly n: number
  readonly measured: Measured
  /** 95%, low and high. */
  readonly intervals: Readonly<Partial<Record<MeasureName, readonly [low: number, high: number]>>>
  /** From candidates to the last list. */
  readonly seconds: number
}

export interface System {
  readonly says: string
  readonly queries: readonly Query[]
  /** Reads the candidates. @returns ids for a query, best first */
  prepare(): (query: Query) => string[]
}

/** Asks a system all its queries. @param progress - called after each query with how many are done */
export function judgeSystem(set: LabelledSet, system: System, progress: (done: number) => void): Judged {
  const start = performance.now()
  const rank = system.prepare()
  const lists = system.queries.map((query, at) => {
    const ids = rank(query)
    progress(at + 1)
    return ids
  })
  const seconds = (performance.now() - start) / 1_000
  const each = system.queries.map((query, at) => measureList(set, query, lists[at] ?? []))
  const measures = MEASURES.map((name) => ({ name, values: valuesOf(each, name) })).filter(
    ({ values }) => values.length > 0,
  )
  return {
    says: system.says,
    n: system.queries.length,
    measured: Object.fromEntries(measures.map(({ name, values }) => [name, meanOf(values)])),
    intervals: Object.fromEntries(measures.map(({ name, values }) => [name, bootstrapInterval(values)])),
    seconds,
  }
}

const valuesOf = (each: readonly Measured[], name: MeasureName): number[] =>
  each.flatMap((measured) => measured[name] ?? [])
