export { ContactCases, createCasesClient, createWorkspaceSource } from 'connect-contact-cases'
