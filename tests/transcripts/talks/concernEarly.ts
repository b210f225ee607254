import type { Transcript } from '../transcript.ts'

export const transcript: Transcript = {
  title: 'is interrupted by a concern before it has well begun',
  rows: [
    ['start', 'opened > prepare.known-as'],
    ['Robin', 'answered text > prepare.age'],
    ['concern', 'concernRaised > concern.kind'],
    ['concern', '> concern.kind'],
    ['where', '> concern.kind'],
    ['about someone', '> concern.kind'],
    ['hurt', 'answered hurt > concern.words'],
    ['She said he hits her.', 'accounted > concern.pass-on'],
    ['next', 'said > concern.told'],
    ['told', 'answered told > concern.done'],
    ['Rang the police at 14:10.', 'answered text > prepare.age'],
    ['said', '> prepare.age'],
    ['undo', 'withdrawn > prepare.age'],
    ['said', '> prepare.age'],
  ],
}
