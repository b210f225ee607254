import express, { type Request, type Response } from 'express'

const read = express.json({ limit: '256kb', type: () => true })

/** The JSON of the body, or undefined where it is none. */
export function bodyOf(request: Request, response: Response): Promise<unknown> {
  if (request.body !== undefined) return Promise.resolve(request.body)
  return new Promise(resolve => {
    read(request, response, (error?: unknown) => {
      const isTooBig = error instanceof Error && 'status' in error && error.status === 413
      resolve(isTooBig ? 'too-big' : error === undefined ? request.body : undefined)
    })
  })
}
