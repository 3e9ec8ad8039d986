import { PageQuery } from '@zeren/http';
import { roles, type Role } from '@zeren/kernel';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const POST = /^\d{6}(\d{3}|\d{6})?(-[a-z0-9]+)*\.[a-z0-9-]{1,40}$/;
const UNIT = /^\d{6}(\d{3}|\d{6})?(-[a-z0-9]+)*$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export class RoleChangeBody {
  @IsIn(roles)
  role!: Role;

  /** The first day on which it holds. */
  @Matches(DATE)
  from!: string;

  @IsString() @IsNotEmpty() @MaxLength(500)
  reason!: string;
}

export class DelegationBody {
  /** The post whose work is delegated. */
  @Matches(POST)
  postId!: string;

  /** The deputy's own post, of the same unit. */
  @Matches(POST)
  deputyPostId!: string;

  /** In which of the giver's roles the deputy acts. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(roles.length) @ArrayUnique() @IsIn(roles, { each: true })
  roles!: Role[];

  @Matches(DATE)
  from!: string;

  /** The last day. */
  @Matches(DATE)
  until!: string;

  @IsString() @IsNotEmpty() @MaxLength(500)
  reason!: string;
}

export class DelegationEndBody {
  /** The last day. */
  @Matches(DATE)
  until!: string;

  @IsString() @IsNotEmpty() @MaxLength(500)
  reason!: string;
}

export class RoleChangesQuery extends PageQuery {
  @IsOptional() @Matches(POST)
  postId?: string;

  @IsOptional() @Matches(UNIT)
  unitId?: string;
}

export class DelegationsQuery extends RoleChangesQuery {
  @IsOptional() @Matches(POST)
  deputyPostId?: string;
}
