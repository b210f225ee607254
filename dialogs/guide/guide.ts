import { after } from './after.ts'
import { balance } from './balance.ts'
import { comingBack } from './comingBack.ts'
import { concern } from './concern.ts'
import { confidentiality } from './confidentiality.ts'
import { coverage } from './coverage.ts'
import { feelings } from './feelings.ts'
import { leaving } from './leaving.ts'
import { plan } from './plan.ts'
import { prepare } from './prepare.ts'
import { problemFree } from './problemFree.ts'
import { safety } from './safety.ts'
import type { Guide } from './schema.ts'
import { welcome } from './welcome.ts'
import { whileAway } from './whileAway.ts'

/** Version 1. Once an interview has used it, its ids stay as they are: publish a new version instead. */
export const guide1: Guide = {
  version: 1,
  stages: [
    prepare,
    welcome,
    problemFree,
    confidentiality,
    leaving,
    whileAway,
    safety,
    feelings,
    comingBack,
    balance,
    plan,
    after,
  ],
  concern,
  coverage,
}

/** Every version an interview may have begun with, the newest last. */
export const publishedGuides: readonly Guide[] = [guide1]

/** The guide of a version. Throws where it was never published, because an interview must never go on in another one. */
export function guideOfVersion(version: number): Guide {
  const guide = publishedGuides.find(each => each.version === version)
  if (!guide) throw new Error(`No guide has version ${version}: this program is older than the interview it was given.`)
  return guide
}
