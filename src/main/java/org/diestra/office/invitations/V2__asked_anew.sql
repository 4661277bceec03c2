-- Whoever was taken off was told so under a higher number than what they held: what they are sent
-- when they are asked anew lies above it (RFC 5546, section 2.1.4).
alter table invitations.guest add column lift int not null default 0 check (lift >= 0);
