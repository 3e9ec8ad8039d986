import { formatOf, formatted } from './georeport-format.js';

const services = { root: 'services', each: 'service', items: [{ service_code: 'E01-01', description: null, metadata: true }] };

describe('an answer of GeoReport v2', () => {
  it('is a root around elements in XML, and a list in JSON', () => {
    expect(formatted(services, 'xml')).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<services><service><service_code>E01-01</service_code><description/><metadata>true</metadata></service></services>',
    );
    expect(JSON.parse(formatted(services, 'json'))).toEqual([{ service_code: 'E01-01', description: null, metadata: true }]);
  });

  it('has lists within it as elements of one name', () => {
    const definition = { root: 'service_definition', content: { service_code: 'E01-01', attributes: [{ code: 'area', values: [{ key: '511902', name: '巴州区' }] }] } };
    expect(formatted(definition, 'xml')).toContain('<attributes><attribute><code>area</code><values><value><key>511902</key><name>巴州区</name></value></values></attribute></attributes>');
  });

  it('holds markup and control characters that people wrote as nothing but text', () => {
    const xml = formatted({ ...services, items: [{ description: '<script>alert("1")</script> & \u0000\u000b路灯' }] }, 'xml');
    expect(xml).toContain('&lt;script&gt;');
    expect(xml).not.toMatch(/<script>|\u0000|\u000b/);
  });

  it('is asked for by the ending of the path', () => {
    expect(formatOf('/open311/v2/requests/511900_a.xml?api_key=1.json')).toBe('xml');
    expect(formatOf('/open311/v2/services.json')).toBe('json');
    expect(formatOf('/open311/v2/services.csv')).toBeUndefined();
  });
});
