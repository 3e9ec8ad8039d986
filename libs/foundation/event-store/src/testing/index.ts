export { describeStore } from './describe-store.js';
export { openStoreUnderTest, type StoreUnderTest } from './store-under-test.js';
