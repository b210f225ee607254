import type { ReactElement } from 'react'
import type { Both, Paper, ScriptPaper, ScriptPrompt } from '../paper.ts'
import { sheet } from './sheet.ts'
import { box, dark, faint, inEnglish, quiet, sideBySide, whole } from './words.ts'

type Script = Paper & ScriptPaper
type Spoken = Paper['language']

/** The script: what to say in both languages, answers to tick, and room to write, which stays on the page of its words. */
export function scriptPages(paper: Script): ReactElement {
  const { language, stages } = paper
  const parts = stages.flatMap(({ title, pensDown, topics }) =>
    topics.flatMap((topic, place) => {
      const heading = [
        ...(place === 0 ? stageHeading(title, pensDown, language) : []),
        ...(topic.title ? [topicHeading(topic.title, language)] : []),
      ]
      // A heading stays with what it is the heading of.
      return topic.prompts.map((prompt, index) =>
        whole({ paddingBottom: 12 }, [...(index === 0 ? heading : []), ...promptParts(prompt, language)]),
      )
    }),
  )
  return sheet(paper, { inside: [...opening(paper), ...parts] })
}

function opening({ language, title, how, fillIn, unchecked }: Script): ReactElement[] {
  const blank = (name: string, width: number) =>
    box({ flexDirection: 'row', alignItems: 'flex-end' }, [
      inEnglish(name, { fontSize: 9, color: quiet }),
      box({ width, height: 14, borderBottom: `0.7 solid ${faint}`, marginLeft: 4, marginRight: 14 }, []),
    ])
  return [
    box({ flexDirection: 'row', alignItems: 'flex-end', paddingBottom: 10 }, [
      blank(fillIn.date, 90),
      blank(fillIn.initials, 60),
      inEnglish(fillIn.noName, { fontSize: 9, color: quiet }),
    ]),
    sideBySide(title, language, { fontSize: 18, fontWeight: 700 }, {}),
    box({ paddingVertical: 4 }, [sideBySide(how, language, { fontSize: 10 })]),
    ...(unchecked === undefined
      ? []
      : [box({ paddingBottom: 4 }, [inEnglish(unchecked, { fontSize: 10, fontWeight: 700 })])]),
  ]
}

function stageHeading(title: Both, pensDown: Both | undefined, language: Spoken): ReactElement[] {
  const isDown = pensDown ? [sideBySide(pensDown, language, { fontSize: 11, fontWeight: 700 }, {})] : []
  return [
    box({ borderTop: `1.5 solid ${dark}`, marginTop: 6, paddingTop: 4, paddingBottom: 4 }, [
      sideBySide(title, language, { fontSize: 15, fontWeight: 700 }, {}),
      ...isDown,
    ]),
  ]
}

const topicHeading = (title: Both, language: Spoken) =>
  box({ paddingBottom: 6 }, [sideBySide(title, language, { fontSize: 10, color: quiet })])

function promptParts(prompt: ScriptPrompt, language: Spoken): ReactElement[] {
  const { onlyIf, saidBy, said, answers, scale, followUps, room } = prompt
  const note = { fontSize: 8.5, color: quiet }
  return [
    ...(onlyIf === undefined ? [] : [box({ paddingBottom: 2 }, [inEnglish(onlyIf, note)])]),
    ...(saidBy ? [sideBySide(saidBy, language, note)] : []),
    ...said.flatMap(({ age, words }) => [
      ...(age ? [box({ paddingTop: 4 }, [sideBySide(age, language, note)])] : []),
      sideBySide(words, language, { fontSize: age ? 11 : 12.5 }, {}),
    ]),
    ...(scale ? [circles()] : []),
    ...answers.map(answer => tickable(answer, language)),
    ...(followUps ? [asked(followUps, language)] : []),
    ...Array.from({ length: room }, () => box({ height: 21, borderBottom: `0.6 solid ${faint}` }, [])),
  ]
}

const tickable = (answer: Both, language: Spoken) =>
  box({ flexDirection: 'row', alignItems: 'center', paddingTop: 3 }, [
    box({ width: 11, height: 11, border: `0.9 solid ${dark}`, marginRight: 8 }, []),
    box({ flexGrow: 1, flexShrink: 1, flexBasis: 0 }, [sideBySide(answer, language, { fontSize: 10.5 }, {})]),
  ])

function asked({ title, said }: NonNullable<ScriptPrompt['followUps']>, language: Spoken): ReactElement {
  return box({ marginTop: 4, paddingLeft: 8, borderLeft: `1.5 solid ${faint}` }, [
    sideBySide(title, language, { fontSize: 8.5, color: quiet }),
    ...said.map(each => sideBySide(each, language, { fontSize: 10 }, {})),
  ])
}

/** From left to right, as numbers are in every language here. */
const circles = () =>
  box(
    { flexDirection: 'row', justifyContent: 'space-between', paddingVertical: 5 },
    Array.from({ length: 11 }, (_, number) =>
      box(
        {
          width: 26,
          height: 26,
          borderRadius: 13,
          border: `0.9 solid ${faint}`,
          alignItems: 'center',
          justifyContent: 'center',
        },
        [inEnglish(String(number), { fontSize: 11, lineHeight: 1 })],
      ),
    ),
  )
