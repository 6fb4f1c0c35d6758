import type { SeedCase, SeedTemplate, SeedValue } from './seed-schema.ts'

/** Who made a change, where the caller says so. */
export type Performer = { readonly userArn: string } | { readonly customEntity: string }

/** The value of a field; null is the empty value. */
export type FieldValue = SeedValue

export type FieldType = 'Text' | 'Number' | 'Boolean' | 'DateTime' | 'SingleSelect' | 'Url' | 'User'

export interface Case extends Readonly<Pick<SeedCase, 'caseId' | 'templateId'>> {
  readonly fields: Readonly<Record<string, FieldValue>>
}

/** What is seeded has no times of its own. */
interface Times {
  readonly createdTime?: string
  readonly lastModifiedTime?: string
}

export interface Template extends Readonly<SeedTemplate>, Times {
  readonly description?: string | undefined
  readonly defaultLayout?: string | undefined
  readonly requiredFieldIds?: readonly string[] | undefined
}

export interface FieldOption {
  readonly name: string
  readonly value: string
  readonly active: boolean
}

export interface Field extends Times {
  readonly fieldId: string
  readonly name: string
  readonly type: FieldType
  readonly namespace: 'System' | 'Custom'
  readonly description?: string | undefined
  readonly isMultiline?: boolean | undefined
  readonly options: readonly FieldOption[]
}

export interface Layout {
  readonly layoutId: string
  readonly name: string
  readonly topPanelFieldIds: readonly string[]
  readonly moreInfoFieldIds: readonly string[]
}

interface RelatedItemOf<T extends string> {
  readonly type: T
  readonly relatedItemId: string
  readonly caseId: string
  readonly associationTime: string
  readonly performedBy?: Performer
}

/** A contact that is linked to a case. */
export interface ContactItem extends RelatedItemOf<'Contact'> {
  readonly contactArn: string
}

export interface CommentItem extends RelatedItemOf<'Comment'> {
  readonly body: string
}

/** What a case may hold besides its fields. The service has more kinds; the emulator keeps these. */
export type RelatedItem = ContactItem | CommentItem

/** Whether changes become events, and which members these have. As requests and answers have it. */
export interface EventConfiguration {
  readonly enabled: boolean
  readonly includedData?:
    | {
        readonly caseData?: { readonly fields: readonly { readonly id: string }[] } | undefined
        readonly relatedItemData?: { readonly includeContent: boolean } | undefined
      }
    | undefined
}
