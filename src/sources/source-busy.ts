import { type Instant, sayInstant } from '../base/date.ts'

/** A source asks for silence: the harvest stops here and goes on after `retryAt`. Not a fault. */
export class SourceBusy extends Error {
  override readonly name = 'SourceBusy'
  readonly retryAt: Instant

  /** @param host - who asks */
  constructor(host: string, retryAt: Instant) {
    super(`${host} asks for no more requests until ${sayInstant(retryAt)}`)
    this.retryAt = retryAt
  }
}
