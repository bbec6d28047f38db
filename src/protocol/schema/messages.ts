/**
 * Exactly the messages in use, each as its `params` and, for requests, its `result`. A message that is not listed here is
 * not parsed.
 */
export {
  approvalRequests,
  clientRequests,
  rpcError,
  userInputRequests,
  type ApprovalMethod,
  type ApprovalParams,
  type ClientMethod,
  type Metadata,
  type Params,
  type Result,
  type RpcError,
  type UserInputMethod,
  type UserInputParams,
} from './requests.js';
export { notifications, type Notification, type NotificationMethod } from './notifications.js';
