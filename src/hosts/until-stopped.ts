/** Requests under way get this long to end. */
const GRACE_MS = 10_000

/** Waits for the signal to stop, then stops what it is given, within a time. */
export async function untilStopped(stop: () => Promise<void> | void): Promise<void> {
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve)
    process.once('SIGINT', resolve)
  })
  setTimeout(() => process.exit(1), GRACE_MS).unref()
  await stop()
}
