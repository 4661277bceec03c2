package org.diestra.platform.mail;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diestra.platform.base.Hmac;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;

/**
 * Addresses that answers to mails come back to: {@code reply+<id>.<signature>@…}, in digits that
 * survive a change of case. Nobody else can make one, so that guessing an id reaches nobody.
 */
public class ReplyAddresses {
  private static final int SIGNATURE = 10; // bytes; with the id, 59 of 64 characters
  private static final Pattern LOCAL = Pattern.compile("reply\\+([0-9a-f]{32})\\.([0-9a-f]{20})");

  private final boolean open;
  private final String host;
  private final SingletonSupplier<byte[]> seal;

  /**
   * @param open whether the house has a door for mail at all
   * @param host the domain whose mail comes to that door
   */
  ReplyAddresses(boolean open, String host, JdbcClient jdbc) {
    this.open = open;
    this.host = host;
    this.seal = SingletonSupplier.of(() -> secret(jdbc));
  }

  /** Where an answer for that id goes; empty where the house takes no mail. */
  public Optional<String> of(UUID id) {
    if (!open) {
      return Optional.empty();
    }
    var hex = HexFormat.of();
    return Optional.of(
        "reply+" + hex.formatHex(bytes(id)) + "." + hex.formatHex(signature(id)) + "@" + host);
  }

  /** For which id an address of ours is; empty for any other. */
  Optional<UUID> read(String address) {
    int at = address.lastIndexOf('@');
    if (at < 0 || !address.substring(at + 1).equalsIgnoreCase(host)) {
      return Optional.empty();
    }
    var local = LOCAL.matcher(address.substring(0, at).toLowerCase(Locale.ROOT));
    if (!local.matches()) {
      return Optional.empty();
    }
    var digits = HexFormat.of().parseHex(local.replaceAll("$1$2"));
    var buffer = ByteBuffer.wrap(digits);
    var id = new UUID(buffer.getLong(), buffer.getLong());
    return MessageDigest.isEqual(signature(id), Arrays.copyOfRange(digits, 16, digits.length))
        ? Optional.of(id)
        : Optional.empty();
  }

  private byte[] signature(UUID id) {
    return Arrays.copyOf(Hmac.of(seal.obtain(), bytes(id)), SIGNATURE);
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  /** The first to ask makes it; it goes with the database, so that old addresses outlive a move. */
  private static byte[] secret(JdbcClient jdbc) {
    var fresh = new byte[32];
    new SecureRandom().nextBytes(fresh);
    jdbc.sql("insert into mail.seal (secret) values (:secret) on conflict (only_one) do nothing")
        .param("secret", fresh)
        .update();
    return jdbc.sql("select secret from mail.seal").query(byte[].class).single();
  }
}
