import { z } from 'zod';

const parts = (shape: z.ZodRawShape): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(shape).map(([name, part]) => [name, loosen(part as z.ZodType)]));

const loosen = (schema: z.ZodType): z.ZodType => {
  if (schema instanceof z.ZodObject) return z.strictObject(parts(schema.shape));
  if (schema instanceof z.ZodArray) return z.array(loosen(schema.element as z.ZodType));
  if (schema instanceof z.ZodNullable) return loosen(schema.unwrap() as z.ZodType).nullable();
  if (schema instanceof z.ZodOptional) return loosen(schema.unwrap() as z.ZodType).optional();
  if (schema instanceof z.ZodDefault) return loosen(schema.unwrap() as z.ZodType).default(schema.def.defaultValue);
  if (schema instanceof z.ZodUnion) {
    const options = schema.options.map((option) => loosen(option as z.ZodType));
    return z.union(options as [z.ZodType, ...z.ZodType[]]);
  }
  if (schema instanceof z.ZodString || schema instanceof z.ZodBase64) return z.string();
  if (schema instanceof z.ZodNumber) return z.number();
  const asItIs = [z.ZodBoolean, z.ZodEnum, z.ZodLiteral, z.ZodRecord, z.ZodUnknown];
  if (asItIs.some((kind) => schema instanceof kind)) return schema;
  throw new Error(`no typed form of ${schema.def.type}`);
};

/**
 * The shape of a schema without its limits: what somebody has typed so far has the fields and kinds of value that the
 * schema asks for, not yet their contents (a number half typed, a line still empty). Throws for a kind of schema that
 * it does not know; that shows when the register of drafts loads.
 */
export const typed = <S extends z.ZodType>(schema: S): z.ZodType<z.output<S>> =>
  loosen(schema) as z.ZodType<z.output<S>>;
