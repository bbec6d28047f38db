/**
 * Exactly the messages in use, each as its `params` and, for requests, its `result`. A message that is not listed here is
 * not parsed.
 */
export * from './notifications.js';
export * from './requests.js';
