/**
 * Stands in for the SDK's credential chain in bundles: a Lambda always finds its role's credentials in the
 * environment, and the chain's other providers are 136 kB that are never used.
 */
export function defaultProvider() {
  return async () => {
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
    if (AWS_ACCESS_KEY_ID === undefined || AWS_SECRET_ACCESS_KEY === undefined) {
      throw new Error('expected AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment, got nothing');
    }
    return {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      ...(AWS_SESSION_TOKEN !== undefined && { sessionToken: AWS_SESSION_TOKEN }),
    };
  };
}
