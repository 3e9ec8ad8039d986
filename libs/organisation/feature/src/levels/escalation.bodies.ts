import { PageQuery } from '@zeren/http';
import { integrations, type EscalatedMatter, type EscalationMeasure, type Integration } from '@zeren/organisation-domain';
import { Type } from 'class-transformer';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';

const PUBLIC_ID = /^\d{6}_[\w.~:-]{1,200}$/;
const kinds = ['request', 'task', 'contract'] as const satisfies readonly EscalatedMatter['kind'][];
const measures = ['taken-over', 'instructed', 'left'] as const satisfies readonly EscalationMeasure[];

class AboutBody {
  @IsIn(kinds)
  kind!: EscalatedMatter['kind'];

  @Matches(PUBLIC_ID)
  id!: string;

  /** A line that says what it is: all that the centre above learns by it. */
  @IsString() @IsNotEmpty() @MaxLength(200)
  title!: string;

  /** Under which of the four integrations it counts; absent for none. */
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(integrations, { each: true })
  integrations?: Integration[];
}

export class EscalationBody {
  @ValidateNested() @Type(() => AboutBody)
  about!: AboutBody;

  @IsString() @MaxLength(2_000)
  reason!: string;
}

export class EscalationAnswerBody {
  @IsIn(measures)
  measure!: EscalationMeasure;

  @IsString() @MaxLength(2_000)
  instruction!: string;
}

export class EscalationQuery extends PageQuery {
  @IsOptional() @IsIn(['open', 'answered'] as const)
  status?: 'open' | 'answered';

  /** What came up to the centre in which the caller works, or what went up from it. */
  @IsIn(['up', 'own'] as const)
  direction: 'up' | 'own' = 'up';

  /** Of those alone that count under this one of the four integrations. */
  @IsOptional() @IsIn(integrations)
  integration?: Integration;
}
