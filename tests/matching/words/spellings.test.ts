import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import lists from '../../../data/reference/stop-words.json' with { type: 'json' }
import table from '../../../data/reference/word-table.json' with { type: 'json' }
import { editsBetween } from '../../../src/base/edits.ts'
import { LEXICON_WORDS } from '../../../src/matching/topics/phrases.ts'
import type { Lexeme } from '../../../src/matching/words/lexeme.ts'
import { lexemesIn, readText } from '../../../src/matching/words/read-text.ts'
import { stemOf } from '../../../src/matching/words/stem.ts'
import { vocabularyOf } from '../../../src/matching/words/vocabulary.ts'
import { readWordTable } from '../../../src/matching/words/word-table.ts'
import { LEARNT } from '../../support/learnt.ts'

const vocabulary = vocabularyOf(readWordTable(table))
const { dictionary } = LEARNT
const read = (text: string) => lexemesIn(readText(dictionary, text))
/** What a text's words were read as that are not as they stand. */
const respelt = (text: string) => read(text).filter((it) => it.asWritten !== undefined)
const stems = (lexemes: readonly Lexeme[]) => lexemes.map(({ stem }) => stem)

describe('a misspelt word', () => {
  test.for([
    ['befreinding', 'befriending'],
    ['comunity', 'community'],
    ['helth', 'health'],
    ['gardning', 'gardening'],
    ['volunteerign', 'volunteering'],
    ['yuoth', 'youth'],
    ['alotment', 'allotment'],
    ['alotments', 'allotment'],
    ['suport', 'support'],
  ] as const)('%s is read as %s', ([word, meant]) => {
    expect(stems(respelt(word))).toEqual([stemOf(meant)])
  })

  test.for(['horse', 'arts', 'ar', 'mouse', 'football', 'heal', 'heath', 'unsupported', 'x'.repeat(40)])(
    '%s is no such word',
    (word) => {
      expect(respelt(word)).toEqual([])
    },
  )

  test('is no name: a capital inside a sentence, or capitals throughout', () => {
    expect(stems(respelt('We offer befreinding. Befreinding is what we do.'))).toEqual([
      'befriend',
      'befriend',
    ])
    expect(respelt('We are Befreinding and BEFREINDING together.')).toEqual([])
  })

  test('counts less than the right one, and keeps what stood there', () => {
    const [wrong] = read('befreinding')
    const [right] = read('befriending')
    expect(wrong?.key).toBe(right?.key)
    expect(wrong?.rarity).toBeLessThan(right?.rarity ?? 0)
    expect(wrong?.asWritten?.stem).toBe('befreind')
  })
})

describe('single slips in the words of the lexicon', () => {
  /** The same numbers every time. */
  let state = 20_261_123
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const letter = () => 'abcdefghijklmnopqrstuvwxyz'.charAt(random(26))
  const slip = (word: string): string => {
    const at = 1 + random(word.length - 1)
    const [before, after] = [word.slice(0, at), word.slice(at)]
    return (
      [
        () => before + after.slice(1),
        () => before + letter() + after,
        () => before + letter() + after.slice(1),
        () => before.slice(0, -1) + after.charAt(0) + before.slice(-1) + after.slice(1),
      ][random(4)]?.() ?? word
    )
  }
  const slips = [...LEXICON_WORDS]
    .filter(([word]) => word.length >= 5 && !lists.stop.includes(word))
    .map(([word, stem]) => ({ stem, written: slip(word) }))
    .filter(({ written }) => !vocabulary.isRight(stemOf(written)))
  const started = performance.now()
  const readings = slips.map(({ stem, written }) => ({
    stem,
    meant: vocabulary.respell(written, stemOf(written)),
  }))
  const each = (performance.now() - started) / slips.length
  const answered = readings.filter(({ meant }) => meant !== undefined)
  const right = answered.filter(({ stem, meant }) => stem === meant)

  test('are read right 97 times in a hundred where they are read, and three in four are read', () => {
    expect(slips.length).toBeGreaterThan(4_000)
    expect(right.length / answered.length).toBeGreaterThan(0.97)
    expect(right.length / slips.length).toBeGreaterThan(0.75)
  })
  test('take well under a millisecond each', () => {
    expect(each).toBeLessThan(0.4)
  })
})

test('real words that are not known are left as they are', () => {
  // Written for this test: everyday words of other subjects, none of them chosen for how it is read.
  const real =
    'accordion adjective airport anchor appetite aquarium asphalt attorney avocado bakery balcony barometer beetle biscuit blizzard bonnet bracket bruise bungalow butterfly cabbage calculus candle carousel cashier catapult cauliflower caravan cinnamon clarinet cobbler comet compass concrete cottage crocodile crossword cucumber cupboard curtain daffodil dagger dentist deodorant dessert dictionary dolphin donkey doorbell dumpling dungeon elbow elephant elevator emerald envelope escalator eyebrow falcon ferret fingernail flamingo flannel forehead fountain freckle galaxy gargoyle gazebo geranium giraffe glacier goblin gorilla graffiti grammar gravity grenade guitar haddock hairdryer hammock hamster handbag harpoon hazelnut helicopter hexagon hurricane iceberg igloo insect invoice jacket jaguar jelly jigsaw jungle kangaroo ketchup kettle keyhole ladder lantern lasagne lavender lemonade leopard lettuce limerick lobster locksmith lollipop magnet mahogany mammoth mandarin marble marmalade mattress mayonnaise melon mermaid microwave mosquito moustache mustard napkin necklace nightmare noodle nostril octopus omelette orchid ostrich oxygen pancake panther parachute parrot parsley pavement peacock pelican penguin pepper perfume photocopy pigeon pineapple planet platypus plumber porcupine postcard propeller pudding pumpkin pyramid quicksand raccoon radiator radish raspberry rhubarb sandal sapphire sardine saxophone scaffold scarecrow scissors scorpion seagull seashell sergeant shampoo shepherd shrimp skeleton slipper snowflake spaghetti spanner sparrow spinach squirrel staircase stapler submarine suitcase sunflower sweater tadpole tangerine teaspoon telescope thermometer toaster tornado tortoise treacle trombone trousers turnip typewriter ukulele umbrella unicorn vampire vanilla vinegar violin volcano vulture walnut walrus wardrobe waterfall weasel windmill wizard yoghurt zebra zeppelin'
  const words = real.split(' ')
  const misread = words.flatMap((word) => respelt(word).map(({ stem }) => `${word} as ${stem}`))
  expect(misread.length / words.length, misread.join(', ')).toBeLessThan(0.02)
})

test('a text in Welsh is not read as misspelt English', () => {
  // Written for this test.
  const welsh = `Mae ein grŵp yn cwrdd bob wythnos yn neuadd y pentref i goginio a bwyta gyda'n gilydd. Rydym yn croesawu pobl o bob oed, yn enwedig y rhai sy'n byw ar eu pennau eu hunain ac sy'n teimlo'n unig yn ystod misoedd hir y gaeaf. Bydd gwirfoddolwyr yn cynnig cludiant i'r rhai na allant yrru, ac mae paned o de a sgwrs ar gael i bawb. Yn ystod yr haf byddwn yn tyfu llysiau yn yr ardd gymunedol ac yn rhannu'r cynnyrch gyda theuluoedd lleol sydd mewn angen. Dechreuodd y prosiect ddeng mlynedd yn ôl pan gaeodd yr ysgol fach, ac ers hynny rydym wedi cefnogi dros gant o aelwydydd. Mae'r plant yn mwynhau chwarae tu allan, dysgu am natur a chlywed straeon gan y genhedlaeth hŷn. Rydym yn cydweithio â'r capel, y clwb pêl-droed a'r llyfrgell er mwyn cadw'r adeilad ar agor. Gyda'ch cymorth chi gallwn drwsio'r to, prynu offer newydd i'r gegin a hyfforddi mwy o bobl ifanc i arwain gweithgareddau. Ein gobaith yw y bydd y neuadd yn galon i'r gymuned am flynyddoedd lawer i ddod. Cynhelir dosbarthiadau canu a dawnsio bob nos Fercher, a gwersi cyfrifiadur i ddechreuwyr ar foreau Gwener. Diolch yn fawr iawn i bawb sydd wedi cyfrannu arian, amser neu syniadau hyd yma.`
  expect(read(welsh).length).toBeGreaterThan(180)
  expect(respelt(welsh)).toEqual([])
})

describe('edits', () => {
  test.for([
    ['kitchen', 'kitchen', 0],
    ['befreinding', 'befriending', 1],
    ['house', 'horse', 1],
    ['health', 'helth', 1],
    ['ab', 'ba', 1],
    ['sitting', 'kitten', 3],
  ] as const)('between %s and %s: %i', ([a, b, edits]) => {
    expect(editsBetween(a, b, 3)).toBe(edits)
  })

  test('are the same both ways, 0 only for the same word, and never above the limit plus one', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, most) => {
        const edits = editsBetween(a, b, most)
        expect(edits).toBe(editsBetween(b, a, most))
        expect(edits === 0).toBe(a === b)
        expect(edits).toBeLessThanOrEqual(most + 1)
      }),
    )
  })
})
