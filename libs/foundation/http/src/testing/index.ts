export { startHouse, type House, type HouseOptions } from './house.js';
export {
  del, get, patch, post, put, specifyHttp, type ExpectedAnswer, type HttpRequest, type HttpSpecification,
} from './http-specification.js';
export { startIssuer, type Issuer, type TokenOptions } from './issuer.js';
