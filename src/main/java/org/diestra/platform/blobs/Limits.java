package org.diestra.platform.blobs;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much and what may be brought for each purpose; the operator's to set. */
@Service
public class Limits {
  private final JdbcClient jdbc;
  private final Audit audit;

  Limits(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  public Limit of(Purpose purpose) {
    return all().stream().filter(l -> l.purpose() == purpose).findFirst().orElseThrow();
  }

  public List<Limit> all() {
    return jdbc.sql("select purpose, max_bytes, kinds from blobs.allowance order by purpose")
        .query((r, n) ->
            new Limit(
                Row.label(r, "purpose", Purpose.class),
                Row.bigint(r, "max_bytes"),
                kinds(Row.texts(r, "kinds"))))
        .list();
  }

  /** Applies to what is brought from now on; from 1 byte to {@link Limit#MOST}. */
  @Transactional
  public Outcome<Limit> change(Purpose purpose, long maxBytes, Set<Kind> kinds) {
    if (maxBytes < 1 || maxBytes > Limit.MOST) {
      return Outcome.refused(
          Refusal.invalid("megabytes", "blobs.limits.size.wrong", Limit.MOST / Bytes.MB));
    }
    if (kinds.isEmpty()) {
      return Outcome.refused(Refusal.invalid("kinds", "blobs.limits.kinds.none"));
    }
    var before = of(purpose);
    var after = new Limit(purpose, maxBytes, kinds);
    jdbc.sql(
            """
            update blobs.allowance set max_bytes = :max, kinds = :kinds where purpose = :purpose
            """)
        .param("max", maxBytes)
        .param("kinds", kinds.stream().map(Kind::name).sorted().toArray(String[]::new))
        .param("purpose", purpose.name())
        .update();
    audit.record(
        Deed.of("blobs", "set-limit")
            .moved(text(before), text(after))
            .with("purpose", purpose.name()));
    return Outcome.done(after);
  }

  private static String text(Limit limit) {
    return limit.maxBytes() + " " + new TreeSet<>(limit.kinds());
  }

  private static Set<Kind> kinds(List<String> names) {
    return names.stream().map(Kind::valueOf).collect(Collectors.toUnmodifiableSet());
  }
}
