export { createMemorySource } from 'connect-contact-cases'
