/** A file that the bundler hashes and serves from the edge: its address. */
declare module '*.css' {
  const address: string;
  export default address;
}

declare module '*.svg' {
  const address: string;
  export default address;
}
