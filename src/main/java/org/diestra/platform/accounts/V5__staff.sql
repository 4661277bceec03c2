-- Own staff, who works in the areas of the workspace that it is let into.
alter table accounts.membership drop constraint membership_role_check;
alter table accounts.membership add constraint membership_role_check
  check (role in ('OWNER', 'MANAGER', 'APPROVER', 'BOOKKEEPER', 'STAFF'));
alter table accounts.invitation drop constraint invitation_role_check;
alter table accounts.invitation add constraint invitation_role_check
  check (role in ('OWNER', 'MANAGER', 'APPROVER', 'BOOKKEEPER', 'STAFF'));
