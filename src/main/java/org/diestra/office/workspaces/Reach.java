package org.diestra.office.workspaces;

import java.time.Instant;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.jspecify.annotations.Nullable;

/**
 * One way in which somebody may work in an area now.
 *
 * @param contract whose duties opened it, or null for the client's own people
 * @param since when it was opened, or the membership began
 */
public record Reach(PersonId person, Area area, @Nullable UUID contract, Instant since) {}
