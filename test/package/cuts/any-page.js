export { createCasesClient, createMemorySource, defineContactCases, mountContactCases } from 'connect-contact-cases'
