import { AppError } from '../base/errors.ts'

/** A source answered that it will not give this page, however often it is asked. */
export class SourceRefused extends AppError {
  /** The HTTP status of the answer. */
  readonly status: number

  constructor(status: number, message: string) {
    super('source_unavailable', message)
    this.status = status
  }
}
