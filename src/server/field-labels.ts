import { setTimeout as sleep } from 'node:timers/promises'
import { createAsker } from './asker.ts'
import type { CasesGateway, Upstream } from './cases-gateway.ts'
import type { Urgency } from './quota/urgency.ts'
import type { Field } from './upstream-answer.ts'

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

const labelsUrgency: Urgency = 4 // that of the details they belong to

/** The labels of a domain's fields; never a reason to fail. The gateway is one that keeps them. */
export function createFieldLabels({ gateway, rowFields, now, limits }: FieldLabelsDeps) {
  // Nobody's request: labels that come late for one are there for the next.
  const asker = () => createAsker({ urgency: labelsUrgency, now, deadlineMs: limits.deadlineMs })

  return async (domainId: string): Promise<FieldLabels> => {
    const late = sleep(limits.labelsMs, [], { ref: false })
    const inTime = <Item>(answer: Upstream<readonly Item[]>): Promise<readonly Item[]> =>
      Promise.race([answer.then((items) => (items.ok ? items.value : [])), late])
    const optionsOf = async (fieldId: string) => {
      const options = await inTime(gateway.listFieldOptions({ domainId, fieldId }, asker()))
      return [fieldId, new Map(options.map(({ value, name }) => [value, name]))] as const
    }

    const ofStatus = optionsOf('status')
    const fields = rowFields.length === 0 ? [] : await inTime(gateway.listFields(domainId, asker()))
    const wanted = fields.filter(({ fieldId }) => rowFields.includes(fieldId))
    const selects = wanted.filter(({ fieldId, type }) => type === 'SingleSelect' && fieldId !== 'status')
    const options = await Promise.all([ofStatus, ...selects.map(({ fieldId }) => optionsOf(fieldId))])
    return {
      // A domain has its system fields at least.
      fields: fields.length === 0 ? null : new Map(wanted.map((field) => [field.fieldId, field])),
      options: new Map(options),
    }
  }
}
