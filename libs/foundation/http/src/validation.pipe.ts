import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validate, type ValidationError } from 'class-validator';
import type { LocalisedText } from '@zeren/kernel';
import { fieldSentences } from './field-sentences.js';
import { ProblemError, type FieldFault } from './problem.js';

/** 400: the body or query does not have the shape its class describes; names every field that is wrong. */
export class ValidationFailed extends ProblemError {
  constructor(faults: readonly FieldFault[]) {
    super(400, 'validation-failed', { faults, ...(faults[0] && { field: faults[0].field }) });
  }
}

const withoutClass: readonly unknown[] = [String, Boolean, Number, Array, Object, undefined];

/** Bodies and queries become instances of their class; what the class does not know is refused, never dropped. */
@Injectable()
export class ValidationPipe implements PipeTransform {
  async transform(value: unknown, { type, metatype }: ArgumentMetadata): Promise<unknown> {
    if ((type !== 'body' && type !== 'query') || withoutClass.includes(metatype)) return value;
    return shaped(metatype as new () => object, value ?? {});
  }
}

const shaped = async (shape: new () => object, value: unknown): Promise<object> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ProblemError(400, 'malformed-request');
  }
  const instance: object = plainToInstance(shape, value);
  const errors = await validate(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  if (errors.length > 0) throw new ValidationFailed(errors.flatMap((error) => faultsOf(error, '')));
  return instance;
};

const faultsOf = (error: ValidationError, parent: string): FieldFault[] => {
  const field = pathOf(parent, error.property);
  const own = Object.entries(error.constraints ?? {});
  const faults =
    own.length > 0 && error.value === undefined
      ? [{ field, code: 'required', text: fieldSentences['required'] as LocalisedText }]
      : own.map(([constraint, message]) => ({ field, code: codeOf(constraint), text: sentence(error, constraint, message) }));
  return [...faults, ...(error.children ?? []).flatMap((child) => faultsOf(child, field))];
};

const pathOf = (parent: string, property: string): string => {
  if (parent === '') return property;
  return /^\d+$/.test(property) ? `${parent}[${property}]` : `${parent}.${property}`;
};

const codeOf = (constraint: string): string =>
  constraint === 'whitelistValidation'
    ? 'unknown-field'
    : constraint.replace(/[A-Z]+/g, (capitals) => `-${capitals.toLowerCase()}`).replace(/^-/, '');

const sentence = (error: ValidationError, constraint: string, message: string): LocalisedText => {
  const known = fieldSentences[constraint];
  if (!known) return { zh: '格式不正确', en: message };
  const { parameters, each } = ruleOf(error, constraint);
  const filled = (text: string) => text.replace(/\{(\d)\}/g, (_, index: string) => shown(parameters[Number(index)]));
  return each
    ? { zh: `每一项${filled(known.zh)}`, en: `each item ${filled(known.en)}` }
    : { zh: filled(known.zh), en: filled(known.en) };
};

const shown = (parameter: unknown): string => (Array.isArray(parameter) ? parameter.join(', ') : String(parameter ?? ''));

/** The parameters a constraint was declared with, which the error itself does not carry. */
const ruleOf = (error: ValidationError, constraint: string): { parameters: readonly unknown[]; each: boolean } => {
  const target = error.target?.constructor;
  if (!target) return { parameters: [], each: false };
  const rule = getMetadataStorage()
    .getTargetValidationMetadatas(target, '', false, false)
    .find(({ propertyName, name, type }) => propertyName === error.property && (name ?? type) === constraint);
  return { parameters: rule?.constraints ?? [], each: rule?.each ?? false };
};
