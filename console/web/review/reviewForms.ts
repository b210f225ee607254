import type { CaseEventBody } from '../../casework/episode/caseEvents.ts'
import type { Means } from '../../casework/episode/eventValues.ts'
import {
  checkAnswers,
  considered,
  forwardedTo,
  meetings,
  type PassedTo,
  type ReviewText,
  reviewChecks,
  reviewers,
  wantsMore,
} from '../../casework/review/reviewChoices.ts'
import type { SentBy } from '../../casework/sharing/sentBy.ts'
import { means, sentBy } from '../case/caseChoices.ts'
import { type FactFault, type FactValues, isStillToCome } from '../case/caseFacts.ts'
import { readMoment } from '../case/readMoment.ts'

type Body<Type extends CaseEventBody['type']> = Extract<CaseEventBody, { type: Type }>
/** What is to be written for a form, or what is still missing or wrong in it. */
export type Made = { ok: true; bodies: readonly CaseEventBody[] } | { ok: false; faults: readonly FactFault[] }

/** Reads the fields of a form, and gathers what is wrong with them. */
function reading(values: FactValues, now: number) {
  const faults: FactFault[] = []
  const said = (name: string) => values[name]?.trim() || undefined
  return {
    faults,
    said,
    chosen<Option extends string>(name: string, options: readonly Option[]): Option | undefined {
      const found = options.find(each => each === values[name])
      if (found === undefined) faults.push({ field: name, key: 'case/choose' })
      return found
    },
    needed(name: string): string | undefined {
      if (said(name) === undefined) faults.push({ field: name, key: 'review/write' })
      return said(name)
    },
    /** When it happened. */
    when(): string {
      const at = readMoment(values.at ?? '')
      if (at.kind === 'problem') faults.push({ field: 'at', key: `problem/${at.problem}` })
      else if (at.kind !== 'at') faults.push({ field: 'at', key: 'case/day-and-time' })
      else if (isStillToCome(at.at, now)) faults.push({ field: 'at', key: 'case/still-to-come' })
      return at.kind === 'at' ? at.at : ''
    },
    /** When the next one is, where that was typed. */
    ahead(name: string): string | undefined {
      const at = readMoment(values[name] ?? '')
      if (at.kind === 'problem') faults.push({ field: name, key: `problem/${at.problem}` })
      else if (at.kind === 'words') faults.push({ field: name, key: 'case/day-and-time' })
      else if (at.kind === 'at' && at.at < new Date(now).toISOString())
        faults.push({ field: name, key: 'review/still-ahead' })
      return at.kind === 'at' ? at.at : undefined
    },
  }
}

const made = (faults: readonly FactFault[], bodies: readonly (CaseEventBody | undefined)[]): Made => {
  const there = bodies.filter(body => body !== undefined)
  return faults.length === 0 ? { ok: true, bodies: there } : { ok: false, faults }
}

/** Where it goes. To the hub it goes with what whoever sends it thinks is needed, in their own words. */
export function forwardedBy(values: FactValues, now: number): Made {
  const { faults, chosen, needed, said, when } = reading(values, now)
  const [to, at] = [chosen('to', forwardedTo), when()]
  const isHub = to === 'hub'
  const [toName, words] = [isHub ? undefined : said('toName'), said('words')]
  const hub = isHub
    ? {
        consider: chosen('consider', considered),
        need: needed('need'),
        support: needed('support'),
      }
    : undefined
  const body = to && {
    ...{ type: 'forwarded' as const, at, to },
    ...(toName ? { toName } : {}),
    ...(hub?.consider && hub.need && hub.support
      ? { consider: hub.consider, need: hub.need, support: hub.support }
      : {}),
    ...(words ? { words } : {}),
  }
  return made(faults, [body])
}

/** Who looked at it and what they found, and when the next supervision and meeting are, where that was typed. */
export function reviewedBy(values: FactValues, now: number): Made {
  const { faults, chosen, said, when, ahead } = reading(values, now)
  const [by, at] = [chosen('by', reviewers), when()]
  const meeting = by === 'meeting' ? chosen('meeting', meetings) : undefined
  const [actions, patterns, carePlan] = reviewChecks.map(name => chosen(name, checkAnswers))
  const words = said('words')
  const next = (['supervision', 'meeting'] as const).map(moment => {
    const time = ahead(`next-${moment}`)
    return time === undefined ? undefined : ({ type: 'timed', moment, at: time } as const)
  })
  const body: Body<'reviewed'> | undefined =
    by && actions && patterns && carePlan
      ? {
          ...{ type: 'reviewed', at, by, checks: { actions, patterns, carePlan } },
          ...(meeting ? { meeting } : {}),
          ...(words ? { words } : {}),
        }
      : undefined
  return made(faults, [body, ...next])
}

/** When the next supervision or meeting is. */
export function setAhead(values: FactValues, now: number): Made {
  const { faults, ahead } = reading(values, now)
  const bodies = (['supervision', 'meeting'] as const).flatMap(moment => {
    const at = ahead(`next-${moment}`)
    return at === undefined ? [] : [{ type: 'timed' as const, moment, at }]
  })
  if (bodies.length === 0 && faults.length === 0) faults.push({ field: 'next-supervision', key: 'case/day-and-time' })
  return made(faults, bodies)
}

/** What has still to be done, or what was done about it. */
export function answeredBy(values: FactValues, now: number, sentBack?: string): Made {
  const { faults, needed } = reading(values, now)
  const words = needed('words') ?? ''
  const at = new Date(now).toISOString()
  return made(faults, [
    sentBack === undefined ? { type: 'sentBack', at, words } : { type: 'answeredSentBack', at, sentBack, words },
  ])
}

/** What came back, and from whom: one of those who may be told, or anyone else in words. */
export function heardBy(values: FactValues, now: number): Made {
  const { faults, needed, said, when } = reading(values, now)
  const from = said('from') === 'other' ? needed('fromName') : needed('from')
  const [at, words] = [when(), needed('words')]
  return made(faults, [from && words ? { type: 'heardBack', at, from, words } : undefined])
}

/** That a text was sent, by whom it was made for. */
export function passedOnBy(values: FactValues, now: number, what: ReviewText, all: readonly PassedTo[]): Made {
  const { faults, chosen, said, when } = reading(values, now)
  const to = all.length === 1 ? all[0] : chosen('to', all)
  const at = when()
  const how: SentBy | undefined = chosen('means', sentBy)
  const toName = said('toName')
  const body = to && how && { type: 'passedOn' as const, at, what, to, means: how, ...(toName ? { toName } : {}) }
  return made(faults, [body || undefined])
}

/** A contact that was kept: when, how, with whom, how they are, and whether they would like more. */
export function heldBy(values: FactValues, now: number, action: string): Made {
  const { faults, chosen, needed, said, when } = reading(values, now)
  const at = when()
  const how: Means | undefined = chosen('means', means)
  const same = chosen('sameWorker', ['yes', 'no'])
  const who = same === 'no' ? needed('who') : undefined
  const more = chosen('wantsMore', wantsMore)
  const [howTheyAre, words] = [said('howTheyAre'), said('words')]
  const body = how &&
    same &&
    more && {
      ...{ type: 'followUpHeld' as const, at, action, means: how, sameWorker: same === 'yes', wantsMore: more },
      ...(who ? { who } : {}),
      ...(howTheyAre ? { howTheyAre } : {}),
      ...(words ? { words } : {}),
    }
  return made(faults, [body || undefined])
}
