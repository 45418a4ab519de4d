import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import { tthc } from '../bundle.js'

it.each(['vi', 'en'])('schema, as users run it, prints a JSON Schema that is one (%s)', lang => {
  const { status, stdout, stderr } = tthc(['schema', '--lang', lang])
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  const validate = ajv.compile(JSON.parse(stdout))
  expect(validate({ catalog: 1, fields: [{ id: 'a', name: 'A' }] })).toBe(true)
  expect(validate({ catalog: 1, feilds: [] })).toBe(false)
})
