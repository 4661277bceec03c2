package org.diestra.office.vault;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.diestra.platform.base.CsvRows.Row;
import org.diestra.platform.base.Folded;
import org.diestra.platform.base.OneTimeCode;
import org.jspecify.annotations.Nullable;

/**
 * What a password manager exports: Bitwarden, 1Password, LastPass, KeePass, Proton Pass, Dashlane,
 * Chrome, Firefox and Safari all name their columns alike enough.
 *
 * @param unread columns that hold something which has no place here
 */
record ManagerCsv(List<Entry> entries, List<String> unread) {
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
  private static final Pattern SPARED =
      Pattern.compile(
          "folder|favou?rite|fav|type|reprompt|archived(date)?|group(ing)?|category|vault|tags?|"
              + "guid|uuid|icon|httprealm|formactionorigin|(time)?(created?|last ?(used|modified)|"
              + "passwordchanged)( ?time)?|creation time|createtime|modifytime|carpeta|grupo");
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
    /**
     * Or else a note. Whoever signs in by another account's door has a name there and no password.
     */
    boolean login() {
      return !password.isEmpty() || !username.isEmpty() || OneTimeCode.read(codes).isPresent();
    }

    /** Whether anything is left to be kept secret. */
    private boolean secret() {
      return !password.isEmpty() || !notes.isEmpty() || OneTimeCode.read(codes).isPresent();
    }

    /** The message that says why it can't be brought in, or null. */
    @Nullable String fault() {
      if (name.isEmpty()) {
        return "vault.import.nameless";
      }
      if (!secret()) {
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
                .toList(),
            unread(rows, new HashSet<>(List.of(name, site, user, mail, password, codes, notes)))));
  }

  /** Those of no use to anybody else, such as folders and days, are left out without a word. */
  private static List<String> unread(List<Row> rows, Set<Integer> read) {
    var head = rows.getFirst();
    return IntStream.range(0, head.cells().size())
        .filter(i -> !read.contains(i) && !head.cell(i).isEmpty())
        .filter(i -> !SPARED.matcher(Folded.of(head.cell(i)).replace("\"", "").strip()).matches())
        .filter(i -> rows.stream().skip(1).anyMatch(row -> !row.cell(i).isEmpty()))
        .mapToObj(head::cell)
        .toList();
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
