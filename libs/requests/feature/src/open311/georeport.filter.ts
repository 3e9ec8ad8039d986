import { Catch, Inject, Injectable } from '@nestjs/common';
import { LOGGER, ProblemFilter, REFUSALS, type EdgeReply, type EdgeRequest, type Problem } from '@zeren/http';
import type { Refusals } from '@zeren/kernel';
import { contentTypeOf, formatOf, formatted } from './georeport-format.js';

/** Says what is refused in GeoReport's own form: a code and a description for each thing that is wrong. */
@Catch()
@Injectable()
export class GeoReportFilter extends ProblemFilter {
  constructor(@Inject(REFUSALS) refusals: Refusals, @Inject(LOGGER) logger: ConstructorParameters<typeof ProblemFilter>[1]) {
    super(refusals, logger);
  }

  protected override write({ status, code, detail, errors }: Problem, { url }: EdgeRequest, reply: EdgeReply): void {
    const format = formatOf(url) ?? 'xml';
    const descriptions = errors?.map(({ field, detail: wrong }) => `${code}: ${field} ${wrong}`) ?? [`${code}: ${detail}`];
    const items = descriptions.map((description) => ({ code: status, description }));
    reply.header('Content-Type', contentTypeOf(format)).send(formatted({ root: 'errors', each: 'error', items }, format));
  }
}
