package org.diestra.office.books;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * A chart of accounts to begin with: what a small firm of that country usually has. Each lies in a
 * file beside this one, one account a line: {@code code|h or p|kind|use|Spanish|English}, headings
 * (h) before what is part of them.
 */
public enum Chart {
  /** Plan General de Contabilidad de Pequeñas y Medianas Empresas (Real Decreto 1515/2007). */
  SPAIN("EUR"),
  /** Código agrupador of the SAT (Anexo 24 of the Resolución Miscelánea Fiscal). */
  MEXICO("MXN"),
  /** Plan Único de Cuentas para comerciantes (Decreto 2650 de 1993). */
  COLOMBIA("COP"),
  /** Of no country; in the order of IFRS statements. */
  GENERIC("EUR");

  private static final int COLUMNS = 6;
  private final String currency;

  Chart(String currency) {
    this.currency = currency;
  }

  /** The currency that books with it are usually kept in, ISO 4217. */
  public String currency() {
    return currency;
  }

  /** Where firms with it usually are, ISO 3166-1. */
  public String country() {
    return switch (this) {
      case SPAIN -> "ES";
      case MEXICO -> "MX";
      case COLOMBIA -> "CO";
      case GENERIC -> "IE";
    };
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  String key() {
    return "books.chart." + slug();
  }

  static Optional<Chart> read(String slug) {
    return Arrays.stream(values()).filter(chart -> chart.slug().equals(slug)).findFirst();
  }

  /** Its accounts as they are to be in these books; what is part of another comes after it. */
  List<Account> accounts(WorkspaceId workspace) {
    var byCode = new LinkedHashMap<String, Account>();
    var headings = new HashMap<String, AccountId>();
    lines()
        .forEach(line -> {
          var cells = line.split("\\|", -1);
          if (cells.length != COLUMNS) {
            throw new IllegalStateException(this + ": " + line);
          }
          var id = new AccountId(Ids.fresh());
          var account =
              new Account(
                  id,
                  workspace,
                  cells[0],
                  parent(cells[0], headings),
                  cells[4],
                  cells[5],
                  AccountKind.valueOf(cells[2]),
                  cells[3].isEmpty() ? null : AccountUse.valueOf(cells[3]),
                  cells[1].equals("p"),
                  1,
                  null);
          headings.put(account.code(), id);
          byCode.put(account.code(), account);
        });
    return List.copyOf(byCode.values());
  }

  /** The account whose code is the longest beginning of this one. */
  private static @Nullable AccountId parent(String code, Map<String, AccountId> there) {
    for (int end = code.length() - 1; end > 0; end--) {
      var above = there.get(code.substring(0, end));
      if (above != null) {
        return above;
      }
    }
    return null;
  }

  private List<String> lines() {
    var file = new ClassPathResource("chart_" + slug() + ".data.txt", Chart.class);
    try {
      return file.getContentAsString(UTF_8).lines().filter(l -> !l.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
