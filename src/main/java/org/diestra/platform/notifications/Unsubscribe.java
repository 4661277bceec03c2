package org.diestra.platform.notifications;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Hmac;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Links that take their holder off a kind of mail without signing in (RFC 8058): the person and the
 * kind, signed. They don't expire, for old mails must be stoppable too, and do nothing else.
 */
@Component
class Unsubscribe {
  /** Stands for the daily mail as a whole. */
  static final String DIGEST = "digest";

  static final String PATH = "/unsubscribe/";
  private static final int ID = 16;
  private static final int SIGNATURE = 16;
  private final SingletonSupplier<byte[]> seal;

  Unsubscribe(JdbcClient jdbc) {
    seal = SingletonSupplier.of(() -> secret(jdbc));
  }

  /** Whose mail of which kind a link stops. */
  record Wish(PersonId person, String kind) {}

  String path(PersonId person, String kind) {
    var wish = bytes(person, kind);
    var signed = ByteBuffer.allocate(wish.length + SIGNATURE).put(wish).put(signature(wish));
    return PATH + Base64.getUrlEncoder().withoutPadding().encodeToString(signed.array());
  }

  /** Empty for what we did not sign. */
  Optional<Wish> read(String token) {
    byte[] signed;
    try {
      signed = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    int length = signed.length - SIGNATURE;
    if (length <= ID || length > ID + 100) {
      return Optional.empty();
    }
    var wish = Arrays.copyOf(signed, length);
    if (!MessageDigest.isEqual(
        signature(wish), Arrays.copyOfRange(signed, length, signed.length))) {
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(wish);
    var person = new PersonId(new UUID(buffer.getLong(), buffer.getLong()));
    return Optional.of(new Wish(person, new String(wish, ID, length - ID, StandardCharsets.UTF_8)));
  }

  private static byte[] bytes(PersonId person, String kind) {
    var name = kind.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(ID + name.length)
        .putLong(person.value().getMostSignificantBits())
        .putLong(person.value().getLeastSignificantBits())
        .put(name)
        .array();
  }

  private byte[] signature(byte[] wish) {
    return Arrays.copyOf(Hmac.of(seal.obtain(), wish), SIGNATURE);
  }

  /** The first to ask makes it; it goes with the database, so that old links outlive a move. */
  private static byte[] secret(JdbcClient jdbc) {
    var fresh = new byte[32];
    new SecureRandom().nextBytes(fresh);
    jdbc.sql(
            """
            insert into notifications.seal (secret) values (:secret)
            on conflict (only_one) do nothing
            """)
        .param("secret", fresh)
        .update();
    return jdbc.sql("select secret from notifications.seal").query(byte[].class).single();
  }
}
