import { generateSecret, generateURI, verifySync } from 'otplib'

const stepSeconds = 30

export const newTotpSecret = (): string => generateSecret()

export const totpUri = (secret: string, signInName: string): string =>
  generateURI({ issuer: 'Return Talk', label: signInName, secret })

/** The time step that this code belongs to: now, the one before or the one after. Undefined where it belongs to none. */
export function stepOfCode(secret: string, code: string, at: Date): number | undefined {
  const token = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const epoch = Math.floor(at.getTime() / 1000)
  const found = verifySync({ secret, token, epoch, epochTolerance: stepSeconds })
  return found.valid ? Math.floor(epoch / stepSeconds) + found.delta : undefined
}
