import { foldedFunderName } from '../../domain/funder.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { Organisation } from '../../domain/organisation.ts'
import type { Learnt } from '../learnt.ts'
import { groupTopic, TOPIC_COUNT, themeTopic } from '../topics/concepts.ts'
import { weighTopics } from '../topics/weigh-topics.ts'
import {
  FUNDER_AS_TITLE,
  MOST_TOPICS,
  MOST_WORDS,
  OPPORTUNITY_FIELDS,
  ORGANISATION_FIELDS,
} from '../weights.ts'
import { type ReadText, readText } from '../words/read-text.ts'
import { weighWords } from '../words/weigh-words.ts'
import { type Profile, profileOf } from './profile.ts'

/** Texts with how much each counts, as they stand and as they were read. */
export type ReadFields = readonly (readonly [text: ReadText, weight: number])[]

export type OpportunityTexts = Pick<
  Opportunity,
  'title' | 'summary' | 'description' | 'funder' | 'themes' | 'beneficiaries'
>
export type OrganisationTexts = Pick<
  Organisation,
  'name' | 'whatWeDo' | 'whoWeHelp' | 'themes' | 'beneficiaries'
>

export const readOpportunity = ({ dictionary }: Learnt, it: OpportunityTexts): ReadFields => [
  [readText(dictionary, it.title), isFunderName(it) ? FUNDER_AS_TITLE : OPPORTUNITY_FIELDS.title],
  [readText(dictionary, it.summary), OPPORTUNITY_FIELDS.summary],
  [readText(dictionary, it.description), OPPORTUNITY_FIELDS.description],
]

/** Whether the title says who gives, and nothing else. */
const isFunderName = ({ title, funder }: OpportunityTexts): boolean =>
  foldedFunderName(title) === foldedFunderName(funder.name)

export const readOrganisation = ({ dictionary }: Learnt, it: OrganisationTexts): ReadFields => [
  [readText(dictionary, it.whatWeDo), ORGANISATION_FIELDS.whatWeDo],
  [readText(dictionary, it.whoWeHelp), ORGANISATION_FIELDS.whoWeHelp],
  [readText(dictionary, it.name), ORGANISATION_FIELDS.name],
]

export const opportunityProfile = (learnt: Learnt, it: OpportunityTexts): Profile =>
  profileFrom(learnt, readOpportunity(learnt, it), it, {
    words: MOST_WORDS.opportunity,
    topics: MOST_TOPICS.opportunity,
  })

export const organisationProfile = (learnt: Learnt, it: OrganisationTexts): Profile =>
  profileFrom(learnt, readOrganisation(learnt, it), it, {
    words: MOST_WORDS.organisation,
    topics: MOST_TOPICS.organisation,
  })

/** Room for the topics of one text after the other. */
const TOPICS = new Float64Array(TOPIC_COUNT)

function profileFrom(
  { topics: { rarity } }: Learnt,
  fields: ReadFields,
  { themes, beneficiaries }: Pick<OrganisationTexts, 'themes' | 'beneficiaries'>,
  most: { words: number; topics: number },
): Profile {
  const labels = [...themes.map(themeTopic), ...beneficiaries.map(groupTopic)]
  const topics = weighTopics(fields, labels, TOPICS)
  for (let topic = 0; topic < topics.length; topic += 1)
    topics[topic] = (topics[topic] ?? 0) * (rarity[topic] ?? 255)
  return profileOf(weighWords(fields), topics, most)
}
