import type en from '../../../locales/en/console.json'

/** A key of the console's own words. */
export type ConsoleKey = keyof typeof en

/** The console's words, in the language of the screen. */
export type Say = (key: ConsoleKey, into?: Readonly<Record<string, string | number>>) => string
