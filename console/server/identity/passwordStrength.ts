import { parentPort, workerData } from 'node:worker_threads'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as english } from '@zxcvbn-ts/language-en'
import type { StrengthAsked, StrengthFound } from './passwordFault.ts'

/** What runs in a thread of its own: its dictionaries go when it ends. */
const { password, own } = workerData as StrengthAsked
const zxcvbn = new ZxcvbnFactory({ dictionary: { ...common, ...english }, graphs: adjacencyGraphs })
const { score, feedback } = zxcvbn.check(password, [...own])
parentPort?.postMessage({ score, warning: feedback.warning } satisfies StrengthFound)
