import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';

// The least that could receive a submission: JSON.parse, a schema of the same fields, one conditional put.
// No versions, no problems in two languages, no receipt, no search for personnummer.
const code = (length: number) => z.string().length(length).regex(/^\d+$/);
const count = z.int().min(0).max(10_000);

const schema = z.strictObject({
  version: z.int().positive(),
  lang: z.enum(['sv', 'en']).default('sv'),
  answers: z.strictObject({
    activity: z.string().trim().min(1).max(150),
    activity_date: z.iso.date(),
    organisationsnummer: z
      .string()
      .regex(/^\d{6}-\d{4}$/)
      .optional(),
    organisationsnummer_missing_reason: z
      .enum(['sole_trader', 'foreign', 'private_person', 'unknown'])
      .optional(),
    company_name: z.string().trim().min(1).max(150),
    municipality_code: code(4),
    n_women: count,
    n_men: count,
    n_undisclosed: count,
    note: z.string().trim().max(500).optional(),
  }),
});

/** Reads a body; throws when it is not right. */
export function readBare(body: string) {
  return schema.parse(JSON.parse(body));
}

/** Keeps what was read, once, with the plain client. */
export function bareStore(table: string) {
  const client = new DynamoDBClient({});
  return async (id: string, sent: ReturnType<typeof readBare>): Promise<void> => {
    const receivedAt = Date.now();
    const item = {
      pk: 'floor#0',
      sk: id,
      submission_id: id,
      received_at: receivedAt,
      changed_at: receivedAt,
    };
    await client.send(
      new PutItemCommand({
        TableName: table,
        Item: marshall({ ...item, ...sent }, { removeUndefinedValues: true }),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  };
}
