import { createStreamsSource, mountContactCases } from '../../../../src/index.ts'
import { ccpUrl, client, partOfPage } from './desktop-settings.ts'

const source = createStreamsSource({ ccpUrl, container: partOfPage('softphone'), loginPopup: false })

mountContactCases(partOfPage('cases'), { source, client })
