import { Type } from 'class-transformer';
import { IsString, MaxLength, ValidateNested } from 'class-validator';
import { NameBody } from '../leadership/leadership.bodies.js';

export class IntegrationNameBody {
  @ValidateNested() @Type(() => NameBody)
  name!: NameBody;

  @IsString() @MaxLength(200)
  document!: string;
}
