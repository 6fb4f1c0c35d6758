import type { InstanceChange } from './connect/instance-change.ts'
import type { Case, EventConfiguration, Field, Performer, RelatedItem, Template } from './entities.ts'

interface ChangeOf<K extends string> {
  readonly kind: K
  readonly domainId: string
  /** ISO 8601 with Z. */
  readonly at: string
  readonly performedBy?: Performer
}

/** What a client token was first used for, so that a repeated request is told from another one. */
export interface TokenUse {
  readonly clientToken: string
  readonly requestHash: string
}

export interface CaseCreated extends ChangeOf<'caseCreated'> {
  readonly case: Case
  readonly tokenUse?: TokenUse
}

export interface CaseUpdated extends ChangeOf<'caseUpdated'> {
  /** As it is after the change. */
  readonly case: Case
  readonly changedFieldIds: readonly string[]
}

export interface CaseDeleted extends ChangeOf<'caseDeleted'> {
  readonly case: Case
}

export interface RelatedItemChanged extends ChangeOf<'relatedItemCreated' | 'relatedItemDeleted'> {
  readonly item: RelatedItem
}

interface TemplatePut extends ChangeOf<'templatePut'> {
  readonly template: Template
}

interface FieldPut extends ChangeOf<'fieldPut'> {
  readonly field: Field
}

interface EventConfigurationPut extends ChangeOf<'eventConfigurationPut'> {
  readonly eventConfiguration: EventConfiguration
}

/** The only ways a domain changes. */
export type DomainChange =
  | CaseCreated
  | CaseUpdated
  | CaseDeleted
  | RelatedItemChanged
  | TemplatePut
  | FieldPut
  | EventConfigurationPut

/** The only ways the store changes. Plain JSON data: a change can be kept in a file and applied again. */
export type Change = DomainChange | InstanceChange
