/** Ways to say that single people are paid, not organisations. Each is a pattern that stands between words. */
const PEOPLE = [
  // How it is paid.
  'alms ?(?:houses?|people)',
  'annuit(?:y|ies|ants?)',
  'benevolent (?:fund|society|association|institution|trust)',
  'bursar(?:y|ies)',
  'doles?',
  'financial (?:assistance|support|help|aid) (?:to|for) (?:\\w+ ){0,4}(?:people|persons?|individuals?|families|members|students?|those|employees|children)',
  'gifts? of money',
  'grants? (?:\\w+ ){0,3}to (?:\\w+ ){0,3}(?:individuals?|persons?|people|students?|ministers|families|members|patients|pensioners)',
  'maintenance allowances?',
  'pensions? (?:to|for)',
  'prizes?',
  'scholarships?',
  '(?:tuition|university|school) fees',
  // To whom.
  'apprentic\\w*',
  'dependa?e?nts',
  '(?:former|retired|past) (?:employees|members|staff|pupils|workers)',
  'incapacitated',
  'individuals? (?:who|in need|living|resident)',
  'infirm',
  'inhabitants',
  'members of the (?:fund|association|society|profession|institute|congregation)',
  'necessitous',
  'needy (?:individuals?|persons?|people|families|children|students)',
  'orphans?',
  'parishioners',
  'pensioners',
  '(?:persons?|people|those|individuals?|families) (?:who are |living )?(?:in (?:financial )?(?:need|hardship)|resident)',
  "(?:the |aged |sick |deserving |parish )?poor(?! (?:mental |physical |or )*(?:health|housing|quality|access|diet|nutrition|outcomes?|conditions?|air|communit|countr|sanitation|sight))(?:['’]s)?",
  'pupils?',
  '(?:sick|poor|aged|elderly) (?:and|or|&) needy',
  'students?',
  'widow\\w*',
  // What for.
  'financial(?:,? |ly )(?:hardship|distress)',
  'hardship (?:or|and) distress',
  'in need,? hardship',
  '(?:parish|poor) relief',
  'relief (?:in|of) (?:the )?(?:need|sickness|persons?|aged|sick|infirm|poor)',
  // Those who choose for themselves whom they pay.
  '(?:does|do) not (?:accept|consider|respond)',
  'unsolicited',
]

/** Ways to say that organisations are paid, where a call says what it is about: in its title and summary. */
const ORGANISATIONS = [
  'organi[sz]ations?',
  'charit(?:y|ies)',
  'charitable (?:organi[sz]ations|institutions|bodies|causes)',
  'groups?',
  'clubs',
  'projects?',
  'schools',
  'churches',
  'voluntary',
  'community',
  'salar(?:y|ies)',
  'core costs',
]

/** Those that say so wherever they stand: a long description calls the funder a charity too. */
const ORGANISATIONS_ANYWHERE = [
  'organi[sz]ations',
  '(?:charitable|voluntary|community|religious|educational|medical|non[- ]profit) (?:\\w+,? ){0,3}(?:organi[sz]ation|institutions?|bodies|groups?|societies|associations)',
  '(?:other|registered|local|selected|such|various|national|uk|smaller|small) charities',
  'charities (?:and|or|working|whose|which|that|for)',
  'general charitable purposes',
  // Trustees who may pay for whatever is charitable pay charities.
  'charitable (?:purposes?|objects?|causes)[^.;]{0,60}trustees',
  'projects',
]

const signs = (ways: readonly string[]): RegExp => new RegExp(`\\b(?:${ways.join('|')})\\b`, 'gi')

export const FOR_PEOPLE = signs(PEOPLE)
export const FOR_ORGANISATIONS = signs(ORGANISATIONS)
export const FOR_ORGANISATIONS_ANYWHERE = signs(ORGANISATIONS_ANYWHERE)
