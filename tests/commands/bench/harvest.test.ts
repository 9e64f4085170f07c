import { expect, test } from 'vitest'
import { measureHarvest } from '../../../src/commands/bench/harvest/measure-harvest.ts'

test('a harvest is measured on releases that all are read, and none twice', async () => {
  const figures = await measureHarvest(1, 250, () => {})
  expect(figures.map(({ name }) => name)).toEqual([
    'harvestNew',
    'harvestNewCpu',
    'harvestAgain',
    'harvestRatio',
    'harvestGrowth',
  ])
  expect(figures.every(({ value }) => value >= 0 && Number.isFinite(value))).toBe(true)
})
