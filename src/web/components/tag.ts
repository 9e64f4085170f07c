import { type Html, html } from '../html.ts'

export interface Tag {
  readonly text: string
  readonly colour: 'green' | 'yellow' | 'grey' | 'red' | 'teal'
}

/** A word in a coloured box. The word says it all: the colour only helps. */
export const tag = ({ text, colour }: Tag): Html =>
  html`<strong class="govuk-tag govuk-tag--${colour}">${text}</strong>`
