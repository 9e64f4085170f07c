import { expect, test } from 'vitest'
import type { Field } from '../../src/reading/finding.ts'
import { valuesOf } from './readings.ts'

test.for<[string, Field, unknown[]]>([
  ['You can apply if your income is under £500,000 a year.', 'incomeMax', [50_000_000]],
  ['Organisations must have a turnover of less than £1 million.', 'incomeMax', [100_000_000]],
  ['Organisations must have an annual income of between £25,000 and £1m.', 'incomeMin', [2_500_000]],
  ['We do not fund organisations with an annual income over £250,000.', 'incomeMax', [25_000_000]],
  ['Your annual income must be at least £10,000.', 'incomeMin', [1_000_000]],
  ['Organisations with an income over £250,000 are not eligible.', 'incomeMax', [25_000_000]],
  ['Charities with an income of more than £1 million cannot apply.', 'incomeMax', [100_000_000]],
  ['Your annual income must not be more than £100,000.', 'incomeMax', [10_000_000]],
  ['We do not fund:\n• organisations with an income over £250,000', 'incomeMax', [25_000_000]],
  ['You must find at least 25% match funding.', 'matchPercent', [25]],
  ['Applicants need match funding of 20% of the total cost.', 'matchPercent', [20]],
  ['We fund up to 80% of the project costs.', 'matchPercent', [20]],
  ['You cannot apply again within 12 months.', 'reapplyGap', [{ months: 12, after: 'application' }]],
  [
    'If you have been unsuccessful, you must wait one year before reapplying.',
    'reapplyGap',
    [{ months: 12, after: 'application' }],
  ],
  [
    'If you received a grant you cannot reapply for two years.',
    'reapplyGap',
    [{ months: 24, after: 'award' }],
  ],
  ['The fund may close early.', 'closesEarly', [true]],
  ['Grants are given first come, first served.', 'closesEarly', [true]],
  ['We will close after the first 100 applications.', 'closesAfter', [100]],
  ['You must provide at least two years’ accounts.', 'monthsOfAccounts', [24]],
  ['Groups must have been established for at least one year.', 'monthsRunning', [12]],
  ['You need three unrelated trustees.', 'unrelatedTrustees', [3]],
  ['You must have at least two directors who are not related.', 'unrelatedTrustees', [2]],
  ['Your account must have two unrelated signatories.', 'unrelatedSignatories', [2]],
  [
    'You must have safeguarding and equality policies: a safeguarding policy and an equality policy.',
    'policies',
    ['safeguarding', 'equality'],
  ],
  ['You must have a bank account in the name of the organisation.', 'bankAccount', [true]],
  ['Your constitution must have a dissolution clause.', 'dissolutionClause', [true]],
  ['We do not fund organisations with more than six months’ reserves.', 'reservesMax', [6]],
  ['We will not make grants of more than 50% of your annual income.', 'percentOfIncome', [50]],
  ['Grants are for up to three years.', 'durationMax', [36]],
  ['We do not pay for salaries or running costs.', 'costsNotPaid', ['core', 'salaries']],
  ['This fund is only for capital costs; it must be for capital projects.', 'costs', ['capital']],
  ['You can apply if you are a CIC limited by guarantee.', 'applicantTypes', ['cic_guarantee']],
  ['Constituted community groups can apply.', 'applicantTypes', ['unincorporated']],
  [
    'Filton Town Council invites applications from constituted community groups.',
    'applicantTypes',
    ['unincorporated'],
  ],
  [
    'Parish councils and schools can apply, individuals cannot apply.',
    'applicantTypes',
    ['parish_council', 'school'],
  ],
  [
    'Grants are available to groups working in South Gloucestershire and Bristol.',
    'areas',
    ['E06000025', 'E06000023'],
  ],
  ['You must work in the North East.', 'areas', ['E12000001']],
  ['We fund groups in Bristol, Leeds and the North East.', 'areas', ['E06000023', 'E08000035', 'E12000001']],
  ['Groups in Bristol must apply to us by email.', 'areas', ['E06000023']],
])('reads “%s” as %s', ([text, field, values]) => {
  expect(valuesOf(text, field)).toEqual(values)
})

test.for<[string, string[]]>([
  ['We cannot fund religious activities.', ['religious_activity']],
  [
    'We do not fund party political activity or the promotion of religion.',
    ['religious_activity', 'party_politics'],
  ],
  ['Grants will not be made for costs already incurred.', ['retrospective_costs']],
  ['No retrospective funding.', ['retrospective_costs']],
  ['We cannot fund statutory responsibilities or onward grants.', ['onward_grants', 'statutory_duty']],
  [
    'What we do not fund:\n• the promotion of religion\n• retrospective costs',
    ['religious_activity', 'retrospective_costs'],
  ],
  ['We support the promotion of religious understanding.', []],
  ['We do not normally fund religious activities.', []],
  ['We cannot take applications from party political groups.', []],
])('reads what “%s” rules out', ([text, uses]) => {
  expect(valuesOf(text, 'notFor')).toEqual(uses)
})

test.for<[string, Field]>([
  ['If your income is under £100,000 you may find it easiest to ask for core costs.', 'incomeMax'],
  ['We usually fund organisations with an income under £100,000.', 'incomeMax'],
  ['There is no income limit.', 'incomeMax'],
  ['Charities with an income of less than £25,000 do not need to send accounts.', 'incomeMin'],
  ['Charities with an income of less than £25,000 do not need to send accounts.', 'incomeMax'],
  ['Charities with an income of over £25,000 must send audited accounts.', 'incomeMin'],
  ['Groups with an income under £10,000 can apply using the short form.', 'incomeMax'],
  ['Only smaller organisations (income under £500,000) can apply for less than £200,000.', 'incomeMax'],
  ['Organisations with an income under £50,000 cannot apply for more than £10,000.', 'incomeMin'],
  ['Individuals can apply for up to £500, groups for up to £5,000.', 'applicantTypes'],
  ['We help families on an income under £20,000.', 'incomeMax'],
  ['We hope that you will find 25% match funding, but it is not required.', 'matchPercent'],
  ['A minimum of 30% of the people helped must be tenants.', 'matchPercent'],
  ['There is no limit on when you can apply again.', 'reapplyGap'],
  ['The programme will not close early.', 'closesEarly'],
  ['Community Interest Companies must have three unrelated directors.', 'unrelatedTrustees'],
  ['If you work with children you need a safeguarding policy.', 'policies'],
  ['Individuals cannot apply.', 'applicantTypes'],
  ['We do not accept applications from schools.', 'applicantTypes'],
  ['We cannot accept applications from:\n• individuals\n• schools', 'applicantTypes'],
  ['Write to the Trust at 4 High Street, Bristol.', 'areas'],
  ['Apply to Bristol City Council.', 'areas'],
  ['The Royal Borough of Greenwich has money for groups that apply.', 'areas'],
  ['We do not fund projects in Scotland.', 'areas'],
  ['We fund groups in Bristol, Bath and Newport.', 'areas'],
  ['We fund groups in Bristol and Bath.', 'areas'],
  ['We fund groups in Bristol and the surrounding area.', 'areas'],
  ['Projects in Wales should apply to the Welsh Government.', 'areas'],
  ['Groups in Scotland can apply to Foundation Scotland.', 'areas'],
  ['There is a separate fund for groups in Wales.', 'areas'],
  ['The Fund was established for the relief of poverty in 1899.', 'monthsRunning'],
])('is not sure in “%s” of %s', ([text, field]) => {
  expect(valuesOf(text, field)).toEqual([])
})

test('two different values of one rule are left to a person', () => {
  const text = 'Small fund: income must be under £20,000. Large fund: income must be under £100,000.'
  expect(valuesOf(text, 'incomeMax')).toEqual([])
  expect(valuesOf(text, 'incomeMax', { confidence: 'low' })).toEqual([2_000_000, 10_000_000])
})
