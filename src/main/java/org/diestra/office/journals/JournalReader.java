package org.diestra.office.journals;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diestra.platform.base.Refusal;

/**
 * Reads a journal as hledger 1.x has it, the part of it that bookkeeping needs: transactions with
 * dates, status, code, comments and postings of which one may leave its amount out; prices in the
 * currency of the books; balance assertions, which are checked; {@code account}, {@code commodity}
 * and {@code decimal-mark}. What only says how to show or value something is passed over; anything
 * else is a fault with its line, and nothing is read half.
 */
final class JournalReader {
  /** Bytes of one file. */
  static final int LARGEST = 5_000_000;

  /** Transactions of one file. */
  static final int MOST = 10_000;

  /** Names of accounts in one file. */
  static final int MOST_ACCOUNTS = 400;

  static final int MOST_FAULTS = 200;
  private static final int MOST_POSTINGS = 200;

  /** Postings of one file: they are held in memory. */
  static final int MOST_LINES = 60_000;

  /** They change nothing of what is taken in: market prices, names that are allowed. */
  private static final Set<String> PASSED = Set.of("payee", "tag", "P", "N");

  private final Currency book;
  private final Amounts amounts;
  private final Assertions assertions = new Assertions();
  private final List<Transaction> transactions = new ArrayList<>();
  private final List<Refusal> faults = new ArrayList<>();
  private final Map<String, String> accounts = new LinkedHashMap<>();
  private int checks;
  private int postings;

  private JournalReader(Currency book) {
    this.book = book;
    this.amounts = new Amounts(book);
  }

  /**
   * A journal as it was read.
   *
   * @param transactions by day, those of a day as they stand
   * @param accounts the name of each that is declared or used, with the comment that it was
   *     declared with
   * @param checks transactions that move nothing and only say what accounts come to
   * @param faults what is wrong, by line; the first of them where there are very many
   */
  record Read(
      List<Transaction> transactions,
      Map<String, String> accounts,
      int checks,
      List<Refusal> faults) {}

  static Read read(byte[] bytes, Currency book) {
    var reader = new JournalReader(book);
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      reader.take(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException other) {
      reader.faults.add(Refusal.conflict("journals.fault.letters"));
    }
    return reader.result();
  }

  private Read result() {
    if (faults.isEmpty()) {
      assertions.check().forEach(this::fault);
    }
    if (accounts.size() > MOST_ACCOUNTS) {
      faults.add(Refusal.conflict("journals.fault.accounts", MOST_ACCOUNTS));
    }
    transactions.sort(Comparator.comparing(Transaction::day));
    return new Read(List.copyOf(transactions), accounts, checks, List.copyOf(faults));
  }

  private void fault(Faulty faulty) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(faulty.why());
    }
  }

  private void take(String text) {
    var block = new ArrayList<String>();
    int at = 0;
    int from = 1;
    boolean apart = false;
    for (var row : (Iterable<String>) text.lines()::iterator) {
      at++;
      if (apart || row.stripTrailing().equals("comment")) {
        apart = !row.stripTrailing().equals("end comment");
        continue;
      }
      boolean within = !row.isBlank() && Character.isWhitespace(row.charAt(0));
      if (!within && !block.isEmpty()) {
        end(block, from);
        block.clear();
      }
      if (within && block.isEmpty()) {
        if (!row.strip().startsWith(";")) {
          fault(new Faulty("alone", at, row.strip()));
        }
      } else if (!row.isBlank() && ";#*".indexOf(row.charAt(0)) < 0) {
        if (block.isEmpty()) {
          from = at;
        }
        block.add(row);
      } else if (within) {
        block.add(row);
      }
    }
    if (!block.isEmpty()) {
      end(block, from);
    }
  }

  /** A row with all that is indented below it. */
  private void end(List<String> block, int from) {
    try {
      var head = block.getFirst();
      if (Character.isDigit(head.charAt(0))) {
        transaction(block, from);
      } else {
        directive(block, from);
      }
    } catch (Faulty faulty) {
      fault(faulty);
    }
  }

  private void directive(List<String> block, int from) throws Faulty {
    var words = block.getFirst().split("\\s+", 2);
    var rest = words.length < 2 ? "" : words[1];
    switch (words[0]) {
      case "account" -> {
        var parts = rest.split("\\s{2,}|;", 2);
        var comment = rest.contains(";") ? rest.substring(rest.indexOf(';') + 1) : "";
        name(parts[0].strip(), comment + " " + String.join(" ", rest(block)));
      }
      case "commodity" -> {
        amounts.sample(bare(rest), from);
        for (var below : rest(block)) {
          if (below.strip().startsWith("format ")) {
            amounts.sample(bare(below.strip().substring(7)), from);
          }
        }
      }
      case "decimal-mark" -> amounts.decimalMark(bare(rest), from);
      default -> {
        if (!PASSED.contains(words[0])) {
          throw new Faulty("directive", from, block.getFirst());
        }
      }
    }
  }

  private void name(String account, String comment) {
    if (accounts.size() <= MOST_ACCOUNTS) {
      accounts.putIfAbsent(account, comment);
    }
  }

  private static List<String> rest(List<String> block) {
    return block.subList(1, block.size());
  }

  private static String bare(String said) {
    int semicolon = said.indexOf(';');
    return (semicolon < 0 ? said : said.substring(0, semicolon)).strip();
  }

  private void transaction(List<String> block, int from) throws Faulty {
    var head = Head.read(block.getFirst(), from);
    if (transactions.size() >= MOST) {
      throw new Faulty("many", from, MOST);
    }
    var lines = new ArrayList<PostingLine>();
    for (int i = 1; i < block.size(); i++) {
      var row = block.get(i);
      if (!row.strip().startsWith(";")) {
        lines.add(PostingLine.read(row, from + i, amounts, book));
      }
    }
    if (lines.isEmpty() || lines.size() > MOST_POSTINGS) {
      throw new Faulty("postings", from, lines.size());
    }
    postings += lines.size();
    if (postings > MOST_LINES) {
      throw new Faulty("lines", from, MOST_LINES);
    }
    lines.forEach(line -> name(line.account(), ""));
    var whole = Balanced.of(lines, book, amounts, from);
    assertions.take(head.day(), lines, whole, book);
    var moved = whole.stream().filter(p -> !p.amount().isZero()).toList();
    if (moved.isEmpty()) {
      checks++;
    } else {
      transactions.add(
          new Transaction(
              from, head.day(), head.text(), moved.stream().map(Balanced::posting).toList()));
    }
  }
}
