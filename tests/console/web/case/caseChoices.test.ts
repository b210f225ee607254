import { expect, it } from 'vitest'
import { lateReasons } from '../../../../console/casework/clocks/clocksFor.ts'
import {
  AttemptOutcome,
  ClosedBecause,
  Facts,
  NotOfferedReason,
  Reached,
  Source,
  WrittenMoment,
} from '../../../../console/casework/episode/caseEvents.ts'
import { Means } from '../../../../console/casework/episode/eventValues.ts'
import { Certainty, IntelligenceKind, Reveals } from '../../../../console/casework/intelligence/intelligenceEvents.ts'
import { comesWithReview } from '../../../../console/casework/review/reviewMoments.ts'
import { SentBy } from '../../../../console/casework/sharing/sentBy.ts'
import { decisionKinds, wishAnswers } from '../../../../console/casework/sharing/sharedWith.ts'
import { actMoments } from '../../../../console/web/case/caseActs.ts'
import * as choices from '../../../../console/web/case/caseChoices.ts'
import { notifiedMoments, yesOrNo } from '../../../../console/web/case/caseFacts.ts'
import { Voice } from '../../../../dialogs/record/events.ts'

const same = (shown: readonly string[], known: readonly string[]) =>
  expect(shown.toSorted()).toEqual([...known].toSorted())

it('offers what a case knows, no more and no less', () => {
  same(choices.sources, Source.options)
  same(choices.means, Means.options)
  same(choices.reached, Reached.options)
  same(choices.attemptOutcomes, AttemptOutcome.options)
  same(choices.notOfferedReasons, NotOfferedReason.options)
  same(choices.closings, ClosedBecause.options)
  same(choices.accommodations, Facts.shape.accommodation.unwrap().options)
  same(choices.lateReasons, lateReasons)
  same(choices.sentBy, SentBy.options)
  same(choices.wishes, wishAnswers)
  same(choices.decisions, decisionKinds)
  same(choices.intelligenceKinds, IntelligenceKind.options)
  same(choices.certainties, Certainty.options)
  same(choices.reveals, Reveals.options)
  same(choices.voices, Voice.options)
  const byHand = WrittenMoment.options.filter(moment => !comesWithReview(moment))
  same([...actMoments, ...notifiedMoments], byHand)
  same([...yesOrNo, 'ages', 'previous', 'accommodation'], Object.keys(Facts.shape))
})
