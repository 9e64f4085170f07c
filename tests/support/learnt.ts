import { learntFrom } from '../../src/matching/learnt.ts'

/** What is shipped: the same for every test. */
export const LEARNT = learntFrom(null)
