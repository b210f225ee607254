import type { Transcript } from '../transcript.ts'

export const transcript: Transcript = {
  title: 'is paused and goes on at the same prompt',
  rows: [
    ['start', 'opened > prepare.known-as'],
    ['Robin', 'answered text > prepare.age'],
    ['pause', 'paused > (paused)'],
    ['2', '> (paused)'],
    ['skip', '> (paused)'],
    ['pause', '> (paused)'],
    ['where', '> (paused)'],
    ['concern', 'concernRaised > concern.kind'],
    ['medical', 'answered medical > concern.words'],
    ['She fainted.', 'accounted > concern.pass-on'],
    ['next', 'said > concern.told'],
    ['told', 'answered told > concern.done'],
    ['Called 111.', 'answered text > (paused)'],
    ['resume', 'resumed > prepare.age'],
    ['resume', '> prepare.age'],
    ['pause', 'paused > (paused)'],
    ['next', 'resumed > prepare.age'],
    ['2', 'answered from-11-to-15 > prepare.circumstances'],
  ],
}
