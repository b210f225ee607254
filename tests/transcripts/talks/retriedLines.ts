import type { Transcript } from '../transcript.ts'

export const transcript: Transcript = {
  title: 'is held over a poor connection that sends lines twice',
  rows: [
    ['start', 'opened > prepare.known-as'],
    ['(again)', '> prepare.known-as'],
    ['Robin', 'answered text > prepare.age'],
    ['(again)', '> prepare.age'],
    ['2', 'answered from-11-to-15 > prepare.circumstances'],
    ['(restart)', '> prepare.circumstances'],
    ['(again)', '> prepare.circumstances'],
    ['none-of-these', 'answered none-of-these > prepare.last-seen'],
    ['next', 'passed > prepare.returned'],
    ['(again)', '> prepare.returned'],
    ['go leaving', 'movedTo > leaving.before-you-went'],
    ['We argued.', 'accounted > leaving.before-you-went'],
    ['(again)', '> leaving.before-you-went'],
    ['keep 1', 'covered push.arguments-at-home yes > leaving.before-you-went'],
    ['(again)', '> leaving.before-you-went'],
    ['concern', 'concernRaised > concern.kind'],
    ['(again)', '> concern.kind'],
    ['hurt', 'answered hurt > concern.words'],
    ['(again)', '> concern.words'],
    ['stop', 'stopped young-person > concern.words'],
    ['(again)', '> concern.words'],
  ],
}
