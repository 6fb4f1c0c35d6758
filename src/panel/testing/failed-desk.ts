import type { DeskProblem, DeskState } from '../../contact/contact-source.ts'

/** A desk that cannot say which contact the agent has. */
export const failedDesk = (code: DeskProblem['code']): DeskState => ({
  status: 'failed',
  problem: { code, detail: '' },
})
