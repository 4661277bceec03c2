package org.diestra.work.tasks;

import java.time.Instant;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.Side;
import org.diestra.work.tasks.Task.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One step of a task's life.
 *
 * @param side who did it, null for the house
 * @param words what was said, null for nothing
 * @param released of its price, by this move; null for nothing
 * @param counts whether a request of changes uses an included round; null for any other move
 */
record TaskMove(
    int version,
    @Nullable Stage from,
    Stage to,
    @Nullable Side side,
    @Nullable PersonId person,
    @Nullable String words,
    @Nullable Money released,
    @Nullable Boolean counts,
    Instant at) {}
