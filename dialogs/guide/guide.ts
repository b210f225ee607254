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
import type { Guide, Stage } from './schema.ts'
import { welcome } from './welcome.ts'
import { whileAway } from './whileAway.ts'

const stages = [
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
]

/** Version 2 asks in full how the interpreter was chosen, lets them say their own duty, and looks back at the interpreting. */
export const guide2: Guide = { version: 2, stages, concern, coverage }

/**
 * Version 1, which had less about interpreting. Once an interview has used a version its ids stay as they are: publish a new
 * one instead.
 */
export const guide1: Guide = {
  ...guide2,
  version: 1,
  stages: without(stages, [
    'prepare.interpreter-tested',
    'prepare.interpreter-wishes',
    'prepare.interpreter-independent',
    'prepare.interpreter-briefed',
    'prepare.interpreter-apart',
    'welcome.interpreter-duty',
    'after.interpreter-debrief',
    'after.interpreter-notes',
  ]),
}

/** Every version an interview may have begun with, the newest last. */
export const publishedGuides: readonly Guide[] = [guide1, guide2]

/** The guide of a version. Throws where it was never published, because an interview must never go on in another one. */
export function guideOfVersion(version: number): Guide {
  const guide = publishedGuides.find(each => each.version === version)
  if (!guide) throw new Error(`No guide has version ${version}: this program is older than the interview it was given.`)
  return guide
}

/** The stages as they were before these prompts were added. A topic that had no others was not there either. */
function without(all: readonly Stage[], added: readonly string[]): Stage[] {
  return all.map(stage => ({
    ...stage,
    topics: stage.topics
      .map(topic => ({ ...topic, prompts: topic.prompts.filter(({ id }) => !added.includes(id)) }))
      .filter(({ prompts }) => prompts.length > 0),
  }))
}
