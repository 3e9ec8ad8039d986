import type { GroupRole } from '@zeren/organisation-domain';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsNotEmpty, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { DATE, NameBody } from '../leadership/leadership.bodies.js';

const BODY = /^[a-z][a-z0-9-]{0,39}$/;
const roles = ['head', 'deputy', 'member', 'liaison'] as const satisfies readonly GroupRole[];

export class LeadingGroupBody {
  @ValidateNested() @Type(() => NameBody)
  name!: NameBody;

  @IsString() @MaxLength(1_000)
  purpose!: string;

  @IsString() @MaxLength(200)
  document!: string;

  @Matches(DATE)
  foundedOn!: string;

  /** Districts to which the founding document goes. */
  @IsArray() @ArrayMaxSize(200) @IsString({ each: true }) @MaxLength(20, { each: true })
  sharedWith!: string[];
}

export class GroupBodyBody {
  @Matches(BODY)
  body!: string;

  @IsIn(['office', 'working-group'])
  kind!: 'office' | 'working-group';

  @ValidateNested() @Type(() => NameBody)
  name!: NameBody;

  @IsString() @IsNotEmpty() @MaxLength(100)
  hostUnitId!: string;

  @Matches(DATE)
  from!: string;

  @IsString() @MaxLength(200)
  document!: string;
}

export class GroupBodyEndBody {
  @Matches(DATE)
  until!: string;

  @IsString() @MaxLength(500)
  reason!: string;
}

export class GroupMemberBody {
  /** `group` for the leading group itself, or the code of its office or a working group. */
  @Matches(BODY)
  body!: string;

  @IsString() @IsNotEmpty() @MaxLength(120)
  postId!: string;

  @IsIn(roles)
  role!: GroupRole;

  @Matches(DATE)
  from!: string;

  @IsString() @MaxLength(200)
  document!: string;
}

export class GroupReleaseBody extends GroupBodyEndBody {
  @Matches(BODY)
  body!: string;
}

export class GroupDissolutionBody extends GroupBodyEndBody {
  @IsString() @MaxLength(200)
  document!: string;
}
