import { DUTIES_AT_MOST, dutyParts, type DutyItem, type DutyPart } from '@zeren/tasks-domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsNotEmpty, IsString, MaxLength, ValidateIf, ValidateNested } from 'class-validator';
import { TextBody } from '../task/tasks.bodies.js';

class DutyItemBody implements DutyItem {
  @IsString() @IsNotEmpty() @MaxLength(60)
  code!: string;

  @ValidateNested() @Type(() => TextBody)
  text!: TextBody;

  @IsIn(dutyParts)
  part!: DutyPart;

  /** The department that leads and answers for an assisting item; null for the others. */
  @ValidateIf(({ leadUnitId }: DutyItemBody) => leadUnitId !== null) @IsString() @IsNotEmpty() @MaxLength(100)
  leadUnitId!: string | null;
}

export class DutyListBody {
  /** Number of the document that lays the list down. */
  @IsString() @MaxLength(200)
  document!: string;

  @IsArray() @ArrayMaxSize(DUTIES_AT_MOST) @ValidateNested({ each: true }) @Type(() => DutyItemBody)
  items!: DutyItemBody[];
}
