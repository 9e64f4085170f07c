import type { Progress } from '../runtime.ts'

/** Milliseconds between lines where there is no terminal to draw on. */
const LINE_MS = 5_000

const CLEAR_LINE = '\r\u001b[K'

/** Shows how far work has come: one line that is drawn over on a terminal, else a plain line now and then. */
export function terminalProgress(out: NodeJS.WriteStream, now: () => number): Progress {
  let lastLineMs = now()
  return (step, done, total) => {
    if (out.isTTY) {
      out.write(done === total ? CLEAR_LINE : CLEAR_LINE + say(step, done, total))
    } else if (now() - lastLineMs >= LINE_MS) {
      lastLineMs = now()
      out.write(`${say(step, done, total)}\n`)
    }
  }
}

const WIDTH = 24

function say(step: string, done: number, total: number | null): string {
  if (total === null) return `${step}: ${done} records`
  const full = Math.round((WIDTH * done) / Math.max(total, 1))
  return `${step}: ${done} of ${total} [${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}]`
}
