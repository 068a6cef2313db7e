const fieldTypes = ['string', 'number', 'integer', 'boolean', 'date', 'datetime'];
const nameList = { type: 'array', items: { type: 'string' }, minItems: 1 };
/**
 * What Tabular Data Package and Table Schema (specs.frictionlessdata.io, version 1) ask of a descriptor, as a JSON Schema
 * of as much of them as the dictionary uses.
 */
export const tabularDataPackage = {
  type: 'object',
  required: ['profile', 'name', 'resources'],
  properties: {
    profile: { const: 'tabular-data-package' },
    name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
    resources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['profile', 'name', 'path', 'schema', 'dialect', 'encoding', 'format', 'mediatype'],
        properties: {
          profile: { const: 'tabular-data-resource' },
          name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
          path: { type: 'string', pattern: '^[^/.][^/]*$' },
          title: { type: 'string', minLength: 1 },
          description: { type: 'string', minLength: 1 },
          schema: {
            type: 'object',
            required: ['fields', 'missingValues'],
            additionalProperties: false,
            properties: {
              fields: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'object',
                  required: ['name', 'type', 'format', 'title', 'constraints', 'lakeType', 'sv', 'en'],
                  properties: {
                    name: { type: 'string', minLength: 1 },
                    type: { enum: fieldTypes },
                    title: { type: 'string', minLength: 1 },
                    description: { type: 'string', minLength: 1 },
                    constraints: {
                      type: 'object',
                      additionalProperties: false,
                      properties: {
                        required: { type: 'boolean' },
                        minimum: { type: ['number', 'string'] },
                        maximum: { type: ['number', 'string'] },
                        enum: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string' } },
                      },
                    },
                  },
                  allOf: [
                    {
                      if: { properties: { type: { const: 'string' } } },
                      then: { properties: { format: { enum: ['default', 'email', 'uri', 'uuid'] } } },
                    },
                    {
                      if: { properties: { type: { enum: ['integer', 'number', 'boolean', 'date'] } } },
                      then: { properties: { format: { const: 'default' } } },
                    },
                    {
                      if: { properties: { type: { const: 'datetime' } } },
                      then: { properties: { format: { pattern: '^%' } } },
                    },
                  ],
                },
              },
              missingValues: { type: 'array', items: { type: 'string' } },
              primaryKey: nameList,
              foreignKeys: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['fields', 'reference'],
                  properties: {
                    fields: { type: 'string' },
                    reference: {
                      type: 'object',
                      required: ['resource', 'fields'],
                      properties: { resource: { type: 'string' }, fields: { type: 'string' } },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};
