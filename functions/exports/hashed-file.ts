import { createHash } from 'node:crypto';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { ByteWriter } from 'hyparquet-writer';

export interface FinishedFile {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 of the content, hexadecimal. */
  readonly sha256: string;
}

const chunkBytes = 1 << 20;

/** A file that is written once, front to back, and hashed on the way: its content decides its name. */
export class HashedFile {
  readonly writer = new ByteWriter(2 * chunkBytes);
  readonly #path: string;
  readonly #descriptor: number;
  readonly #hash = createHash('sha256');
  #isOpen = true;

  constructor(path: string) {
    this.#path = path;
    this.#descriptor = openSync(path, 'wx');
    // The writer asks for room before each piece it appends: the moment to write out what has gathered.
    const grow = this.writer.ensure.bind(this.writer);
    this.writer.ensure = (size) => {
      if (this.writer.index > chunkBytes) this.#flush();
      grow(size);
    };
  }

  #flush(): void {
    const chunk = new Uint8Array(this.writer.buffer, 0, this.writer.index);
    this.#hash.update(chunk);
    for (let written = 0; written < chunk.length; ) written += writeSync(this.#descriptor, chunk, written);
    this.writer.index = 0;
  }

  close(): FinishedFile {
    this.#flush();
    this.#closeDescriptor();
    return { path: this.#path, bytes: this.writer.offset, sha256: this.#hash.digest('hex') };
  }

  #closeDescriptor(): void {
    if (this.#isOpen) closeSync(this.#descriptor);
    this.#isOpen = false;
  }

  discard(): void {
    this.#closeDescriptor();
    rmSync(this.#path, { force: true });
  }
}
