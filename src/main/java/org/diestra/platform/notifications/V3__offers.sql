-- What a notice's reader may decide by a link in its mail: of which kind, on what, and what was shown.
alter table notifications.notice add tap_kind text;
alter table notifications.notice add tap_subject uuid;
alter table notifications.notice add tap_seen text;
alter table notifications.notice add check (
  (tap_kind is null) = (tap_subject is null) and (tap_kind is null) = (tap_seen is null));
