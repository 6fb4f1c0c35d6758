import { createStreamsSource, defineContactCases } from '../../../../src/index.ts'
import { ccpUrl, client, partOfPage } from './desktop-settings.ts'

const source = createStreamsSource({ ccpUrl, container: partOfPage('softphone'), loginPopup: false })

defineContactCases()
Object.assign(document.querySelector('contact-cases') ?? {}, { source, client })
