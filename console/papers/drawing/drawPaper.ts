import { Document, renderToBuffer } from '@react-pdf/renderer'
import { createElement, type ReactElement } from 'react'
import type { Paper } from '../paper.ts'
import { cardPage } from './cardPage.ts'
import { documentPages } from './documentPages.ts'
import { registerFonts } from './fonts.ts'
import { numbersPage } from './numbersPage.ts'
import { scriptPages } from './scriptPages.ts'
import { whatHappensPage } from './whatHappensPage.ts'

await registerFonts()

/** The paper as a PDF. NB: takes up to seconds of work; the console has it done in a thread of its own. */
export async function drawPaper(paper: Paper): Promise<Buffer> {
  const pages = await pagesOf(paper)
  return renderToBuffer(
    createElement(
      Document,
      { title: paper.title.english ?? paper.title.talk, language: paper.language.code, producer: 'Return Talk' },
      pages,
    ),
  )
}

async function pagesOf(paper: Paper): Promise<ReactElement> {
  switch (paper.paper) {
    case 'script':
      return scriptPages(paper)
    case 'what-happens':
      return whatHappensPage(paper)
    case 'numbers':
      return numbersPage(paper)
    case 'card':
      return cardPage(paper)
    case 'document':
      return documentPages(paper)
  }
}
