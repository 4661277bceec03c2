-- Files of a workspace may be anything, and empty.
alter table blobs.content drop constraint content_size_check;
alter table blobs.content add constraint content_size_check check (size >= 0);
alter table blobs.blob drop constraint blob_purpose_check;
alter table blobs.blob add constraint blob_purpose_check
  check (purpose in ('PHOTO', 'SAMPLE', 'ATTACHMENT', 'FILE'));
