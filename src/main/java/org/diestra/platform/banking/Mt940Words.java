package org.diestra.platform.banking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.diestra.platform.base.Money;

/**
 * What field {@code :86:} says, in the three ways in which banks write it: with subfields ({@code
 * ?20} words, {@code ?32} name, as the German banks agreed), with code words ({@code
 * /NAME/…/REMI/…}), or as plain text.
 */
record Mt940Words(String party, String account, List<String> words, String endToEnd) {
  private static final Pattern SUBFIELD = Pattern.compile("\\?([0-9]{2})");
  private static final Pattern CODE =
      Pattern.compile("/(EREF|REMI|NAME|IBAN|CNTP|ORDP|BENM|TRTP|BIC|MARF|CSID|PURP|ULTD|ULTC)/");
  private static final Pattern SEPA =
      Pattern.compile("(?:^| )(EREF|KREF|MREF|CRED|SVWZ|ABWA)\\+\\s?");
  private static final int PARTS = 60;

  static Mt940Words of(String said) {
    var joined = said.replace("\n", "");
    if (joined.matches("(?s)[0-9]{3}\\?.*")) {
      return subfields(joined);
    }
    return CODE.matcher(joined).find() ? codes(joined) : plain(said.replace('\n', ' '));
  }

  private static Mt940Words plain(String text) {
    return new Mt940Words("", "", List.of(text), "");
  }

  private static Mt940Words subfields(String text) {
    var name = new StringBuilder();
    var words = new StringBuilder();
    var account = "";
    var kind = "";
    var parts = SUBFIELD.matcher(text);
    int from = -1;
    String code = "";
    for (int i = 0; i <= PARTS; i++) {
      boolean more = i < PARTS && parts.find();
      if (from >= 0) {
        var value = text.substring(from, more ? parts.start() : text.length());
        int number = Integer.parseInt(code);
        if (number >= 20 && number <= 29 || number >= 60 && number <= 63) {
          words.append(value).append(value.length() < 27 ? " " : "");
        } else if (number == 32 || number == 33) {
          name.append(value);
        } else if (number == 31) {
          account = value;
        } else if (number == 0) {
          kind = value;
        }
      }
      if (!more) {
        break;
      }
      from = parts.end();
      code = parts.group(1) == null ? "0" : text.substring(parts.start(1), parts.end(1));
    }
    var said = words.toString().strip();
    return new Mt940Words(
        name.toString(), account, List.of(remittance(said.isEmpty() ? kind : said)), ends(said));
  }

  /** The words alone of what a SEPA payment says in one text: {@code EREF+1 SVWZ+Rent}. */
  private static String remittance(String text) {
    var part = part(text, "SVWZ");
    return part.isEmpty() ? text : part;
  }

  private static String ends(String text) {
    return part(text, "EREF");
  }

  private static String part(String text, String code) {
    var found = SEPA.matcher(text);
    while (found.find()) {
      if (text.substring(found.start(1), found.end(1)).equals(code)) {
        int from = found.end();
        int to = found.find() ? found.start() : text.length();
        return text.substring(from, to).strip();
      }
    }
    return "";
  }

  private static Mt940Words codes(String text) {
    var party = "";
    var account = "";
    var endToEnd = "";
    var words = new ArrayList<String>();
    var found = CODE.matcher(text);
    boolean any = found.find();
    for (int i = 0; any && i < PARTS; i++) {
      var code = text.substring(found.start(1), found.end(1));
      int from = found.end();
      any = found.find();
      var value = text.substring(from, any ? found.start() : text.length());
      switch (code) {
        case "NAME", "ORDP", "BENM" -> party = party.isEmpty() ? value : party;
        case "IBAN" -> account = value;
        case "CNTP" -> { // account/bank/name/town
          var parts = value.split("/", -1); // all may be empty
          account = parts[0];
          party = parts.length > 2 ? parts[2] : party;
        }
        case "REMI" -> words.add(value.replaceFirst("^(USTD|STRD)?/*", "").replaceFirst("/$", ""));
        case "EREF" -> endToEnd = value;
        default -> {}
      }
    }
    return new Mt940Words(party, account, words, endToEnd);
  }

  BankLine line(LocalDate day, Money amount, String customer, String bank) {
    return BankLine.of(
        day, amount, party, account, words, endToEnd.isEmpty() ? customer : endToEnd, bank);
  }
}
