export * from './promise-list.events.js';
export {
  promiseListDecider, type AmendPromise, type EarlierPromise, type KeptPromise, type PromisedTask, type PromiseList, type PromiseListCommand, type ProposedPromise,
  type PublishedPromises, type PublishPromises,
} from './promise-list.js';
export * from './promise-view.js';
