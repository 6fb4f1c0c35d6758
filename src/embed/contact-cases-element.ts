import { attributeNames, readAttributes } from './element-attributes.ts'
import { type MountedContactCases, type MountOptions, mountContactCases } from './mount-contact-cases.tsx'

const propertyNames = [
  'source',
  'client',
  'signIn',
  'queryClient',
  'words',
  'strings',
  'formats',
  'preferences',
  'renderCase',
  'caseActions',
  'renderHeader',
  'renderEmpty',
] as const satisfies readonly (keyof MountOptions)[]

type Properties = { -readonly [Name in (typeof propertyNames)[number]]?: MountOptions[Name] | undefined }

/**
 * `<contact-cases>`: a panel as an element, there as soon as it has a `source` and a `client`. It tells what happens
 * by the events `caseschanged`, `opencase` and `problem`, which bubble.
 */
export interface ContactCasesElement extends HTMLElement, Properties {}

declare global {
  interface HTMLElementTagNameMap {
    'contact-cases': ContactCasesElement
  }
}

/** Marks the class, also where two copies of this package are on a page. */
export const isContactCases = Symbol.for('connect-contact-cases')

/** The element's class. Made when asked for: where there is no document there is no HTMLElement to extend. */
export function createElementClass(): CustomElementConstructor {
  return class extends HTMLElement {
    static readonly [isContactCases] = true
    static readonly observedAttributes = attributeNames
    #properties: Properties = {}
    #panel: MountedContactCases | null = null
    #isDue = false

    constructor() {
      super()
      for (const name of propertyNames) this.#define(name)
    }

    connectedCallback() {
      this.#renderSoon()
    }

    disconnectedCallback() {
      this.#renderSoon()
    }

    attributeChangedCallback() {
      this.#renderSoon()
    }

    #define(name: keyof Properties) {
      // Set while the element was not defined yet, as frameworks do, it is a plain property of this object.
      if (Object.hasOwn(this, name)) this.#properties = { ...this.#properties, [name]: Reflect.get(this, name) }
      Object.defineProperty(this, name, {
        get: () => this.#properties[name],
        set: (value: unknown) => {
          this.#properties = { ...this.#properties, [name]: value }
          this.#renderSoon()
        },
      })
    }

    /** Once for all that changes in one go. A move is a removal and an insertion: the panel stays what it is. */
    #renderSoon() {
      if (this.#isDue) return
      this.#isDue = true
      queueMicrotask(() => {
        this.#isDue = false
        this.#render()
      })
    }

    #render() {
      const options = this.isConnected ? this.#options() : null
      if (options !== null) {
        if (this.#panel === null) this.#panel = mountContactCases(this, options)
        else this.#panel.update(options)
      } else if (this.#panel !== null) {
        this.#panel.unmount()
        this.#panel = null
      }
    }

    #options(): MountOptions | null {
      const { source, client, ...properties } = this.#properties
      if (!source || !client) return null
      const attributes = readAttributes(this)
      const { caseUrlTemplate, openCases = caseUrlTemplate === undefined ? undefined : 'link' } = attributes
      return {
        ...{ ...properties, source, client, ...attributes, openCases },
        // Where nothing opens a case, cases are no buttons.
        onOpenCase: openCases && this.#tellOpened,
        onCasesChanged: this.#tellChanged,
        onProblem: this.#tellProblem,
      }
    }

    readonly #tell = (type: string, detail: unknown) =>
      void this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
    // The same functions at each render: rows in sight depend on the first.
    readonly #tellOpened = (caseId: string) => this.#tell('opencase', { caseId })
    readonly #tellChanged: NonNullable<MountOptions['onCasesChanged']> = (change) => this.#tell('caseschanged', change)
    readonly #tellProblem: NonNullable<MountOptions['onProblem']> = (problem) => this.#tell('problem', problem)
  }
}
