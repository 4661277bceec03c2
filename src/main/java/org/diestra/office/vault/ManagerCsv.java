package org.diestra.office.vault;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diestra.platform.base.CsvRows.Row;
import org.diestra.platform.base.Folded;
import org.jspecify.annotations.Nullable;

/**
 * What a password manager exports: Bitwarden, 1Password, LastPass, KeePass, Proton Pass, Dashlane,
 * Chrome, Firefox and Safari all name their columns alike enough.
 */
record ManagerCsv(List<Entry> entries) {
  private static final Pattern NAME = Pattern.compile("name|title|account|nombre|titulo|cuenta");
  private static final Pattern SITE =
      Pattern.compile("url|login_uri|website|web site|sitio( web)?|pagina( web)?|direccion");
  private static final Pattern USER =
      Pattern.compile("user ?name|login_username|login name|login|usuario|nombre de usuario");
  private static final Pattern MAIL = Pattern.compile("e-?mail|correo( electronico)?");
  private static final Pattern PASSWORD =
      Pattern.compile("password|login_password|contrasena|clave");
  private static final Pattern CODES =
      Pattern.compile("totp|login_totp|otpauth|otpsecret|otpurl|otp|one-time password");
  private static final Pattern NOTES =
      Pattern.compile("notes?|extra|comments?|notas?|comentarios?");
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_SITE = 300;

  /**
   * One row of it.
   *
   * @param line of the file, counted from 1
   */
  record Entry(
      int line,
      String name,
      String site,
      String username,
      String password,
      String codes,
      String notes) {
    /** Or else a note. */
    boolean login() {
      return !password.isEmpty() || !codes.isEmpty();
    }

    /** The message that says why it can't be brought in, or null. */
    @Nullable String fault() {
      if (name.isEmpty()) {
        return "vault.import.nameless";
      }
      if (!login() && notes.isEmpty()) {
        return "vault.import.empty";
      }
      boolean fits =
          name.length() <= LONGEST_NAME
              && site.length() <= LONGEST_SITE
              && username.length() <= Field.USERNAME.longest()
              && password.length() <= Field.PASSWORD.longest()
              && notes.length() <= Field.TEXT.longest();
      return fits ? null : "vault.import.long";
    }
  }

  /** Empty where no column is called a password. */
  static Optional<ManagerCsv> read(List<Row> rows) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    var head = rows.getFirst();
    int password = column(head, PASSWORD);
    if (password < 0) {
      return Optional.empty();
    }
    int name = column(head, NAME);
    int site = column(head, SITE);
    int user = column(head, USER);
    int mail = column(head, MAIL);
    int codes = column(head, CODES);
    int notes = column(head, NOTES);
    return Optional.of(
        new ManagerCsv(
            rows.stream()
                .skip(1)
                .map(row ->
                    new Entry(
                        row.line(),
                        called(row.cell(name), row.cell(site)),
                        row.cell(site),
                        row.cell(user).isEmpty() ? row.cell(mail) : row.cell(user),
                        row.cell(password),
                        row.cell(codes),
                        row.cell(notes)))
                .toList()));
  }

  private static int column(Row head, Pattern names) {
    for (int i = 0; i < head.cells().size(); i++) {
      if (names.matcher(Folded.of(head.cell(i)).replace("\"", "").strip()).matches()) {
        return i;
      }
    }
    return -1;
  }

  /** Browsers export no names: the site's host is one. */
  private static String called(String name, String site) {
    if (!name.isEmpty()) {
      return name;
    }
    try {
      var host = new URI(site).getHost();
      return host == null ? "" : host.startsWith("www.") ? host.substring(4) : host;
    } catch (URISyntaxException none) {
      return "";
    }
  }
}
