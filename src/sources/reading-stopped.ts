/** The reading of a body was stopped by who reads it, in the middle. Not a fault. */
export class ReadingStopped extends Error {
  override readonly name = 'ReadingStopped'
  /** What reads a file says what is wrong with it; this is not of the file. */
  readonly code = 'stopped'
}
