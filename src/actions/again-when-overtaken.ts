import { isOvertaken } from '../db/opportunity-versions.ts'

const MOST_TRIES = 3

/**
 * Does some work that reads opportunities and commits new versions of them. When somebody else has stored a version
 * in between, nothing of it was written, and it is done again from what is stored by now.
 *
 * @throws whatever the work throws, after the last of three tries also that it was overtaken
 */
export async function againWhenOvertaken<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (!isOvertaken(error) || tries === MOST_TRIES) throw error
    }
  }
}
