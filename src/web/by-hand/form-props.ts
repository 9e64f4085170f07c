import type { Suggested } from '../../actions/opportunities/by-hand/suggest.ts'
import type { HandFault, HandForm } from '../../domain/hand-form.ts'
import type { Site } from '../layout.ts'
import type { Target } from './target.ts'

export interface FormProps {
  readonly site: Site
  readonly target: Target
  readonly form: HandForm
  readonly suggested: Suggested
  readonly faults: readonly HandFault[]
}

/** What is wrong with a field; null for nothing. */
export const faultOf = (faults: readonly HandFault[], field: HandFault['field']): string | null =>
  faults.find((fault) => fault.field === field)?.text ?? null
