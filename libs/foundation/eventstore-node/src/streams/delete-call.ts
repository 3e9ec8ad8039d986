import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { isMetadataStream } from '../storage/stream-metadata.js';
import { deleteAnswer } from './answers.js';
import { decideDelete, decideTombstone } from './append.js';
import type { CallContext } from './context.js';
import { invalidArgument, refusalOf } from './refusal.js';
import { readOptionsOnly } from './write-options.js';

/** Delete: the stream reads as not found until it is written again. */
export function deleteCall(context: CallContext) {
  return endingCall(context, decideDelete);
}

/** Tombstone: the stream is gone for ever. */
export function tombstoneCall(context: CallContext) {
  return endingCall(context, decideTombstone);
}

function endingCall({ store, access }: CallContext, decide: typeof decideDelete) {
  const end = async (call: ServerUnaryCall<Buffer, Buffer>): Promise<Buffer> => {
    const principal = access.authenticate(call.metadata);
    const { stream, expectation } = readOptionsOnly(call.request);
    if (isMetadataStream(stream)) throw invalidArgument(`${stream} ends with the stream it describes.`);
    access.require(principal, 'delete', stream);
    const outcome = await store.writer.submit((batch) => decide(batch, stream, expectation));
    return deleteAnswer(outcome, stream, expectation);
  };
  return (call: ServerUnaryCall<Buffer, Buffer>, answer: sendUnaryData<Buffer>): void => {
    end(call).then((message) => { answer(null, message); }, (error: unknown) => { answer(refusalOf(error).toStatus(), null); });
  };
}
