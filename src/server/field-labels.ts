import { setTimeout as sleep } from 'node:timers/promises'
import type { CasesGateway, Upstream } from './cases-gateway.ts'
import { createKeptAnswers } from './kept-answers.ts'
import type { Field, FieldOption } from './upstream-answer.ts'

/** How people call fields and what they hold; what could not be read, or not in time, is not there. */
export interface FieldLabels {
  /** The fields of the setting that the domain has, by id; null where the domain's fields could not be read. */
  readonly fields: ReadonlyMap<string, Field> | null
  /** For each single-select field, the label of each value. */
  readonly options: ReadonlyMap<string, ReadonlyMap<string, string>>
}

interface FieldLabelsDeps {
  readonly gateway: Pick<CasesGateway, 'listFields' | 'listFieldOptions'>
  /** The fields to know beside the status. */
  readonly rowFields: readonly string[]
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number
  readonly limits: {
    readonly deadlineMs: number
    /** How long an answer waits for labels: without them it says less, but is still right. */
    readonly labelsMs: number
  }
}

// An administrator's change shows within ten minutes.
const keepMs = 600_000

/** The labels of a domain's fields, shared by all who ask; never a reason to fail. */
export function createFieldLabels({ gateway, rowFields, now, limits }: FieldLabelsDeps) {
  const keptFields = createKeptAnswers<readonly Field[]>({ now, keepMs })
  const keptOptions = createKeptAnswers<readonly FieldOption[]>({ now, keepMs })
  // A deadline of its own: the question goes on when who asked first has gone.
  const deadline = () => AbortSignal.timeout(limits.deadlineMs)
  const listFields = (domainId: string) => keptFields(domainId, () => gateway.listFields(domainId, deadline()))
  const listOptions = (domainId: string, fieldId: string) =>
    keptOptions(JSON.stringify([domainId, fieldId]), () => gateway.listFieldOptions({ domainId, fieldId }, deadline()))

  return async (domainId: string): Promise<FieldLabels> => {
    const late = sleep(limits.labelsMs, [], { ref: false })
    const inTime = <Item>(answer: Upstream<readonly Item[]>): Promise<readonly Item[]> =>
      Promise.race([answer.then((items) => (items.ok ? items.value : [])), late])
    const optionsOf = async (fieldId: string) => {
      const options = await inTime(listOptions(domainId, fieldId))
      return [fieldId, new Map(options.map(({ value, name }) => [value, name]))] as const
    }

    const ofStatus = optionsOf('status')
    const fields = rowFields.length === 0 ? [] : await inTime(listFields(domainId))
    const wanted = fields.filter(({ fieldId }) => rowFields.includes(fieldId))
    const selects = wanted.filter(({ type }) => type === 'SingleSelect')
    const options = await Promise.all([ofStatus, ...selects.map(({ fieldId }) => optionsOf(fieldId))])
    return {
      // A domain has its system fields at least.
      fields: fields.length === 0 ? null : new Map(wanted.map((field) => [field.fieldId, field])),
      options: new Map(options),
    }
  }
}
