package org.diestra.platform.data;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * Reads columns into what they mean. A getter whose name ends in {@code OrNull} may meet a null;
 * for any other, a null in the column is a fault of ours and throws.
 */
public final class Row {
  private Row() {}

  public static String text(ResultSet row, String column) throws SQLException {
    return present(row.getString(column), column);
  }

  public static @Nullable String textOrNull(ResultSet row, String column) throws SQLException {
    return row.getString(column);
  }

  public static UUID id(ResultSet row, String column) throws SQLException {
    return present(idOrNull(row, column), column);
  }

  public static @Nullable UUID idOrNull(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    return present(instantOrNull(row, column), column);
  }

  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  public static LocalDate date(ResultSet row, String column) throws SQLException {
    return present(dateOrNull(row, column), column);
  }

  public static @Nullable LocalDate dateOrNull(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  public static ZoneId zone(ResultSet row, String column) throws SQLException {
    return ZoneId.of(text(row, column));
  }

  public static int integer(ResultSet row, String column) throws SQLException {
    return present(integerOrNull(row, column), column);
  }

  public static @Nullable Integer integerOrNull(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  public static long bigint(ResultSet row, String column) throws SQLException {
    return present(bigintOrNull(row, column), column);
  }

  public static @Nullable Long bigintOrNull(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  public static BigDecimal decimal(ResultSet row, String column) throws SQLException {
    return present(row.getBigDecimal(column), column);
  }

  public static boolean bool(ResultSet row, String column) throws SQLException {
    return present(boolOrNull(row, column), column);
  }

  public static @Nullable Boolean boolOrNull(ResultSet row, String column) throws SQLException {
    boolean value = row.getBoolean(column);
    return row.wasNull() ? null : value;
  }

  /** One of an enum's names, as its column's check allows them. */
  public static <E extends Enum<E>> E label(ResultSet row, String column, Class<E> type)
      throws SQLException {
    return Enum.valueOf(type, text(row, column));
  }

  public static <E extends Enum<E>> @Nullable E labelOrNull(
      ResultSet row, String column, Class<E> type) throws SQLException {
    var name = row.getString(column);
    return name == null ? null : Enum.valueOf(type, name);
  }

  /** Minor units in one column, the currency's code in another. */
  public static Money money(ResultSet row, String minor, String currency) throws SQLException {
    return Money.of(bigint(row, minor), text(row, currency));
  }

  /** Null where there is no amount, whatever the currency says. */
  public static @Nullable Money moneyOrNull(ResultSet row, String minor, String currency)
      throws SQLException {
    var amount = bigintOrNull(row, minor);
    return amount == null ? null : Money.of(amount, text(row, currency));
  }

  /** From {@code text[]}. */
  public static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) present(row.getArray(column), column).getArray());
  }

  /** From {@code uuid[]}. */
  public static List<UUID> ids(ResultSet row, String column) throws SQLException {
    return List.of((UUID[]) present(row.getArray(column), column).getArray());
  }

  /** From {@code int[]}. */
  public static List<Integer> integers(ResultSet row, String column) throws SQLException {
    return Arrays.asList((Integer[]) present(row.getArray(column), column).getArray());
  }

  public static byte[] bytes(ResultSet row, String column) throws SQLException {
    return present(row.getBytes(column), column);
  }

  /** A parameter for {@code timestamptz}; the driver does not take an Instant. */
  public static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  public static @Nullable OffsetDateTime atOrNull(@Nullable Instant instant) {
    return instant == null ? null : at(instant);
  }

  private static <T> T present(@Nullable T value, String column) {
    if (value == null) {
      throw new IllegalStateException("null in column " + column);
    }
    return value;
  }
}
