import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import { startEventStoreNode, type EventStoreNode } from '../server.js';
import { temporaryFolder } from './node-under-test.js';
import { RawConnection } from './raw-call.js';

describe('before a client has a say', () => {
  let node: EventStoreNode;
  let connection: RawConnection;
  beforeAll(async () => {
    node = await startEventStoreNode({ dir: temporaryFolder(), accounts: { admin: 'changeit' } });
    connection = new RawConnection(node.port);
  });
  afterAll(async () => {
    connection.close();
    await node.stop();
  });

  const answerOf = async (service: string, method: string): Promise<Buffer> => {
    const { answers: [answer = Buffer.alloc(0)] } = await connection.callOf(service, method).complete(Buffer.alloc(0));
    return answer;
  };

  it('it is told in lower case which calls there are and what they can do', async () => {
    const supported = features.SupportedMethods.deserializeBinary(await answerOf('server_features.ServerFeatures', 'GetSupportedMethods'));
    const calls = new Map(supported.getMethodsList().map((method) => [`${method.getServiceName()}/${method.getMethodName()}`, method.getFeaturesList()]));
    expect(calls.get('event_store.client.streams.streams/read')).toEqual(['position', 'events']);
    expect(calls.get('event_store.client.streams.streams/batchappend')).toEqual(['deadline_duration']);
    expect([...calls.keys()]).toEqual(expect.arrayContaining(
      ['append', 'batchappend', 'read', 'delete', 'tombstone'].map((method) => `event_store.client.streams.streams/${method}`)));
    const [major = 0, minor = 0] = supported.getEventStoreServerVersion().split('.').map(Number);
    expect(major * 100 + minor).toBeGreaterThanOrEqual(2_402);
  });

  it('it finds one node alone, which leads and is where it was asked', async () => {
    const members = gossip.ClusterInfo.deserializeBinary(await answerOf('gossip.Gossip', 'Read')).getMembersList();
    expect(members.map((member) => [member.getIsAlive(), member.getState(), member.getHttpEndPoint()?.getAddress(), member.getHttpEndPoint()?.getPort()]))
      .toEqual([[true, gossip.MemberInfo.VNodeState.LEADER, '127.0.0.1', node.port]]);
  });
});
