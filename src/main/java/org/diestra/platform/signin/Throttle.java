package org.diestra.platform.signin;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Bounds how often something may be tried. The buckets stand in the database, so that a restart or
 * a second node forgives nothing. They run on the machine's clock: moving the application's clock
 * must not open them.
 */
@Component
public class Throttle {
  private final ProxyManager<String> buckets;

  Throttle(DataSource dataSource) {
    buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table(String.join(".", "signin", "bucket"))
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                    Duration.ofHours(1)))
            .build();
  }

  /** Takes one try out of the bucket; false where none is left. */
  public boolean allows(String key, Allowance allowance) {
    return buckets.getProxy(allowance.name() + ":" + key, () -> allowance.rule).tryConsume(1);
  }

  /** How many tries, and how fast they come back. */
  public enum Allowance {
    /** Wrong or right passwords from one network address. */
    ADDRESS(30, Duration.ofMinutes(5)),
    /** Passwords for one account from browsers that never signed in to it. */
    STRANGER(10, Duration.ofMinutes(15)),
    /** Passwords for one account from one browser that did. */
    KNOWN_DEVICE(10, Duration.ofMinutes(15)),
    /** Mails about an account to one address. */
    LETTER(5, Duration.ofHours(1)),
    /** One-time and recovery codes for one person from browsers that never signed in to it. */
    CODE(10, Duration.ofMinutes(15)),
    /** One-time and recovery codes from one browser that did. */
    KNOWN_DEVICE_CODE(10, Duration.ofMinutes(15)),
    /** Proofs, from within a session, of being the person it belongs to. */
    PROOF(10, Duration.ofMinutes(15)),
    /** Passwords for one shared address from one network address. */
    SHARED(10, Duration.ofMinutes(15)),
    /** Passwords for one shared address from everywhere. */
    SHARED_ALL(200, Duration.ofHours(1)),
    /** Times that one network address has kept for itself of one service. */
    BOOKING(12, Duration.ofMinutes(10)),
    /** Letters that a guest without an account makes the house write, of one appointment. */
    BOOKED_FOR(6, Duration.ofHours(1)),
    /** Files that one network address hands in by one letterbox. */
    HANDED(600, Duration.ofHours(1)),
    /** Files handed in by one letterbox from everywhere. */
    HANDED_ALL(3000, Duration.ofHours(1)),
    /** Addresses that one person lets the house look at for the first time. */
    FETCHED(20, Duration.ofMinutes(10));

    private final BucketConfiguration rule;

    Allowance(int tries, Duration per) {
      rule =
          BucketConfiguration.builder()
              .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, per))
              .build();
    }
  }
}
