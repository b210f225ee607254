import type { Transcript } from '../transcript.ts'

export const transcript: Transcript = {
  title: 'keeps it when a young person would rather not say, apart from what was not asked',
  rows: [
    ['start', 'opened > prepare.known-as'],
    ['skip', 'skipped > prepare.age'],
    ['2', 'answered from-11-to-15 > prepare.circumstances'],
    ['8', 'answered none-of-these > prepare.last-seen'],
    ['go safety.asked-plainly', 'movedTo > safety.how-safe'],
    ['rather not', 'choseNotToSay > safety.hurt-now'],
    ['would rather not say', 'choseNotToSay > safety.doctor'],
    ['rather-not', 'choseNotToSay > safety.frightening'],
    ['3', 'choseNotToSay > safety.made-to-go-back'],
    ['next', 'passed > safety.afraid-to-go-home'],
    ['skip', 'skipped > safety.someone-else-in-danger'],
    ['no', 'answered no > welcome.who-i-am'],
    ['Rather not.', '> welcome.who-i-am'],
    ['go leaving', 'movedTo > leaving.before-you-went'],
    ['rather not', 'choseNotToSay > welcome.who-i-am'],
    ['where', '> welcome.who-i-am'],
  ],
}
