package org.diestra.office.workspaces;

import java.time.Instant;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.jspecify.annotations.Nullable;

/**
 * One person let into one area.
 *
 * @param contract what opened it, or null where a keeper of the workspace did
 * @param until when it ends by itself, or null
 */
record Access(
    UUID id,
    WorkspaceId workspace,
    PersonId person,
    Area area,
    Level level,
    @Nullable UUID contract,
    Instant since,
    @Nullable Instant until) {}
