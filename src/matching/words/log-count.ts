/**
 * How much more a word says that comes n times: 1 + ln n. Written out, since logarithms differ in the
 * last bit between engines and scores must not.
 */
const LOG_COUNTS = [
  0, 1, 1.6931, 2.0986, 2.3863, 2.6094, 2.7918, 2.9459, 3.0794, 3.1972, 3.3026, 3.3979, 3.4849, 3.5649,
  3.6391, 3.7081, 3.7726,
]

/** @param count - at least 0; more than 16 count as 16 */
export const logCount = (count: number): number => LOG_COUNTS[Math.min(count, LOG_COUNTS.length - 1)] ?? 0
