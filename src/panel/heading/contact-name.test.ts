import { expect, test } from 'vitest'
import { en } from '../../locales/en.ts'
import { contactOf } from '../testing/desk-builders.ts'
import { contactName, shortId } from './contact-name.ts'

test('a contact is called by its channel and its queue', () => {
  expect(contactName(contactOf('c-1'), en)).toBe('Chat · Billing')
  expect(contactName(contactOf('c-1', { channel: 'email', queueName: null }), en)).toBe('Email')
})

test('a long id is known by its end', () => {
  expect(shortId('0c4a9f1e-57c8-4d3b-9a53-6a0a7d1b2c3d')).toBe('…7d1b2c3d')
  expect(shortId('contact-1')).toBe('contact-1')
})
