/**
 * The table of submissions, as both worlds make it. `byChange` is a local index, because it is read
 * consistently and a local index can be; such an index can only be made together with its table.
 */
export const submissionsTable = {
  partitionKey: 'pk',
  sortKey: 'sk',
  index: { name: 'byChange', sortKey: 'changed_at' },
} as const;
