import type { Transcript } from '../transcript.ts'

export const transcript: Transcript = {
  title: 'is interrupted by a concern in the middle of an account and comes back to it',
  rows: [
    ['start', 'opened > prepare.known-as'],
    ['Robin', 'answered text > prepare.age'],
    ['2', 'answered from-11-to-15 > prepare.circumstances'],
    ['none-of-these', 'answered none-of-these > prepare.last-seen'],
    ['go leaving', 'movedTo > leaving.before-you-went'],
    ['Dad hit me and I ran.', 'accounted > leaving.before-you-went'],
    ['keep harm.physically-hurt', 'covered harm.physically-hurt yes > leaving.before-you-went'],
    ['concern', 'concernRaised > concern.kind'],
    ['unsafe-at-home', 'answered unsafe-at-home > concern.words'],
    ['Dad hit me.', 'accounted > concern.pass-on'],
    ['(restart)', '> concern.pass-on'],
    ['where', '> concern.pass-on'],
    ['next', 'said > concern.told'],
    ['not-told-unsafe', 'answered not-told-unsafe > concern.done'],
    ['Rang the duty team.', 'answered text > leaving.before-you-went'],
    ["I went to my nan's.", 'accounted > leaving.before-you-went'],
    ['next', 'passed > welcome.who-i-am'],
  ],
}
