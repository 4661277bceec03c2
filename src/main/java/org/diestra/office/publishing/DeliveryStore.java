package org.diestra.office.publishing;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;

import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was sent to channels; the house's alone. */
@Repository
class DeliveryStore {
  private final JdbcClient jdbc;

  DeliveryStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param key the same for each try
   * @param first when it was tried first
   * @param open whether it may have arrived by a try whose end nobody knows
   */
  record Delivery(UUID key, Instant first, boolean open) {}

  Optional<Delivery> find(Post post) {
    return jdbc.sql("select * from publishing.delivery where post = :post and hash = :hash")
        .param("post", post.id().value())
        .param("hash", post.hash())
        .query((r, n) -> new Delivery(id(r, "key"), instant(r, "first_at"), bool(r, "open")))
        .optional();
  }

  /** A try begins; until its end is known it may have arrived. */
  UUID begin(Post post, Instant now) {
    return jdbc.sql(
            """
            insert into publishing.delivery (post, hash, key, first_at, tried_at, open)
            values (:post, :hash, :key, :now, :now, true)
            on conflict (post, hash) do update set tried_at = :now, open = true
            returning key
            """)
        .param("post", post.id().value())
        .param("hash", post.hash())
        .param("key", Ids.fresh())
        .param("now", at(now))
        .query((r, n) -> id(r, "key"))
        .single();
  }

  void end(Post post, boolean open, @Nullable String detail) {
    jdbc.sql(
            """
            update publishing.delivery set open = :open, detail = :detail
            where post = :post and hash = :hash
            """)
        .param("open", open)
        .param("detail", detail, Types.VARCHAR)
        .param("post", post.id().value())
        .param("hash", post.hash())
        .update();
  }

  /** Somebody has looked: none of it has arrived. */
  void settled(Post post, Instant now) {
    jdbc.sql(
            """
            update publishing.delivery set open = false, first_at = :now
            where post = :post and hash = :hash
            """)
        .param("post", post.id().value())
        .param("hash", post.hash())
        .param("now", at(now))
        .update();
  }
}
