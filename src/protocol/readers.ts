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

type Messages = ReadersOf<typeof messages>;

export const notifications = generated.notifications as unknown as Messages['notifications'];
export const clientRequests = generated.clientRequests as unknown as Messages['clientRequests'];
export const approvalRequests = generated.approvalRequests as unknown as Messages['approvalRequests'];
export const userInputRequests = generated.userInputRequests as unknown as Messages['userInputRequests'];
export const rpcError = generated.rpcError as unknown as Messages['rpcError'];
export const item = generated.item as unknown as ReadersOf<typeof items>['item'];
