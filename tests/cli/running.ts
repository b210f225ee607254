import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Ran {
  code: number | null
  output: string
  errors: string
}

/** Runs a program of this house as `npm run` would, gives it this input, and waits for its end. */
export function running(file: string, args: readonly string[], input = '', environment: Record<string, string> = {}) {
  return new Promise<Ran>((resolve, reject) => {
    const path = fileURLToPath(new URL(`../../${file}`, import.meta.url))
    const child = spawn(process.execPath, [path, ...args], { env: { ...process.env, ...environment } })
    const ran: Ran = { code: null, output: '', errors: '' }
    child.stdout.on('data', part => {
      ran.output += String(part)
    })
    child.stderr.on('data', part => {
      ran.errors += String(part)
    })
    child.once('error', reject)
    child.once('close', code => resolve({ ...ran, code }))
    child.stdin.end(input)
  })
}

export const cli = (args: readonly string[], input?: string, environment?: Record<string, string>) =>
  running('cli.ts', args, input, environment)
