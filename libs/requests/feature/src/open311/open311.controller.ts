import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { FormBody, languageOf, notFound, ProblemError, Public, type EdgeReply, type EdgeRequest } from '@zeren/http';
import { publicId, type Language } from '@zeren/kernel';
import type { Grounds } from '../request/request-grounds.js';
import { FrontDoor } from '../public/front-door.js';
import { PublicReader } from '../public/public-reader.js';
import { contentTypeOf, formatOf, formatted, type GeoReport } from './georeport-format.js';
import { GeoReportFilter } from './georeport.filter.js';
import { JurisdictionQuery, ServiceRequestBody, ServiceRequestsQuery } from './open311.bodies.js';
import { Open311Keys } from './open311-keys.js';
import { definitionOf, discoveryAt, servicesOf } from './services.js';
import { ServiceRequestFiling } from './service-request-filing.js';
import { ServiceRequests } from './service-requests.js';

type Jurisdiction = { readonly tenantId: string; readonly grounds: Grounds; readonly language: Language };

/** Open311 GeoReport v2: the same front door in the words of an open standard, in XML and JSON. The jurisdiction is the tenant. */
@Controller('open311/v2')
@Public()
@UseFilters(GeoReportFilter)
export class Open311Controller {
  constructor(
    private readonly door: FrontDoor,
    private readonly reader: PublicReader,
    private readonly keys: Open311Keys,
    private readonly filing: ServiceRequestFiling,
    private readonly requests: ServiceRequests,
  ) {}

  @Get(['discovery.json', 'discovery.xml'])
  discovery(@Req() request: EdgeRequest, @Res({ passthrough: true }) reply: EdgeReply): string {
    return answer(request, reply, discoveryAt(`${originOf(request)}/open311/v2`));
  }

  @Get(['services.json', 'services.xml'])
  async services(@Query() query: JurisdictionQuery, @Req() request: EdgeRequest, @Res({ passthrough: true }) reply: EdgeReply): Promise<string> {
    const { grounds, language } = await this.jurisdiction(query, request);
    return answer(request, reply, servicesOf(this.reader.matters(grounds), grounds, language));
  }

  @Get('services/:name')
  async service(
    @Param('name') name: string, @Query() query: JurisdictionQuery, @Req() request: EdgeRequest, @Res({ passthrough: true }) reply: EdgeReply,
  ): Promise<string> {
    const { tenantId, grounds, language } = await this.jurisdiction(query, request);
    const code = withoutEnding(name);
    const matter = this.reader.matters(grounds).find((each) => each.code === code) ?? notFound();
    return answer(request, reply, definitionOf(matter, this.reader.areas(grounds, tenantId), language));
  }

  /** A form post, as the standard has it, or the same as JSON. */
  @Post(['requests.json', 'requests.xml'])
  @HttpCode(201)
  @FormBody()
  async file(@Body() body: ServiceRequestBody, @Query() query: JurisdictionQuery, @Req() request: EdgeRequest, @Res({ passthrough: true }) reply: EdgeReply): Promise<string> {
    this.door.limit(request, 'filing');
    const { jurisdiction_id = query.jurisdiction_id, api_key: key = query.api_key } = body;
    const { tenantId, grounds, language } = await this.jurisdiction({ ...(jurisdiction_id !== undefined && { jurisdiction_id }) }, request);
    const keyId = key === undefined ? undefined : await this.keys.keyIdOf(tenantId, key);
    if (keyId === undefined) throw new ProblemError(403, 'open311-key-wrong', { field: 'api_key' });
    const matter = this.reader.matters(grounds).find(({ code }) => code === body.service_code);
    if (!matter) throw new ProblemError(404, 'open311-service-unknown', { field: 'service_code', details: { code: body.service_code } });
    const context = this.door.contextOf(request, tenantId, `open311-${keyId}`);
    const { outcome, receipt, secret } = await this.filing.file(body, matter, grounds, context);
    reply.header('Zeren-Position', String(outcome.position));
    const notice = language === 'zh' ? `回执号 ${receipt}，查询码 ${secret}` : `Receipt ${receipt}, secret ${secret}`;
    const items = [{ service_request_id: publicId(outcome.id.tenantId, outcome.id.id), service_notice: notice, account_id: null }];
    return answer(request, reply, { root: 'service_requests', each: 'request', items });
  }

  @Get(['requests.json', 'requests.xml'])
  async list(@Query() query: ServiceRequestsQuery, @Req() request: EdgeRequest, @Res({ passthrough: true }) reply: EdgeReply): Promise<string> {
    const { tenantId, grounds, language } = await this.jurisdiction(query, request);
    return answer(request, reply, { root: 'service_requests', each: 'request', items: await this.requests.list(tenantId, query, grounds, language, originOf(request)) });
  }

  @Get('requests/:name')
  async one(@Param('name') name: string, @Query() query: JurisdictionQuery, @Req() request: EdgeRequest, @Res({ passthrough: true }) reply: EdgeReply): Promise<string> {
    const { tenantId, grounds, language } = await this.jurisdiction(query, request);
    return answer(request, reply, { root: 'service_requests', each: 'request', items: [await this.requests.one(tenantId, withoutEnding(name), grounds, language, originOf(request))] });
  }

  /** A request has its id at once: the token of one is the id itself. */
  @Get('tokens/:name')
  async token(@Param('name') name: string, @Query() query: JurisdictionQuery, @Req() request: EdgeRequest, @Res({ passthrough: true }) reply: EdgeReply): Promise<string> {
    const { tenantId, grounds, language } = await this.jurisdiction(query, request);
    const token = withoutEnding(name);
    await this.requests.one(tenantId, token, grounds, language, originOf(request));
    return answer(request, reply, { root: 'service_requests', each: 'request', items: [{ service_request_id: token, token }] });
  }

  private async jurisdiction({ jurisdiction_id: tenantId }: JurisdictionQuery, request: EdgeRequest): Promise<Jurisdiction> {
    this.door.limit(request, 'reading');
    if (tenantId === undefined) throw new ProblemError(400, 'open311-jurisdiction-missing', { field: 'jurisdiction_id' });
    return { tenantId, grounds: await this.door.of(tenantId), language: languageOf(request.headers['accept-language']) };
  }
}

const originOf = ({ protocol, host }: EdgeRequest): string => `${protocol}://${host}`;

const withoutEnding = (name: string): string => name.replace(/\.(?:xml|json)$/, '');

const answer = ({ url }: EdgeRequest, reply: EdgeReply, report: GeoReport): string => {
  const format = formatOf(url) ?? notFound();
  reply.header('Content-Type', contentTypeOf(format)).header('Vary', 'Accept-Language');
  return formatted(report, format);
};
