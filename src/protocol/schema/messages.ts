/**
 * Exactly the messages in use, each as its `params` and, for requests, its `result`. A message that is not listed here is
 * not parsed.
 */
export {
  approvalRequests,
  clientRequests,
  rpcError,
  userInputRequest,
  type ApprovalMethod,
  type ApprovalParams,
  type ClientMethod,
  type Params,
  type Result,
  type RpcError,
} from './requests.js';
export { notifications, type Notification, type NotificationMethod } from './notifications.js';
