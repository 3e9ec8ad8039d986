import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';

type Shape = new () => object;
type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];
type Schema = Record<string, unknown>;

const withoutShape: readonly unknown[] = [String, Number, Boolean, Array, Object, Promise, Function];

/** What a rule of class-validator says about a value, in JSON Schema's words. */
const schemaOf: Readonly<Record<string, (...parameters: readonly unknown[]) => Schema>> = {
  isString: () => ({ type: 'string' }),
  isBoolean: () => ({ type: 'boolean' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isObject: () => ({ type: 'object', additionalProperties: true }),
  isIn: (values) => ({ enum: values, type: 'string' }),
  min: (minimum) => ({ minimum }),
  max: (maximum) => ({ maximum }),
  minLength: (minLength) => ({ minLength }),
  maxLength: (maxLength) => ({ maxLength }),
  isLength: (minLength, maxLength) => ({ minLength, maxLength }),
  matches: (pattern) => ({ type: 'string', pattern: pattern instanceof RegExp ? pattern.source : String(pattern) }),
  isDateString: () => ({ type: 'string', format: 'date-time' }),
  isISO8601: () => ({ type: 'string', format: 'date-time' }),
  isUrl: () => ({ type: 'string', format: 'uri' }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
};

const arraySchemaOf: Readonly<Record<string, (parameter: unknown) => Schema>> = {
  isArray: () => ({ isArray: true }),
  arrayMinSize: (minItems) => ({ minItems }),
  arrayMaxSize: (maxItems) => ({ maxItems }),
  arrayNotEmpty: () => ({ minItems: 1 }),
};

/** Tells the OpenAPI generator the shape of every body and query class from the rules that validate it. */
export const describeShapes = (app: INestApplication): void => {
  const known = new Set<unknown>(withoutShape);
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      for (const shape of shapesTakenBy(metatype as Shape)) describeShape(shape, known);
    }
  }
};

const shapesTakenBy = ({ prototype }: Shape): Shape[] =>
  Object.getOwnPropertyNames(prototype).flatMap(
    (method) => (Reflect.getMetadata('design:paramtypes', prototype as object, method) as Shape[] | undefined) ?? [],
  );

const describeShape = (shape: Shape, known: Set<unknown>): void => {
  if (typeof shape !== 'function' || known.has(shape)) return;
  known.add(shape);
  const rules = getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false);
  for (const property of new Set(rules.map(({ propertyName }) => propertyName))) {
    const its = rules.filter(({ propertyName }) => propertyName === property);
    const nested = nestedShape(shape, property, its);
    if (nested) describeShape(nested, known);
    ApiProperty(optionsOf(its, nested))(shape.prototype as object, property);
  }
};

const optionsOf = (rules: readonly Rule[], nested: Shape | undefined): ApiPropertyOptions => {
  const parts = rules.map((rule) => {
    const name = rule.name ?? '';
    return { ...schemaOf[name]?.(...(rule.constraints ?? [])), ...arraySchemaOf[name]?.(rule.constraints?.[0]) };
  });
  const isArray = rules.some(({ each }) => each);
  return Object.assign(
    { required: !rules.some(({ type }) => type === 'conditionalValidation') },
    ...parts,
    isArray ? { isArray } : {},
    nested ? { type: () => nested } : {},
  ) as ApiPropertyOptions;
};

/** The class of a nested value, found by shaping an empty one. */
const nestedShape = (shape: Shape, property: string, rules: readonly Rule[]): Shape | undefined => {
  const nesting = rules.find(({ type }) => type === 'nestedValidation');
  if (!nesting) return undefined;
  const isArray = nesting.each || rules.some(({ name }) => name === 'isArray');
  const sample = plainToInstance(shape, { [property]: isArray ? [{}] : {} }) as Record<string, unknown>;
  const value = isArray ? (sample[property] as object[])[0] : (sample[property] as object);
  return value && value.constructor !== Object ? (value.constructor as Shape) : undefined;
};
