import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** One piece of text as it is drawn, with where it begins and how wide it is, in points from the lower left corner. */
export interface DrawnText {
  text: string
  x: number
  y: number
  width: number
  size: number
}

export interface DrawnPage {
  texts: readonly DrawnText[]
  /** All of it in the order it was drawn, one space between. */
  text: string
  /** The page as a picture, three pixels for each point: red, green, blue and opacity of each, row by row. */
  picture(): Promise<{ width: number; height: number; pixels: Uint8ClampedArray }>
}

/** What a reader of PDF finds in it. */
export async function readPdf(pdf: Uint8Array): Promise<DrawnPage[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const numbers = Array.from({ length: document.numPages }, (_, place) => place + 1)
  return Promise.all(
    numbers.map(async number => {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent({ disableNormalization: true })
      const texts = items.flatMap((item): DrawnText[] => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, , , size, x, y] = item.transform as number[]
        return [{ text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, size: size ?? 0 }]
      })
      return {
        texts,
        text: spaced(texts.map(({ text }) => text).join(' ')),
        async picture() {
          const viewport = page.getViewport({ scale: 3 })
          const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height))
          await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise
          const { width, height } = canvas
          return { width, height, pixels: canvas.getContext('2d').getImageData(0, 0, width, height).data }
        },
      }
    }),
  )
}

/** With one space wherever there is any. */
export const spaced = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
