import type { ComponentChildren } from 'preact'
import { useApp } from '../session/AppContext.ts'
import { Page } from '../shared/Page.tsx'
import { PracticeBand } from './PracticeBand.tsx'
import { PracticeNav } from './PracticeNav.tsx'

/** A page of practice outside the room: marked as practice in the window's title, at its top and on paper. */
export function PracticeFrame({ title, children }: { title: string; children: ComponentChildren }) {
  const { say } = useApp()
  return (
    <Page title={title} mark={say('practice/mark')} nav={<PracticeNav />}>
      <PracticeBand />
      {children}
    </Page>
  )
}
