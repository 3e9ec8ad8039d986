import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, notFound, ProblemError, type Clock } from '@zeren/http';
import { parsePublicId, sentenceOf, type Language, type LocalisedText } from '@zeren/kernel';
import { ReadModel } from '@zeren/read-model';
import type { PublicRequestRow, PublicState } from '@zeren/requests-domain';
import type { Grounds } from '../request/request-grounds.js';
import { publicRequestOf } from '../public/public-reader.js';
import { publicRequestTable } from '../public/public.table.js';
import type { Element } from './georeport-format.js';
import type { ServiceRequestsQuery } from './open311.bodies.js';

/** Days that one question may span (GeoReport v2, GET service requests). */
const DAYS = 90;

const DAY_MS = 86_400_000;

const notes: Readonly<Record<PublicState, LocalisedText>> = {
  received: { zh: '已收到，待受理', en: 'Received, to be accepted' },
  accepted: { zh: '已受理，待派办', en: 'Accepted, to be dispatched' },
  'in-hand': { zh: '办理中', en: 'Being handled' },
  reported: { zh: '已办理，待核实反馈', en: 'Handled, to be verified and answered' },
  answered: { zh: '已答复', en: 'Answered' },
  ended: { zh: '已办结', en: 'Closed' },
  declined: { zh: '不予受理', en: 'Declined' },
  merged: { zh: '已并入同类诉求', en: 'Merged into another request' },
};

/** Seconds are what GeoReport v2 tells time in. */
const moment = (at: string | null): string | null => at && `${at.slice(0, 19)}Z`;

type Asked = { readonly codes: readonly string[]; readonly isOpen: boolean | undefined; readonly from: string; readonly until: string };

/** Where the interface and the pictures are, as others reach them. */
type Origin = string;

/** Requests as GeoReport v2 tells them: what the public page shows, and of any other no more than how it stands. */
@Injectable()
export class ServiceRequests {
  constructor(
    private readonly readModel: ReadModel,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Requests that are named, whatever else is asked; else those of a span of time. Page by page where that is wanted. */
  async list(tenantId: string, query: ServiceRequestsQuery, grounds: Grounds, language: Language, origin: Origin): Promise<readonly Element[]> {
    const ids = listIn(query.service_request_id);
    const asked = ids.length > 0 ? undefined : this.asked(query);
    const rows = await this.readModel.inTenant(tenantId, (manager) => {
      const question = manager.createQueryBuilder(publicRequestTable.entity, 'row').where({ readerTenantId: tenantId, isPublic: true });
      if (!asked) question.andWhere('row.id = any(:ids)', { ids: localIds(ids, tenantId) });
      else question.andWhere('row.filedAt between :from and :until', { from: asked.from, until: asked.until });
      if (asked && asked.codes.length > 0) question.andWhere('row.matterCode = any(:codes)', { codes: asked.codes });
      if (asked?.isOpen !== undefined) question.andWhere({ isOpen: asked.isOpen });
      const { page, page_size: size } = query;
      return question.orderBy('row.filedAt', 'DESC').addOrderBy('row.id', 'DESC').offset((page - 1) * size).limit(size).getMany();
    });
    return rows.map((row) => elementOf(row, grounds, language, origin));
  }

  async one(tenantId: string, requestId: string, grounds: Grounds, language: Language, origin: Origin): Promise<Element> {
    const [id] = localIds([requestId], tenantId);
    const row = id === undefined ? undefined : await this.readModel.one(publicRequestTable, tenantId, { id });
    return elementOf(row ?? notFound(), grounds, language, origin);
  }

  /** The last 90 days where no span is named; a longer one is refused, not cut. */
  private asked({ service_code: codes, start_date: start, end_date: end, status }: ServiceRequestsQuery): Asked {
    const until = end === undefined ? (start === undefined ? Date.parse(this.clock.now()) : Math.min(Date.parse(start) + DAYS * DAY_MS, Date.parse(this.clock.now()))) : Date.parse(end);
    const from = start === undefined ? until - DAYS * DAY_MS : Date.parse(start);
    if (until - from > DAYS * DAY_MS) throw new ProblemError(400, 'open311-span', { field: 'start_date', details: { days: DAYS } });
    if (until < from) throw new ProblemError(400, 'open311-span-backwards', { field: 'end_date' });
    const states = new Set(listIn(status));
    return {
      codes: listIn(codes), isOpen: states.size === 1 ? states.has('open') : undefined,
      from: new Date(from).toISOString(), until: new Date(until).toISOString(),
    };
  }
}

const listIn = (text: string | undefined): readonly string[] => (text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '');

const localIds = (ids: readonly string[], tenantId: string): readonly string[] =>
  ids.flatMap((id) => {
    const parts = parsePublicId(id);
    return parts?.tenantId === tenantId ? [parts.id] : [];
  });

const said = (text: LocalisedText | null, language: Language): string | null => text && sentenceOf(text, language, {});

/** What does not stand on the public page tells nothing but how far it is. */
const elementOf = (row: PublicRequestRow, grounds: Grounds, language: Language, origin: Origin): Element => {
  const shown = publicRequestOf(row, grounds);
  const known = row.isPublic ? shown : { ...shown, subject: null, areaUnitId: null, areaName: null, point: null, answer: null, photos: [] };
  const [photo] = known.photos;
  return {
    service_request_id: shown.id,
    status: row.isOpen ? 'open' : 'closed',
    status_notes: known.answer ?? said(notes[row.state], language),
    service_name: said(shown.matterName, language),
    service_code: row.matterCode,
    description: known.subject,
    agency_responsible: said(shown.unitName, language),
    service_notice: null,
    requested_datetime: moment(row.filedAt),
    updated_datetime: moment(row.updatedAt),
    expected_datetime: moment(row.dueAt),
    address: said(known.areaName, language),
    address_id: known.areaUnitId,
    zipcode: null,
    lat: known.point ? Number(known.point.latitude) : null,
    long: known.point ? Number(known.point.longitude) : null,
    media_url: photo === undefined ? null : `${origin}/api/v1/public/${row.ownerTenantId}/requests/${shown.id}/photos/${photo}`,
  };
};
