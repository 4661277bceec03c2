package org.diestra.money.payouts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.diestra.money.ledger.Book;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;

/**
 * Payouts of one book that one operator released at once.
 *
 * @param lines 1–{@value #MOST}
 * @param house the account they go from
 * @param hash SHA-256 of the file
 */
record Batch(
    UUID id,
    Book book,
    Format format,
    int lines,
    Money total,
    HouseAccount house,
    String hash,
    PersonId releasedBy,
    Instant releasedAt) {
  static final int MOST = 1_000;

  enum Format {
    /** pain.001.001.09, for a bank of the SEPA. */
    PAIN,
    /** A table, for any other provider. */
    CSV;

    String slug() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Its name in the file: 32 characters of at most 35, never another's. */
  String message() {
    return reference(id);
  }

  /** An id where 35 characters are allowed. */
  static String reference(UUID id) {
    return id.toString().replace("-", "");
  }

  LocalDate day() {
    return LocalDate.ofInstant(releasedAt, ZoneOffset.UTC);
  }

  String file() {
    return "payouts-%s-%s.%s"
        .formatted(day(), message().substring(20), format == Format.PAIN ? "xml" : "csv");
  }

  String href() {
    return "/operator/payouts/batches/" + Ids.text(id);
  }

  Batch hashed(String sum) {
    return new Batch(id, book, format, lines, total, house, sum, releasedBy, releasedAt);
  }
}
