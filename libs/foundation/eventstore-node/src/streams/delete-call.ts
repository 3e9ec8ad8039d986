import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import type { Access } from '../access.js';
import type { Store } from '../storage/store.js';
import { deleteAnswer } from './answers.js';
import { decideDelete, decideTombstone } from './append.js';
import { refusalOf } from './refusal.js';
import { readOptionsOnly } from './write-options.js';

/** Delete: the stream reads as not found until it is written again. */
export function deleteCall(store: Store, access: Access) {
  return endingCall(store, access, decideDelete);
}

/** Tombstone: the stream is gone for ever. */
export function tombstoneCall(store: Store, access: Access) {
  return endingCall(store, access, decideTombstone);
}

function endingCall(store: Store, access: Access, decide: typeof decideDelete) {
  const end = async (call: ServerUnaryCall<Buffer, Buffer>): Promise<Buffer> => {
    const principal = access.authenticate(call.metadata);
    const { stream, expectation } = readOptionsOnly(call.request);
    access.require(principal, 'delete', stream);
    const outcome = await store.writer.submit((batch) => decide(batch, stream, expectation));
    return deleteAnswer(outcome, stream, expectation);
  };
  return (call: ServerUnaryCall<Buffer, Buffer>, answer: sendUnaryData<Buffer>): void => {
    end(call).then((message) => { answer(null, message); }, (error: unknown) => { answer(refusalOf(error).toStatus(), null); });
  };
}
