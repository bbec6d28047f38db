import type * as z from 'zod';
import * as generated from './generated/readers.js';
import type * as items from './schema/items.js';
import type * as messages from './schema/messages.js';

/** Reads a value as a schema does; undefined if it does not decode. */
export type Reader<T> = (value: unknown) => T | undefined;

type ReadersOf<Schemas> = {
  readonly [Name in keyof Schemas]: Schemas[Name] extends z.ZodType
    ? Reader<z.infer<Schemas[Name]>>
    : ReadersOf<Schemas[Name]>;
};

/*
 * The readers of the messages in use. They are generated from the schemas under `schema/`, which stay the source: zod itself
 * takes many times as long, and would have to be loaded with the library.
 */

type Readers = ReadersOf<typeof messages> & Pick<ReadersOf<typeof items>, 'item'>;

export const notifications = generated.notifications as unknown as Readers['notifications'];
export const clientRequests = generated.clientRequests as unknown as Readers['clientRequests'];
export const userRequests = generated.userRequests as unknown as Readers['userRequests'];
export const rpcError = generated.rpcError as unknown as Readers['rpcError'];
export const item = generated.item as unknown as Readers['item'];
